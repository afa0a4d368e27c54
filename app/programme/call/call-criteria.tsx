import { Form } from 'react-router';
import { call } from '#shared/programme/call/call.fr.ts';
import { CRITERIA_MAX, type TypedCriterion } from '#shared/programme/call/criteria.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

const words = call.administration;
const NONE: TypedCriterion = { key: '', title: '', description: '', weight: '' };

interface CallCriteriaFormProps {
  readonly lines: readonly TypedCriterion[];
  readonly isFixed: boolean;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** Criteria and their weights, with an empty line to add one. */
export function CallCriteriaForm({ lines, isFixed, errors, answer }: CallCriteriaFormProps) {
  const shown = lines.length < CRITERIA_MAX ? [...lines, NONE] : lines;
  return (
    <section className="plate" aria-labelledby="criteres">
      <h2 id="criteres">{words.criteria}</h2>
      <p className="muted mt-1 mb-3">{isFixed ? words.criteriaFixed : words.criteriaLead}</p>
      {isFixed ? (
        <ol className="ruled">
          {lines.map(({ key, title, weight }) => (
            <li key={key} className="row justify-between">
              <span>{title}</span>
              <span>{call.weight(Number(weight))}</span>
            </li>
          ))}
        </ol>
      ) : (
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="criteria" />
          <ErrorSummary title={words.criteriaRefused} faults={faultsOf(errors)} answer={answer} />
          {shown.map((line, at) => (
            <fieldset className="mb-6" key={line.key || `new ${at}`}>
              <legend className="font-bold mb-2">{words.criterion(at + 1)}</legend>
              <input type="hidden" name="key" value={line.key} />
              <div className="weights">
                <TextField
                  label={words.criterionTitle}
                  name="criterionTitle"
                  required={at === 0}
                  id={`criterionTitle-${at}`}
                  defaultValue={line.title}
                  autoComplete="off"
                />
                <TextField
                  label={words.criterionWeight}
                  name="weight"
                  id={`weight-${at}`}
                  defaultValue={line.weight}
                  inputMode="numeric"
                  autoComplete="off"
                />
                <TextAreaField
                  label={words.criterionDescription}
                  name="description"
                  id={`description-${at}`}
                  defaultValue={line.description}
                  rows={2}
                />
              </div>
            </fieldset>
          ))}
          <button className="btn" type="submit">
            {words.save}
          </button>
        </Form>
      )}
    </section>
  );
}
