import { useState } from 'react';
import { flushSync } from 'react-dom';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import { useAccount } from '../../ui/account.ts';
import { useSay } from '../../ui/announcer.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { later } from '../editor/later.ts';
import { insertBlocks } from '../insert/insert-blocks.ts';
import { useKeptPlace } from '../insert/use-kept-place.ts';
import { copiedPassage } from './copied-passage.ts';
import { PassageChoice } from './passage-choice.tsx';
import { SourceSearch } from './source-search.tsx';

/** A document to quote, with the blocks that were chosen in it already. */
interface Chosen {
  readonly id: string;
  readonly keys: readonly string[];
}

/** [EC1] Quotes a passage of another document: the document, then its blocks. */
export function ExcerptDialog({ editor, edited, onClose: close }: EditorDialogProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const account = useAccount();
  const [copied] = useState(() => {
    const passage = copiedPassage(account);
    return passage && passage.documentId !== edited.id ? passage : null;
  });
  const [caret] = useState(() => editor.state.selection.to);
  const takePlace = useKeptPlace(editor, caret);
  const say = useSay();
  const onClose = () => {
    // Gone before the focus moves: while it is there, it takes the focus back.
    flushSync(close);
    later(() => editor.commands.focus());
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      {chosen === null ? (
        <SourceSearch
          except={edited.id}
          onChoose={(id) => setChosen({ id, keys: [] })}
          onCopied={copied ? () => setChosen({ id: copied.documentId, keys: copied.keys }) : undefined}
          onClose={onClose}
        />
      ) : (
        <PassageChoice
          documentId={edited.id}
          sourceId={chosen.id}
          initial={chosen.keys}
          onBack={() => setChosen(null)}
          onQuoted={({ id, source, blocks }) => {
            const put = takePlace();
            flushSync(close);
            later(() => {
              const block = {
                type: 'excerpt',
                attrs: { id, source },
                content: structuredClone([...blocks]) as never,
              };
              put((at) => insertBlocks(editor, [block], at));
              say(words.inserted);
            });
          }}
        />
      )}
    </Dialog>
  );
}
