import { type FormEvent, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { documentOutcomes } from '#shared/documents/outcome/document-outcomes.fr.ts';
import { paths } from '#shared/paths.ts';
import { TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { later } from '../editor/later.ts';
import { nameBook } from './name-book.ts';

const words = documentOutcomes.assignment;

interface Known {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly assignees: readonly string[];
  readonly due: string | null;
}

/** [DA8] Who does an action and until when: of its card, said where its words are written. */
export function ActionDialog({ editor, given: { actionId }, onClose: close }: EditorDialogProps) {
  const [opener] = useState(() => document.activeElement);
  const [known, setKnown] = useState<Known | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const onClose = () => {
    // Gone before the focus moves: while it is there, it takes the focus back.
    flushSync(close);
    // To the button of the block, or into the text whose menu was used.
    later(() => {
      if (opener instanceof HTMLButtonElement && opener.isConnected) opener.focus();
      else editor.commands.focus();
    });
  };
  useEffect(() => {
    if (!actionId) return;
    let isWanted = true;
    void ask(actionId).then((answer) => {
      if (!isWanted) return;
      if (typeof answer === 'string') setWhy(answer);
      else setKnown(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [actionId]);

  const apply = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Portals carry events up the React tree: the page has forms too.
    event.stopPropagation();
    if (!actionId) return;
    const form = new FormData(event.currentTarget);
    setSending(true);
    const refusal = await send(actionId, form.getAll('person').map(String), String(form.get('due') ?? ''));
    setSending(false);
    if (refusal !== null) return setWhy(refusal);
    nameBook.refresh();
    onClose();
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      {why && (
        <p className="note warning mb-4" role="alert">
          {why}
        </p>
      )}
      {!known && !why && <p className="muted">{documentOutcomes.loading}</p>}
      {known && (
        <form onSubmit={(event) => void apply(event)} noValidate aria-busy={isSending}>
          <fieldset className="field">
            <legend>{words.who}</legend>
            <div className="action-people">
              {known.people.map(({ id, name }) => (
                <label key={id} className="check">
                  <input
                    type="checkbox"
                    name="person"
                    value={id}
                    defaultChecked={known.assignees.includes(id)}
                  />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
          <TextField
            label={words.due}
            name="due"
            type="date"
            min="1900-01-01"
            max="2199-12-31"
            defaultValue={known.due ?? ''}
          />
          <FormActions cancel={words.cancel} submit={words.submit} onCancel={onClose} />
        </form>
      )}
    </Dialog>
  );
}

/** What is known, or why it is not. */
async function ask(actionId: string): Promise<Known | string> {
  const answer = await fetch(paths.action(actionId)).catch(() => null);
  const said: (Known & { error?: string }) | null = answer && (await answer.json().catch(() => null));
  return answer?.ok && said ? said : (said?.error ?? words.unreachable);
}

/** Null when it is done, else why not. */
async function send(actionId: string, people: readonly string[], due: string): Promise<string | null> {
  const body = new FormData();
  body.set('people', people.join(' '));
  body.set('due', due);
  const answer = await fetch(paths.action(actionId), { method: 'POST', body }).catch(() => null);
  if (answer?.ok) return null;
  const said: { error?: string } | null = answer && (await answer.json().catch(() => null));
  return said?.error ?? words.unreachable;
}
