import { people } from '#shared/people/person/people.fr.ts';
import { JOB_TITLE_MAX, NAME_MAX } from '#shared/people/person/person.ts';
import { TextField } from '../../ui/field.tsx';

interface AccountFieldsProps {
  /** Shown and not changed when an invitation imposes it. */
  readonly email: { readonly value: string; readonly isFixed: boolean };
  readonly name: string | undefined;
  readonly jobTitle: string | undefined;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

/** What somebody writes to have an account: address, name, job title, password. */
export function AccountFields({ email, name, jobTitle, errors }: AccountFieldsProps) {
  return (
    <>
      <TextField
        label={people.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        readOnly={email.isFixed}
        defaultValue={email.value}
        error={errors.email}
      />
      <TextField
        label={people.name}
        name="name"
        autoComplete="name"
        required
        maxLength={NAME_MAX}
        defaultValue={name}
        error={errors.name}
      />
      <TextField
        label={people.jobTitle}
        name="jobTitle"
        autoComplete="organization-title"
        maxLength={JOB_TITLE_MAX}
        hint={people.jobTitleHint}
        defaultValue={jobTitle}
        error={errors.jobTitle}
      />
      <TextField
        label={people.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={people.passwordHint}
        error={errors.password}
      />
    </>
  );
}
