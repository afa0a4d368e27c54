import { Check, Copy, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-router';
import { calendar as words } from '#shared/messages/fr/calendar.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field, SelectField } from '../ui/field.tsx';

/** Before the id of a group, where boards are by their id alone. */
export const GROUP_PREFIX = 'groupe-';

interface NewFeedProps {
  readonly boards: readonly { readonly id: string; readonly title: string }[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** What the page was opened for, as an option’s value; or ''. */
  readonly chosen: string;
  readonly answer: { readonly address: string | null; readonly error: string | null } | undefined;
}

/** Makes an address, and shows it this once. */
export function NewFeed({ boards, groups, chosen, answer }: NewFeedProps) {
  return (
    <section className="card max-w-[46rem] mb-8" aria-labelledby="new-feed">
      <h2 id="new-feed" className="mb-2">
        {words.newTitle}
      </h2>
      <p className="muted mb-4">{words.lead}</p>
      {answer?.address && <Address key={answer.address} address={answer.address} />}
      <Form method="post" action="?" noValidate>
        <ErrorSummary
          title={words.faults}
          faults={answer?.error ? [{ field: 'board', message: answer.error }] : []}
          answer={answer}
        />
        <SelectField label={words.what} name="board" error={answer?.error ?? undefined} defaultValue={chosen}>
          <option value="">{words.mine}</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={`${GROUP_PREFIX}${id}`}>
              {words.wholeGroup(name)}
            </option>
          ))}
          {boards.map(({ id, title }) => (
            <option key={id} value={id}>
              {words.wholeBoard(title)}
            </option>
          ))}
        </SelectField>
        <button className="btn primary mt-4" type="submit" name="intent" value="create">
          <Plus className="icon" aria-hidden="true" />
          {words.create}
        </button>
      </Form>
    </section>
  );
}

/** The new address, with the focus on it: it is what was asked for, and it is shown once. */
function Address({ address }: { address: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    field.current?.select();
    try {
      // Browsers give the clipboard to pages of a safe origin only; selected, the address can be copied by hand.
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      field.current?.focus();
    }
  };
  return (
    <div className="note success mb-6 stack">
      <p>{words.created}</p>
      <Field label={words.address} name="address" hint={words.addressHint}>
        {(control) => <input className="input" ref={field} readOnly value={address} {...control} />}
      </Field>
      <p className="row">
        <button className="btn sm" type="button" onClick={copy}>
          {isCopied ? (
            <Check className="icon" aria-hidden="true" />
          ) : (
            <Copy className="icon" aria-hidden="true" />
          )}
          {words.copy}
        </button>
        <span role="status">{isCopied && words.copied}</span>
      </p>
    </div>
  );
}
