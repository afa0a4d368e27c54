import { Link } from 'react-router';
import type { GroupRole } from '#shared/access.ts';
import type { ThemeKey } from '#shared/group/theme.ts';
import { access } from '#shared/messages/fr/access.ts';
import { group as groupWords } from '#shared/messages/fr/group.ts';
import { paths } from '#shared/paths.ts';
import { ThemeChip } from '../ui/theme-chip.tsx';

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
