import { Form } from 'react-router';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { MessageField } from './message-field.tsx';

interface NewTopicProps {
  readonly values: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly people: readonly PersonBadge[];
}

/** [TP1] The form that begins a discussion. */
export function NewTopic({ values, errors, answer, people }: NewTopicProps) {
  return (
    <Form method="post" className="card" noValidate aria-labelledby="new-topic">
      <h2 id="new-topic" className="mb-3">
        {words.new}
      </h2>
      <ErrorSummary title={words.openFaults} faults={faultsOf(errors)} answer={answer} />
      <input type="hidden" name="intent" value="open" />
      <TextField
        label={words.subject}
        hint={words.subjectHint}
        name="title"
        error={errors.title}
        defaultValue={values.title}
        required
        autoComplete="off"
      />
      <MessageField
        label={words.message}
        id="body"
        initial={values.body}
        error={errors.body}
        people={people}
      />
      <button className="btn primary mt-4" type="submit">
        {words.open}
      </button>
    </Form>
  );
}
