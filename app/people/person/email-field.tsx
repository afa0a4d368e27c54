import { people } from '#shared/people/person/people.fr.ts';
import { TextField } from '../../ui/field.tsx';

/** The address by which somebody comes in: wherever it is asked, browsers and their password managers know it for the same. */
export function EmailField({ value, error }: { value?: string | undefined; error?: string | undefined }) {
  return (
    <TextField
      label={people.email}
      name="email"
      type="email"
      autoComplete="username"
      required
      defaultValue={value}
      error={error}
    />
  );
}
