import { dates } from '#shared/kernel/dates.fr.ts';
import { askedFieldCount } from '#shared/programme/application/check-form.ts';
import type { Form } from '#shared/programme/application/form.ts';
import { complementForm, depositForm } from '#shared/programme/application/form-parts.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import type { CallCriterion, CallExtension } from '#shared/programme/call/call.ts';

interface CallDatesProps {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly toleranceMinutes: number;
  readonly extensions: readonly CallExtension[];
}

/** The dates of a call, and each closing that it had before. */
export function CallCalendar({ opensAt, closesAt, toleranceMinutes, extensions }: CallDatesProps) {
  return (
    <section className="plate" aria-labelledby="calendrier">
      <h2 className="mb-3" id="calendrier">
        {words.calendar}
      </h2>
      <dl className="call-facts">
        <dt>{words.opens}</dt>
        <dd>
          <time dateTime={opensAt.toISOString()}>{dates.exact(opensAt)}</time>
        </dd>
        <dt>{words.closes}</dt>
        <dd>
          <time dateTime={closesAt.toISOString()}>{dates.exact(closesAt)}</time>
        </dd>
        <dt>{words.tolerance}</dt>
        <dd>{words.toleranceOf(toleranceMinutes)}</dd>
      </dl>
      <p className="muted small mt-2">{words.paris}</p>
      {extensions.length > 0 && (
        <>
          <h3 className="mt-4">{words.extended(extensions.length)}</h3>
          <ul className="ruled mt-2">
            {extensions.map(({ id, fromClosesAt, toClosesAt, reason }) => (
              <li key={id}>
                <p>{words.extension(fromClosesAt, toClosesAt)}</p>
                <p className="muted whitespace-pre-line">{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What applications are assessed by. */
export function CallCriteria({ criteria }: { criteria: readonly CallCriterion[] }) {
  return (
    <section className="plate" aria-labelledby="criteres">
      <h2 id="criteres">{words.criteria}</h2>
      <p className="muted mt-1 mb-3">{words.criteriaLead}</p>
      <ol className="ruled">
        {criteria.map(({ key, title, description, weight }) => (
          <li key={key}>
            <p className="row justify-between">
              <strong>{title}</strong>
              <span className="nowrap">{words.weight(weight)}</span>
            </p>
            {description && <p className="muted">{description}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What will be asked, section by section, so that it can be prepared before anything is opened; what is asked of laureates only, after it. */
export function CallQuestions({ form }: { form: Form }) {
  const { fields, required, selected } = askedFieldCount(form);
  return (
    <section className="plate" aria-labelledby="questions">
      <h2 id="questions">{words.asked}</h2>
      <p className="muted mt-1 mb-3">{words.askedLead(fields, required)}</p>
      <Questions form={depositForm(form)} />
      {selected > 0 && (
        <details className="mt-4">
          <summary>{words.askedLater(selected)}</summary>
          <Questions form={complementForm(form)} />
        </details>
      )}
    </section>
  );
}

function Questions({ form }: { form: Form }) {
  return (
    <ol className="ruled">
      {form.sections.map((section) => (
        <li key={section.key}>
          <h3>{section.title}</h3>
          <ul className="call-questions">
            {section.fields.map((field) => (
              <li key={field.key}>
                {field.label}
                {field.isRequired && !field.onlyIf && (
                  <span className="muted small"> ({words.required})</span>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
