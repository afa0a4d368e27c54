import { Link } from 'react-router';
import { listMeetingFigures } from '#db/meetings/held/meeting-figures.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { meetingFigures as words } from '#shared/meetings/held/minutes.fr.ts';
import { meeting as meetingWords } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { ScrollBox } from '../../../ui/late/scroll-box.tsx';
import { OrganisationMarks } from '../../../ui/organisation-marks.tsx';
import { OrganisationShares } from '../organisation-shares.tsx';
import type { Route } from './+types/group-meeting-figures';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupMeetings(titled), label: meetingWords.listTitle },
      { href: paths.groupMeetingFigures(titled), label: words.title },
    ];
  },
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'meeting.read');
  return { group, held: await listMeetingFigures(context.get(servicesContext).db, { groupId: group.id }) };
}

export default function GroupMeetingFigures({ loaderData: { group, held } }: Route.ComponentProps) {
  const average = (of: (meeting: (typeof held)[number]) => number) =>
    Math.round(held.reduce((sum, meeting) => sum + of(meeting), 0) / Math.max(1, held.length));
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      {held.length === 0 ? (
        <div className="empty">
          <h2>{words.noneTitle}</h2>
          <p>{words.noneText}</p>
        </div>
      ) : (
        <>
          <h2>{words.title}</h2>
          <dl className="held-figures">
            <div>
              <dt>{words.held}</dt>
              <dd>{held.length}</dd>
            </div>
            <div>
              <dt>{words.length}</dt>
              <dd>{meetingHeld.duration(average(({ minutes }) => minutes))}</dd>
            </div>
            <div>
              <dt>{words.people}</dt>
              <dd>{average(({ people }) => people)}</dd>
            </div>
          </dl>
          <h2 className="mt-8">{words.attendanceOf}</h2>
          <OrganisationShares held={held} />
          <ScrollBox className="tablewrap mt-8" label={words.table}>
            <table>
              <caption>{words.table}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.meeting}</th>
                  <th scope="col">{words.people}</th>
                  <th scope="col">{words.organisations}</th>
                </tr>
              </thead>
              <tbody>
                {held.map((meeting) => (
                  <tr key={meeting.id}>
                    <th scope="row">
                      <Link to={paths.meeting(meeting)}>{meeting.title}</Link>
                      <br />
                      <span className="muted small">
                        {dates.short(meeting.startsAt)}, {meetingHeld.duration(meeting.minutes)}
                      </span>
                    </th>
                    <td>{meeting.people}</td>
                    <td>
                      <OrganisationMarks organisations={meeting.organisations} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </>
      )}
    </main>
  );
}
