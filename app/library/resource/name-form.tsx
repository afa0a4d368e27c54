import { Form } from 'react-router';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';

const words = resource.collection;

/** The name of a collection, new or not. */
export function CollectionNameForm({
  intent,
  submit,
  name = '',
  refused,
}: {
  intent: string;
  submit: string;
  name?: string;
  refused:
    | {
        readonly errors: Readonly<Partial<Record<string, string>>>;
        readonly values: Readonly<Partial<Record<string, string>>>;
      }
    | undefined;
}) {
  return (
    <Form method="post" noValidate>
      <ErrorSummary title={words.faults} faults={faultsOf(refused?.errors)} answer={refused} />
      <TextField
        label={words.name}
        name="name"
        error={refused?.errors.name}
        defaultValue={refused?.values.name ?? name}
        autoComplete="off"
        required
      />
      <p className="mt-3">
        <button className="btn" type="submit" name="intent" value={intent}>
          {submit}
        </button>
      </p>
    </Form>
  );
}
