import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { join as words } from '#shared/people/member/join.fr.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { ThemeChip } from '../../ui/theme-chip.tsx';

interface OpenGroup {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly theme: { key: ThemeKey; name: string };
  readonly own: { readonly askedAt: Date } | null;
}

/** [MB1] The groups that one may ask to join, with what one asked already. Nothing when there are none. */
export function OpenGroups({ groups }: { groups: readonly OpenGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <Plate id="open-groups" title={words.openTitle} className="max-w-3xl">
      <p className="muted small">{words.openLead}</p>
      <ul className="ruled">
        {groups.map(({ id, name, purpose, theme, own }) => (
          <li key={id} className="stack">
            <ThemeChip theme={theme} />
            <p className="font-semibold">{name}</p>
            <p className="muted small">{purpose}</p>
            <p className="row">
              <Link
                className="btn sm"
                to={paths.groupJoin({ id, title: name })}
                aria-label={own ? words.seeOf(name) : words.askFor(name)}
              >
                {own ? words.see : words.ask}
              </Link>
              {own && <span className="muted small">{words.waitingShort(dates.short(own.askedAt))}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
