import { Plus } from 'lucide-react';
import { Form } from 'react-router';
import { calendar as words } from '#shared/meetings/calendar/calendar.fr.ts';
import { GROUP_PREFIX } from '#shared/meetings/calendar/feed-subject.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';
import { SecretOnce } from '../../ui/late/secret-once.tsx';

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
      {answer?.address && (
        <SecretOnce key={answer.address} secret={answer.address} lead={words.created} words={words.address} />
      )}
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
