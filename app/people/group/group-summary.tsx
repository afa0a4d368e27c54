import { Link } from 'react-router';
import { access } from '#shared/kernel/access/access.fr.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { ThemeChip } from '../../ui/theme-chip.tsx';

interface SummarisedGroup {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly theme: { key: ThemeKey; name: string };
  readonly role: GroupRole;
}

/** One group in a list: theme, name, what it is for, the reader's role. */
export function GroupSummary({ group }: { group: SummarisedGroup }) {
  return (
    <li className="stack">
      <ThemeChip theme={group.theme} />
      <p>
        <Link className="font-semibold" to={paths.group({ id: group.id, title: group.name })}>
          {group.name}
        </Link>
      </p>
      <p className="muted small">{group.purpose}</p>
      <p className="muted small">{groupWords.yourRole(access.groupRoles[group.role])}</p>
    </li>
  );
}
