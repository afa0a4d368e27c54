import { Link } from 'react-router';
import type { FacilitatedGroup } from '#shared/news/cockpit/facilitated-group.ts';
import { home as words } from '#shared/news/to-do/home.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { ProgrammeLine } from '#shared/programme/steering/programme-line.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';

/** [AF5] The groups that the reader facilitates: when each meets, what is late, who is silent. */
export function FacilitatedGroups({ groups }: { readonly groups: readonly FacilitatedGroup[] }) {
  const { columns, cities, noMeeting, nobody } = words.facilitated;
  const [, next, late, silent] = columns;
  return (
    <Plate id="facilitated" title={words.groups} beside={<Link to={paths.groups()}>{words.allGroups}</Link>}>
      <RecordTable caption={words.groups} columns={columns}>
        {groups.map(({ id, name, ...group }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={paths.group({ id, title: name })}>{name}</Link>
              <small>{cities(group.cities)}</small>
            </th>
            <td data-l={next}>
              {group.nextAt ? (
                <time dateTime={group.nextAt.toISOString()}>{words.facilitated.next(group.nextAt)}</time>
              ) : (
                <Link to={paths.newMeeting({ id, title: name })}>{noMeeting}</Link>
              )}
            </td>
            <td data-l={late}>{group.late}</td>
            <td data-l={silent}>{group.silent.join(', ') || nobody}</td>
          </tr>
        ))}
      </RecordTable>
    </Plate>
  );
}

/** [AF5] Where the programme is, in one line. */
export function ProgrammeInBrief({ line }: { readonly line: ProgrammeLine }) {
  const { experiments, late, chapters, days, of, steering } = words.line;
  return (
    <section className="oneline" aria-label={words.line.title}>
      <p>
        <b>{line.experiments}</b> {experiments(line.experiments)}
        {line.late.length > 0 && <span className="warning">{late(line.late.length)}</span>}
      </p>
      {line.chapters.total > 0 && (
        <p>
          <b>{of(line.chapters.approved, line.chapters.total)}</b> {chapters}
        </p>
      )}
      {line.quarters.granted > 0 && (
        <p>
          <b>{of(line.quarters.used / 4, line.quarters.granted / 4)}</b> {days}
        </p>
      )}
      <Link to={programmePaths.steering()}>{steering}</Link>
    </section>
  );
}

const LATE = 5;

/** [AF5] The experiments that are late, and why. */
export function LateExperiments({ late }: Pick<ProgrammeLine, 'late'>) {
  if (late.length === 0) return null;
  const { lateTitle, missing, milestone } = words.line;
  return (
    <Plate
      id="late"
      title={lateTitle}
      beside={<Link to={programmePaths.steering()}>{words.line.steering}</Link>}
    >
      <ul className="links">
        {late.slice(0, LATE).map(({ id, title, city, missingMonth, milestone: step }) => (
          <li key={id}>
            <Link to={programmePaths.experiment({ id, title })}>{title}</Link>
            <p>
              {[step ? milestone(step) : missingMonth && missing(missingMonth), city]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </Plate>
  );
}

/** [AF5] What whoever facilitates begins from here. */
export function ToPrepare({
  group,
  mayInvite,
}: {
  readonly group: { readonly id: string; readonly name: string };
  readonly mayInvite: boolean;
}) {
  return (
    <Plate id="prepare" title={words.prepare}>
      <ul className="links">
        <li>
          <Link to={paths.newMeeting({ id: group.id, title: group.name })}>{words.planMeeting}</Link>
          <p>{group.name}</p>
        </li>
        {mayInvite && (
          <li>
            <Link to={paths.administrationPeople()}>{words.invite}</Link>
          </li>
        )}
      </ul>
    </Plate>
  );
}
