import { useEffect, useId } from 'react';
import { useFetcher } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { TextField } from '../ui/field.tsx';
import { Dialog } from '../ui/late/dialog.tsx';

/** What the page's action answers to a renaming. */
export interface RenameAnswer {
  readonly error: string | null;
}

/** Gives the board another title: the one thing of a board that is not in its live document. */
export function RenameBoardDialog({ title, onClose }: { title: string; onClose: () => void }) {
  const id = useId();
  const fetcher = useFetcher<RenameAnswer>();
  const isDone = fetcher.state === 'idle' && fetcher.data?.error === null;
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  return (
    <Dialog title={boardPage.renameBoard} isOpen onClose={onClose}>
      <fetcher.Form method="post" noValidate>
        <TextField
          label={boardPage.boardTitle}
          name="title"
          required
          id={`${id}title`}
          defaultValue={title}
          error={fetcher.data?.error ?? undefined}
        />
        <div className="actions">
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="submit" name="intent" value="rename">
            {boardPage.save}
          </button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}
