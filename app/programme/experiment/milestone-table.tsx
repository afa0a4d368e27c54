import { CircleCheck, CircleDashed, CirclePlay, TriangleAlert } from 'lucide-react';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { experimentMilestone as words } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import {
  type Milestone,
  type MilestoneStanding,
  standingOf,
} from '#shared/programme/experiment/milestone.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';

const looks = {
  done: [CircleCheck, 'success'],
  late: [TriangleAlert, 'warning'],
  running: [CirclePlay, 'info'],
  toCome: [CircleDashed, ''],
} as const satisfies Record<MilestoneStanding, readonly [typeof CircleCheck, string]>;

/** How a milestone stands: icon and word. */
export function StandingBadge({ standing }: { standing: MilestoneStanding }) {
  const [Icon, kind] = looks[standing];
  return (
    <span className={`badge ${kind}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.standings[standing]}
    </span>
  );
}

/** [EX8] The same as the chart says, in words. */
export function MilestoneTable({ milestones, today }: { milestones: readonly Milestone[]; today: string }) {
  const { columns } = words;
  return (
    <RecordTable
      caption={words.figureTitle}
      columns={[
        columns.title,
        columns.first,
        columns.planned,
        columns.started,
        columns.done,
        columns.standing,
      ]}
    >
      {milestones.map((milestone) => (
        <tr key={milestone.id}>
          <th scope="row">{milestone.title}</th>
          <td data-l={columns.first}>
            {words.fromTo(dayWords.short(milestone.firstFrom), dayWords.short(milestone.firstTo))}
          </td>
          <td data-l={columns.planned}>{dayWords.short(milestone.plannedTo)}</td>
          <td data-l={columns.started}>{milestone.startedOn ? dayWords.short(milestone.startedOn) : '—'}</td>
          <td data-l={columns.done}>{milestone.doneOn ? dayWords.short(milestone.doneOn) : '—'}</td>
          <td data-l={columns.standing}>
            <StandingBadge standing={standingOf(milestone, today)} />
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}
