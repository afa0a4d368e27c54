import { Check, Circle } from 'lucide-react';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { completeness } from '#shared/programme/application/completeness.ts';
import type { Answers, Form } from '#shared/programme/application/form.ts';
import type { AnswerFaults } from './application-faults.ts';

/** The sections, how far each is, and the way to it. */
export function SectionList({
  form,
  whole,
  answers,
  faults,
}: {
  form: Form;
  /** With the fields that are not shown, on which these may hang. */
  whole: Form;
  answers: Answers;
  faults: AnswerFaults;
}) {
  const { sections, required, answered } = completeness(form, answers, whole);
  const wrong = new Set(faults.missing.map(({ key }) => key));
  return (
    <nav className="plate" aria-labelledby="sections-title">
      <header>
        <h2 id="sections-title">{words.sections}</h2>
        <span className="muted small">{words.answered(answered, required)}</span>
      </header>
      <ol className="ruled">
        {sections.map((section, at) => {
          const isDone = !form.sections[at]?.fields.some(({ key }) => wrong.has(key));
          const Icon = isDone ? Check : Circle;
          return (
            <li className="item" key={section.key}>
              <Icon className="icon" aria-hidden="true" />
              <div>
                <a href={`#section-${section.key}`}>{section.title}</a>
                <p className="muted small">
                  {words.answered(section.answered, section.required)}
                  {isDone && <span className="vh">, {words.complete}</span>}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
