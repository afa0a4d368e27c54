import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { Field } from '../../ui/field.tsx';
import { keepDraft } from '../kept-drafts.ts';
import { type Draft, readCommentDraft } from './comment-drafts.ts';
import { MentionArea, mentionsIn } from './mention-area.tsx';
import { refusalWords } from './refusal-words.ts';

interface CommentFormProps {
  readonly label: string;
  readonly submit: string;
  readonly draftKey: string;
  /** What the draft says beside the text: a new thread’s passage. */
  readonly draft?: Omit<Draft, 'body'>;
  /** What stands in it at first, unless a draft is kept. */
  readonly initial?: string;
  /** A suggestion may go without a word. */
  readonly isOptional?: boolean;
  readonly loadPeople: () => Promise<readonly PersonBadge[]>;
  readonly onSend: (body: string, mentions: readonly string[]) => Promise<Result<void, string>>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly isFocused?: boolean;
  /** Stands above the text. */
  readonly children?: ReactNode;
}

type Sending =
  | { readonly is: 'idle' }
  | { readonly is: 'sending' }
  | { readonly is: 'refused'; readonly error: string };

/**
 * [CM8] A comment while it is written: kept on this device from the first letter until the server has it. What could not be
 * sent is sent again by a press, or by itself when the network is back.
 */
export function CommentForm({ draftKey, draft, onSend, onDone, ...form }: CommentFormProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(() => readCommentDraft(draftKey)?.body ?? form.initial ?? '');
  const [sending, setSending] = useState<Sending>({ is: 'idle' });
  const [people, setPeople] = useState<readonly PersonBadge[]>([]);
  const { loadPeople, isFocused = true } = form;
  useEffect(() => {
    if (isFocused) area.current?.focus();
    void loadPeople().then(setPeople);
  }, [loadPeople, isFocused]);
  useEffect(() => {
    keepDraft(draftKey, body === (form.initial ?? '') && !draft ? null : { body, ...draft });
  }, [draftKey, draft, body, form.initial]);

  async function send() {
    setSending({ is: 'sending' });
    const sent = await onSend(body, mentionsIn(body, people));
    if (!sent.ok) {
      setSending({ is: 'refused', error: sent.error });
      if (sent.error !== 'unreachable') area.current?.focus();
      return;
    }
    keepDraft(draftKey, null);
    onDone();
  }
  const latest = useRef(send);
  latest.current = send;
  const isUnsent = sending.is === 'refused' && sending.error === 'unreachable';
  useEffect(() => {
    if (!isUnsent) return;
    const again = () => void latest.current();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isUnsent]);

  function cancel() {
    keepDraft(draftKey, null);
    form.onCancel();
  }

  return (
    <form
      className="comment-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (sending.is !== 'sending') void send();
      }}
    >
      {form.children}
      <Field
        label={form.label}
        name="body"
        required
        id={id}
        hint={words.bodyHint}
        error={sending.is === 'refused' && !isUnsent ? refusalWords(sending.error) : undefined}
      >
        {(control) => (
          <MentionArea
            control={control}
            area={area}
            value={body}
            onChange={(next) => {
              setBody(next);
              if (sending.is === 'refused') setSending({ is: 'idle' });
            }}
            people={people}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                event.currentTarget.closest('form')?.requestSubmit();
              } else if (event.key === 'Escape') {
                event.stopPropagation();
                cancel();
              }
            }}
          />
        )}
      </Field>
      {isUnsent && (
        <p className="note warning small" role="alert">
          {words.notSent}
        </p>
      )}
      <p className="row">
        <button className="btn primary sm" type="submit" aria-disabled={sending.is === 'sending'}>
          {sending.is === 'sending' ? words.sending : isUnsent ? words.retry : form.submit}
        </button>
        <button className="btn quiet sm" type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
