import { access } from '#shared/kernel/access/access.fr.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { SelectField } from '../../ui/field.tsx';

/** The role to choose. */
export function RoleField({
  id,
  defaultValue = 'contributor',
  error,
  withHelp = false,
}: {
  id: string;
  defaultValue?: string;
  error: string | undefined;
  /** Says what each role means, where there is room for it. */
  withHelp?: boolean;
}) {
  return (
    <SelectField label={words.role} name="role" id={id} defaultValue={defaultValue} error={error}>
      {GROUP_ROLES.map((role) => (
        <option key={role} value={role}>
          {withHelp ? `${access.groupRoles[role]} (${words.roleHelp[role]})` : access.groupRoles[role]}
        </option>
      ))}
    </SelectField>
  );
}
