import { Form } from 'react-router';
import type { ExperimentFacts } from '#shared/programme/experiment/experiment-facts.ts';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { FactFields } from './fact-fields.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface FactsFormProps {
  readonly experiment: ExperimentFacts;
  readonly refused: Refused | undefined;
}

/** What an experiment says of itself, and its days. */
export function FactsForm({ experiment, refused }: FactsFormProps) {
  const said = refusedOf(refused, 'facts');
  return (
    <section className="plate" aria-labelledby="facts">
      <h2 id="facts" className="mb-4">
        {words.facts}
      </h2>
      <Form method="post" className="max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="facts" />
        <FactFields known={experiment} refused={said} />
        <button className="btn primary mt-4" type="submit">
          {words.save}
        </button>
      </Form>
    </section>
  );
}
