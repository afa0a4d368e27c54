import { Form } from 'react-router';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Field, SelectField, TextField } from '../../ui/field.tsx';

interface SchemaFormProps {
  /** To choose from; the data set's own group when there is one. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly own: readonly { readonly name: string; readonly title: string }[];
  /** Where the schema of the last check came from; null when there was none. */
  readonly last: string | null;
  /** The address of the record's schema; empty without. */
  readonly recordUrl: string;
  readonly isOutsideOn: boolean;
  readonly typed: Readonly<Partial<Record<'group' | 'schema' | 'schemaUrl', string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** The first step of a check: against which schema. */
export function SchemaForm({
  groups,
  own,
  last,
  recordUrl,
  isOutsideOn,
  typed,
  errors,
  answer,
}: SchemaFormProps) {
  const choices = words.schemaChoices;
  const first = last !== null ? 'last' : recordUrl && isOutsideOn ? 'record' : 'none';
  return (
    <Form method="post" encType="multipart/form-data" className="plate max-w-3xl" noValidate>
      <h2 className="mb-4">{words.stepSchema}</h2>
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={answer} />
      {groups.length > 1 ? (
        <SelectField label={words.group} name="group" error={errors.group} defaultValue={typed.group}>
          {namedOptions(groups)}
        </SelectField>
      ) : (
        <input type="hidden" name="group" value={groups[0]?.id ?? ''} />
      )}
      <SelectField
        label={words.schema}
        name="schema"
        error={errors.schema}
        defaultValue={typed.schema ?? first}
      >
        {last !== null && <option value="last">{choices.last(last)}</option>}
        {recordUrl && isOutsideOn && <option value="record">{choices.record(recordUrl)}</option>}
        {own.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
        {isOutsideOn && <option value="url">{choices.url}</option>}
        <option value="file">{choices.file}</option>
        <option value="none">{choices.none}</option>
      </SelectField>
      {isOutsideOn ? (
        <TextField
          label={words.schemaUrl}
          name="schemaUrl"
          hint={words.schemaUrlHint}
          type="url"
          error={errors.schemaUrl}
          defaultValue={typed.schemaUrl}
          autoComplete="off"
        />
      ) : (
        <p className="muted small mt-4">{words.schemaUrlOff}</p>
      )}
      <Field label={words.schemaFile} name="schemaFile" hint={words.schemaFileHint} error={errors.schemaFile}>
        {(control) => (
          <input
            className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
            type="file"
            accept=".json,application/json"
            {...control}
          />
        )}
      </Field>
      <button className="btn primary mt-6" type="submit">
        {words.next}
      </button>
    </Form>
  );
}
