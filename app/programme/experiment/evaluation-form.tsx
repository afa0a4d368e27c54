import { Form, Link } from 'react-router';
import {
  EVALUATION,
  EVALUATION_PARTS,
  type EvaluationAnswers,
} from '#shared/programme/experiment/evaluation.ts';
import { experimentResult as words } from '#shared/programme/experiment/experiment-result.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { AnswerList } from './evaluation-reading.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface Shown {
  readonly version: number;
  readonly answers: EvaluationAnswers;
}

interface EvaluationFormProps {
  readonly experiment: { readonly id: string; readonly title: string };
  /** What the form begins with. */
  readonly shown: Shown | null;
  readonly latest: Shown | null;
  readonly refused: Refused | undefined;
}

/** [EX17] The ten questions of the call’s four objectives. Refused because somebody wrote meanwhile, it shows theirs too. */
export function EvaluationForm({ experiment, shown, latest, refused }: EvaluationFormProps) {
  const said = refusedOf(refused, 'evaluation');
  const isOvertaken = said !== undefined && latest !== null && said.values.seen !== String(latest.version);
  return (
    <section aria-labelledby="evaluation-form">
      <h2 id="evaluation-form">{words.edit}</h2>
      <p className="muted mb-6">{words.lead}</p>
      {isOvertaken && (
        <section className="card mb-6" aria-labelledby="other-version">
          <h3 id="other-version">{words.otherTitle}</h3>
          <p className="small muted mb-3">{words.otherText}</p>
          <AnswerList answers={latest.answers} />
        </section>
      )}
      <Form key={latest?.version ?? 0} method="post" className="max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="evaluation" />
        <input type="hidden" name="seen" value={latest?.version ?? 0} />
        {EVALUATION_PARTS.map((part) => (
          <section key={part} className="plate mb-8" aria-labelledby={`part-${part}`}>
            <h3 id={`part-${part}`} className="mb-3">
              {words.parts[part]}
            </h3>
            {EVALUATION[part].map((key) => (
              <TextAreaField
                key={key}
                label={words.questions[key]}
                name={key}
                defaultValue={said?.values[key] ?? shown?.answers[key] ?? ''}
                rows={4}
              />
            ))}
          </section>
        ))}
        <p className="row">
          <button className="btn primary" type="submit">
            {words.save}
          </button>
          <button className="btn" type="submit" name="publish" value="1" aria-describedby="publish-hint">
            {words.publish}
          </button>
          <Link className="btn quiet" to={programmePaths.experimentEvaluation(experiment)}>
            {words.cancel}
          </Link>
        </p>
        <p className="small muted mt-2" id="publish-hint">
          {words.publishHint}
        </p>
      </Form>
    </section>
  );
}
