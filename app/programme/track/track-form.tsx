import { Form, Link } from 'react-router';
import { track as words } from '#shared/programme/track/track.fr.ts';
import type { TypedTrack } from '#shared/programme/track/track.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

/** What is said of a track, for a new one and for one that is changed. */
export function TrackForm({
  typed,
  errors,
  answer,
  submit,
  cancel,
}: {
  typed: Partial<TypedTrack>;
  errors: Readonly<Partial<Record<string, string>>>;
  answer: unknown;
  submit: string;
  cancel: string;
}) {
  const { fields } = words;
  return (
    <Form method="post" className="card max-w-3xl" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={answer} />
      <TextField
        label={fields.title}
        name="title"
        error={errors.title}
        defaultValue={typed.title}
        autoComplete="off"
        required
      />
      <TextAreaField
        label={fields.purpose}
        name="purpose"
        error={errors.purpose}
        defaultValue={typed.purpose}
        rows={4}
      />
      <TextField
        label={fields.schemaName}
        name="schemaName"
        hint={words.schemaHint}
        error={errors.schemaName}
        defaultValue={typed.schemaName}
        autoComplete="off"
      />
      <p className="mt-4">
        <label className="check">
          <input
            type="checkbox"
            name="isForCommonCore"
            value="oui"
            defaultChecked={typed.isForCommonCore === 'oui'}
          />{' '}
          {fields.isForCommonCore}
        </label>
      </p>
      <p className="row mt-6">
        <button className="btn primary" type="submit">
          {submit}
        </button>
        <Link className="btn quiet" to={cancel}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
