import { Link } from 'react-router';
import { steering } from '#shared/messages/fr/steering.ts';
import { programmePaths, type SteeringAddress } from '#shared/programme-paths.ts';
import type { SteeredMission } from '#shared/steering/overview.ts';
import { percentOf } from '#shared/steering/steering.ts';
import { Plate } from './plate.tsx';

const words = steering.missions;
const SHOWN = 6;

interface MissionsProps {
  readonly missions: readonly SteeredMission[];
  readonly address: SteeringAddress;
}

/** [PI13] Days of consulting, granted and consumed, those that have consumed most first. */
export function MissionsSection({ missions, address }: MissionsProps) {
  const sum = (of: (mission: SteeredMission) => number) =>
    missions.reduce((total, mission) => total + of(mission), 0);
  const label = (at: number) => ({ 'data-l': words.columns[at] });
  return (
    <Plate
      id="missions"
      title={words.title}
      sentence={words.sentence(
        sum(({ used }) => used),
        sum(({ granted }) => granted),
        missions.length,
      )}
      csv={programmePaths.steeringExport('csv', address, 'missions')}
    >
      {missions.length > 0 && (
        <table className="records">
          <caption className="vh">{words.caption}</caption>
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {missions.slice(0, SHOWN).map(({ id, title, firm, granted, used }) => {
              const percent = percentOf(used, granted);
              return (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <td {...label(1)}>{firm}</td>
                  <td {...label(2)}>{steering.number(granted)}</td>
                  <td {...label(3)}>{steering.number(used)}</td>
                  <td {...label(4)}>
                    <span className="gauge">
                      <b>{percent === null ? steering.unknown : steering.percent(percent)}</b>
                      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                        <rect className="track" width="100" height="8" rx="1" />
                        <rect className="fill" width={Math.min(100, percent ?? 0)} height="8" rx="1" />
                      </svg>
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {missions.length > SHOWN && (
        <p className="mt-3">
          <Link to={programmePaths.steeringList('missions', address)}>{words.all(missions.length)}</Link>
        </p>
      )}
    </Plate>
  );
}
