import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { canInGroup, type GroupRole } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { ThemeChip } from '../../ui/theme-chip.tsx';

interface HeaderGroup {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly theme: { key: ThemeKey; name: string } | null;
  readonly role: GroupRole;
}

/** Top of every page of a group: what it is, what one can do here, and its tabs. */
export function GroupHeader({ group, children }: { group: HeaderGroup; children?: ReactNode }) {
  const titled = { id: group.id, title: group.name };
  // By the part after the group, since its readable tail may be old or absent.
  const here = useLocation().pathname.split('/')[3] ?? '';
  const isSpace = group.theme === null;
  const meetings = [paths.groupMeetings(titled), groupWords.meetings] as const;
  const decisions = [paths.groupDecisions(titled), groupWords.decisions] as const;
  const tabs = [
    [isSpace ? paths.ownSpace() : paths.group(titled), groupWords.overview],
    [paths.groupDocuments(titled), groupWords.documents],
    [paths.groupBoards(titled), groupWords.boards],
    // [MV1] Nobody facilitates a space: it holds no meetings.
    ...(isSpace ? [] : [meetings]),
    [paths.groupTopics(titled), groupWords.topics],
    [paths.groupResources(titled), groupWords.resources],
    [paths.groupTasks(titled), groupWords.tasks],
    ...(isSpace ? [] : [decisions]),
    [paths.groupMembers(titled), groupWords.members],
    ...(canInGroup(group.role, 'group.edit')
      ? ([
          [paths.groupCockpit(titled), groupWords.cockpit],
          [paths.groupSettings(titled), groupWords.settings],
        ] as const)
      : []),
  ] as const;
  return (
    <>
      <div className="head">
        <div>
          <p className="over">
            {group.theme ? <ThemeChip theme={group.theme} /> : groupWords.ofOrganisation}
          </p>
          <h1>{group.name}</h1>
          {group.purpose && <p className="lead">{group.purpose}</p>}
        </div>
        {children}
      </div>
      <Tabs label={groupWords.tabs}>
        {tabs.map(([href, label]) => (
          <Link key={href} to={href} aria-current={here === (href.split('/')[3] ?? '') ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </Tabs>
    </>
  );
}
