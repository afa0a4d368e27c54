import { Form as PostForm } from 'react-router';
import { application as words } from '#shared/programme/application/application.fr.ts';
import type { Form } from '#shared/programme/application/form.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';

interface AskCorrectionProps {
  readonly form: Form;
  /** What was refused: it stands in the form again. */
  readonly typed?: Readonly<Partial<Record<string, string>>>;
  readonly reopened?: readonly string[];
}

/** [AP10] For an assessor: which fields are written again, why, and until when. */
export function AskCorrection({ form, typed, reopened }: AskCorrectionProps) {
  const said = words.correction;
  return (
    <details className="mt-6 max-w-3xl" open={typed !== undefined}>
      <summary>{said.ask}</summary>
      <PostForm method="post" className="mt-4">
        <input type="hidden" name="intent" value="askCorrection" />
        <TextAreaField
          label={said.message}
          name="message"
          rows={4}
          maxLength={5_000}
          hint={said.messageHint}
          defaultValue={typed?.message}
          required
        />
        <TextField label={said.untilField} name="until" type="date" defaultValue={typed?.until} required />
        {form.sections.map((section) => (
          <fieldset className="field" key={section.key}>
            <legend>{said.fieldsIn(section.title)}</legend>
            {section.fields.map(({ key, label }) => (
              <label className="application-box" key={key}>
                <input type="checkbox" name="fields" value={key} defaultChecked={reopened?.includes(key)} />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <button className="btn mt-4" type="submit">
          {said.send}
        </button>
      </PostForm>
    </details>
  );
}
