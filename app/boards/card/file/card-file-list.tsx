import { Paperclip } from 'lucide-react';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { Card } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { removeCardFile, setCardCover } from '#shared/boards/card/card-file-operations.ts';
import { cardFiles as words } from '#shared/boards/file/card-files.fr.ts';
import { useSay } from '../../../ui/announcer.tsx';
import { pickFiles } from '../../../ui/pick-files.ts';
import { useToast } from '../../../ui/toast.tsx';
import { useBoardWorld } from '../../parts/board-world.ts';
import { CardFileRow } from './card-file-row.tsx';
import { CardFileUploads } from './card-file-uploads.tsx';
import { type CardUpload, type CardUploads, cardUploadsOf } from './card-uploads.ts';
import { useFileDrop } from './use-file-drop.ts';

const NONE: readonly CardUpload[] = [];

/** The files of the open card: those that hang on it, those on their way, and how to add some. */
export default function CardFileList({ card, titleId }: { card: Card; titleId: string }) {
  const { board, edit, view, uploadMegabytes: megabytes } = useBoardWorld();
  const say = useSay();
  const notify = useToast();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const doc = edit?.doc;
  const uploads = useMemo(
    () => (doc ? cardUploadsOf({ doc, view, boardId: board.id, megabytes, say }) : null),
    [doc, view, board.id, megabytes, say],
  );
  const coming = useUploads(uploads).filter(({ cardId }) => cardId === card.id);
  const onFiles = useMemo(
    () => uploads && ((files: readonly File[]) => uploads.add(card.id, files)),
    [uploads, card.id],
  );
  useFileDrop(place, onFiles);
  const back = () => requestAnimationFrame(() => button.current?.focus());

  return (
    <div ref={place}>
      {card.files.length > 0 && (
        <ul aria-labelledby={titleId}>
          {card.files.map((file) => (
            <CardFileRow
              key={file.id}
              file={file}
              isCover={file.id === card.cover}
              actions={
                edit && {
                  onCover(isCover) {
                    setCardCover(edit.doc, { cardId: card.id, fileId: isCover ? file.id : null });
                    say(isCover ? words.spoken.cover(file.name) : words.spoken.coverRemoved);
                  },
                  onRemove() {
                    if (!removeCardFile(edit.doc, { cardId: card.id, fileId: file.id }).ok) return;
                    notify({
                      text: words.removed(file.name),
                      action: { label: boardPage.undo, onPress: edit.steps.takeBack() },
                    });
                    back();
                  },
                }
              }
            />
          ))}
        </ul>
      )}
      {uploads && <CardFileUploads uploads={coming} actions={uploads} onGone={back} />}
      {onFiles && (
        <>
          <button
            className="btn quiet sm quick-add"
            type="button"
            ref={button}
            onClick={async () => onFiles(await pickFiles())}
          >
            <Paperclip className="icon" aria-hidden="true" />
            {words.add}
          </button>
          <p className="muted xs">{words.hint(megabytes)}</p>
        </>
      )}
    </div>
  );
}

function useUploads(uploads: CardUploads | null): readonly CardUpload[] {
  return useSyncExternalStore(
    uploads?.subscribe ?? (() => () => undefined),
    uploads?.list ?? (() => NONE),
    () => NONE,
  );
}
