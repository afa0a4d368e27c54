import { Form } from 'react-router';
import { isAsked } from '#shared/programme/application/answers.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import type { Answers, Form as FormShape } from '#shared/programme/application/form.ts';
import { FieldControl } from './field-control.tsx';
import { RowsField } from './rows-field.tsx';

interface ApplicationFormProps {
  readonly form: FormShape;
  /** With the fields that are not shown: what is asked hangs on all of them. */
  readonly whole: FormShape;
  readonly answers: Answers;
  readonly seq: number;
  readonly isLive: boolean;
}

/** The fields by section. Each section is a form of its own, which is sent where there is no script. */
export function ApplicationForm({ form, whole, answers, seq, isLive }: ApplicationFormProps) {
  const all = whole.sections.flatMap(({ fields }) => fields);
  return form.sections.map((section, at) => (
    <section className="plate max-w-3xl" key={section.key} aria-labelledby={`section-${section.key}`}>
      <header>
        <h2 id={`section-${section.key}`} tabIndex={-1}>
          {at + 1}. {section.title}
        </h2>
      </header>
      <Form
        method="post"
        noValidate
        onSubmit={(event) => {
          if (isLive) event.preventDefault();
        }}
      >
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="section" value={section.key} />
        <input type="hidden" name="seq" value={seq} />
        {!isLive && <button className="vh" type="submit" tabIndex={-1} aria-hidden="true" />}
        {section.fields
          .filter((field) => isAsked(field, all, answers))
          .map((field) =>
            field.kind === 'rows' ? (
              <RowsField key={field.key} field={field} />
            ) : (
              <FieldControl key={field.key} field={field} address={field.key} />
            ),
          )}
        {!isLive && (
          <p className="mt-4">
            <button className="btn" type="submit">
              {words.saveSection}
              <span className="vh"> « {section.title} »</span>
            </button>
          </p>
        )}
      </Form>
    </section>
  ));
}
