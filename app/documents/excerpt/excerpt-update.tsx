import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import { useSay } from '../../ui/announcer.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { Prose } from '../../ui/prose.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { later } from '../editor/later.ts';
import { nameBook } from '../insert/name-book.ts';
import { type Compared, changeExcerpt, compareExcerpt } from './ask-excerpts.ts';

/** [EC5] What the source of an excerpt says by now, beside what stands here: taken, or not. */
export function ExcerptUpdate({ editor, edited, given: { excerptId }, onClose: close }: EditorDialogProps) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const say = useSay();
  const onClose = () => {
    // Gone before the focus moves: while it is there, it takes the focus back.
    flushSync(close);
    later(() => editor.commands.focus(null, { scrollIntoView: false }));
  };
  useEffect(() => {
    if (!excerptId) return;
    let isWanted = true;
    // `asked` counts how often: the source goes on.
    void compareExcerpt(edited.id, excerptId, asked).then((answer) => {
      if (!isWanted) return;
      if ('value' in answer) setCompared(answer.value);
      else setWhy(answer.error);
    });
    return () => {
      isWanted = false;
    };
  }, [edited.id, excerptId, asked]);
  const decide = async (intent: 'accept' | 'keep') => {
    if (!compared || !excerptId) return;
    const refusal = await changeExcerpt(edited.id, excerptId, { intent, words: compared.words });
    if (refusal !== null) {
      setWhy(refusal);
      setAsked((times) => times + 1);
      return;
    }
    nameBook.refresh();
    say(intent === 'accept' ? words.update.accepted : words.update.kept);
    onClose();
  };
  return (
    <Dialog title={words.update.title} isOpen onClose={onClose}>
      {why && (
        <p className="note warning mb-4" role="alert">
          {why}
        </p>
      )}
      {!compared && !why && (
        <p className="muted" role="status">
          {words.loading}
        </p>
      )}
      {compared && (
        <>
          <p className="muted small">{words.update.changes(compared.changes)}</p>
          <section className="compared excerpt-compared" aria-label={words.update.text}>
            <Prose className="prose" html={compared.html} />
          </section>
        </>
      )}
      <div className="actions">
        <button className="btn" type="button" onClick={onClose}>
          {words.update.later}
        </button>
        {compared && compared.changes > 0 && (
          <>
            <button className="btn" type="button" onClick={() => void decide('keep')}>
              {words.update.keep}
            </button>
            <button className="btn primary" type="button" onClick={() => void decide('accept')}>
              {words.update.accept}
            </button>
          </>
        )}
      </div>
    </Dialog>
  );
}
