import { askedFields, rowsOf, subfieldsOf } from '#shared/programme/application/answers.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { answerInWords } from '#shared/programme/application/application-answer.fr.ts';
import type {
  Answers,
  Form,
  FormField,
  SimpleAnswer,
  SimpleField,
} from '#shared/programme/application/form.ts';
import type { FormWorld } from '#shared/programme/application/world.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';

interface ReadViewProps {
  readonly applicationId: string;
  readonly form: Form;
  readonly answers: Answers;
  readonly world: FormWorld;
}

/** What was answered, as it is read: by its authors once it is submitted, by its assessors. */
export function ReadView({ form, answers, ...rest }: ReadViewProps) {
  const asked = new Set(askedFields(form, answers).map(({ key }) => key));
  return form.sections.map((section, at) => (
    <section className="plate max-w-3xl" key={section.key} aria-labelledby={`section-${section.key}`}>
      <header>
        <h2 id={`section-${section.key}`}>
          {at + 1}. {section.title}
        </h2>
      </header>
      <dl className="application-answers">
        {section.fields
          .filter(({ key }) => asked.has(key))
          .map((field) => (
            <div key={field.key}>
              <dt>{field.label}</dt>
              <dd>
                {field.kind === 'rows' ? (
                  <Rows field={field} answers={answers} {...rest} />
                ) : (
                  <Answer field={field} answer={answers[field.key] as SimpleAnswer | undefined} {...rest} />
                )}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}

type OfAnswer = Pick<ReadViewProps, 'applicationId' | 'world'>;

function Answer({
  field,
  answer,
  applicationId,
  world,
}: OfAnswer & { field: SimpleField; answer: SimpleAnswer | undefined }) {
  if (typeof answer === 'object' && answer !== null && 'fileId' in answer)
    return <a href={programmePaths.applicationFile({ id: applicationId }, answer.fileId)}>{answer.name}</a>;
  const said = answerInWords(field, answer ?? null, world);
  return said ? (
    <span className="whitespace-pre-wrap">{said}</span>
  ) : (
    <span className="muted">{words.noAnswer}</span>
  );
}

function Rows({ field, answers, ...rest }: OfAnswer & { field: FormField; answers: Answers }) {
  const rows = rowsOf(answers[field.key]);
  if (rows.length === 0) return <span className="muted">{words.noAnswer}</span>;
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.id}>
          <dl>
            {subfieldsOf(field).map((inner) => (
              <div key={inner.key}>
                <dt className="muted small">{inner.label}</dt>
                <dd>
                  <Answer field={inner} answer={row[inner.key]} {...rest} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
