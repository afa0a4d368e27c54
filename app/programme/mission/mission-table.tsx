import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionTotal } from '#shared/programme/mission/mission-list.ts';
import type { ListedMission } from '#shared/programme/mission/mission-records.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { noonOf } from './answer.ts';
import { MissionState } from './mission-state.tsx';

/** Days and money of the missions that a filter leaves, on whatever page they are. */
export function MissionTotals({ totals: { granted, used, cost } }: { totals: MissionTotal }) {
  const { totals } = words;
  return (
    <dl className="mission-totals mb-6" aria-label={totals.label}>
      <Total label={totals.granted} value={words.days(granted)} />
      <Total label={totals.used} value={words.days(used)} />
      <Total label={totals.remaining} value={words.days(granted - used)} />
      {cost !== null && <Total label={totals.cost} value={words.euros(cost)} />}
    </dl>
  );
}

function Total({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="muted small">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Missions, a row each: where, by whom, until when, how far. */
export function MissionTable({ missions, today }: { missions: readonly ListedMission[]; today: string }) {
  const { columns } = words;
  return (
    <RecordTable
      caption={words.caption}
      columns={[columns.mission, columns.firm, columns.cities, columns.period, columns.days]}
      first="w-[34%]"
    >
      {missions.map((mission) => (
        <tr key={mission.id}>
          <th scope="row">
            <Link to={programmePaths.mission(mission)}>{mission.title}</Link>
            <small>{mission.experiment.title}</small>
          </th>
          <td data-l={columns.firm}>{mission.firm.name}</td>
          <td data-l={columns.cities}>{mission.cities.map(({ name }) => name).join(', ')}</td>
          <td data-l={columns.period}>
            <span>
              {words.period(dates.short(noonOf(mission.startsOn)), dates.short(noonOf(mission.endsOn)))}
            </span>{' '}
            <MissionState mission={mission} today={today} />
          </td>
          <td data-l={columns.days}>
            {words.used(mission.usedQuarters, mission.grantedQuarters)}
            <span className="bar mt-1" aria-hidden="true">
              <span
                style={{
                  width: `${Math.min(100, (mission.usedQuarters / mission.grantedQuarters) * 100)}%`,
                }}
              />
            </span>
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}
