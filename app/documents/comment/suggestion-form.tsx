import { useEffect, useId, useRef, useState } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Draft } from '../../realtime/comment/comment-drafts.ts';
import { refusalWords } from '../../realtime/comment/refusal-words.ts';
import { keepDraft } from '../../realtime/kept-drafts.ts';
import { Field } from '../../ui/field.tsx';

interface SuggestionFormProps {
  readonly draftKey: string;
  readonly draft: Omit<Draft, 'body'>;
  readonly original: string;
  /** What stands in the field at first. */
  readonly proposed: string;
  readonly onSend: (proposed: string, note: string) => Promise<Result<void, string>>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** [SG1] Other words for a passage: the passage in a field to be corrected, and why, if one likes. The text does not change. */
export function SuggestionForm({
  draftKey,
  draft,
  original,
  onSend,
  onDone,
  onCancel,
  ...form
}: SuggestionFormProps) {
  const [id, noteId] = [useId(), useId()];
  const area = useRef<HTMLTextAreaElement>(null);
  const [proposed, setProposed] = useState(form.proposed);
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  useEffect(() => {
    keepDraft(draftKey, { body: note, ...draft, proposed });
  }, [draftKey, draft, note, proposed]);

  async function send() {
    setSending(true);
    const sent = await onSend(proposed, note);
    setSending(false);
    if (!sent.ok) {
      setError(sent.error);
      if (sent.error !== 'unreachable') area.current?.focus();
      return;
    }
    keepDraft(draftKey, null);
    onDone();
  }
  const isUnsent = error === 'unreachable';
  return (
    <form
      className="comment-form"
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        keepDraft(draftKey, null);
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void send();
      }}
    >
      <Field
        label={original === '' ? words.insertedLabel : words.proposedLabel}
        name="proposed"
        id={id}
        hint={original === '' ? undefined : words.proposedHint}
        error={error && !isUnsent ? refusalWords(error) : undefined}
      >
        {(control) => (
          <textarea
            className="input"
            rows={Math.min(8, Math.max(3, Math.ceil(original.length / 30)))}
            {...control}
            ref={area}
            value={proposed}
            onChange={({ currentTarget }) => {
              setProposed(currentTarget.value);
              setError(null);
            }}
          />
        )}
      </Field>
      <Field label={words.noteLabel} name="note" id={noteId}>
        {(control) => (
          <textarea
            className="input"
            rows={2}
            {...control}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        )}
      </Field>
      {isUnsent && (
        <p className="note warning small" role="alert">
          {words.notSent}
        </p>
      )}
      <p className="row">
        <button className="btn primary sm" type="submit" aria-disabled={isSending}>
          {isSending ? words.sending : isUnsent ? words.retry : words.propose}
        </button>
        <button
          className="btn quiet sm"
          type="button"
          onClick={() => {
            keepDraft(draftKey, null);
            onCancel();
          }}
        >
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
