import { Form } from 'react-router';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface FactsFormProps {
  readonly experiment: {
    readonly title: string;
    readonly summary: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
  };
  readonly refused: Refused | undefined;
}

/** What an experiment says of itself, and its days. */
export function FactsForm({ experiment, refused }: FactsFormProps) {
  const said = refusedOf(refused, 'facts');
  const { fields } = words;
  const control = (name: 'title' | 'summary' | 'startsOn' | 'endsOn') => ({
    label: fields[name],
    name,
    error: said?.errors[name],
    defaultValue: said?.values[name] ?? experiment[name] ?? '',
  });
  return (
    <section className="plate" aria-labelledby="facts">
      <h2 id="facts" className="mb-4">
        {words.facts}
      </h2>
      <Form method="post" className="max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="facts" />
        <TextField {...control('title')} autoComplete="off" required />
        <TextAreaField {...control('summary')} hint={fields.summaryHint} rows={2} />
        <div className="flex flex-wrap gap-4 mt-4 [&>.field+.field]:mt-0">
          <TextField {...control('startsOn')} type="date" />
          <TextField {...control('endsOn')} type="date" />
        </div>
        <button className="btn primary mt-4" type="submit">
          {words.save}
        </button>
      </Form>
    </section>
  );
}
