import { Link } from 'react-router';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { FirstOf, SteeredMission } from '#shared/programme/steering/overview.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { percentOf } from '#shared/programme/steering/steering.ts';
import { Plate } from './panel.tsx';

const words = steering.missions;
interface MissionsProps {
  readonly missions: FirstOf<SteeredMission> & { readonly used: number; readonly granted: number };
  readonly address: SteeringAddress;
}

/** [PI13] Days of consulting, granted and consumed, those that have consumed most first. */
export function MissionsSection({ missions: { first, total, used, granted }, address }: MissionsProps) {
  const label = (at: number) => ({ 'data-l': words.columns[at] });
  return (
    <Plate
      id="missions"
      title={words.title}
      sentence={words.sentence(used, granted, total)}
      csv={programmePaths.steeringExport('csv', address, 'missions')}
    >
      {total > 0 && (
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
            {first.map(({ id, title, firm, ...days }) => {
              const percent = percentOf(days.used, days.granted);
              return (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <td {...label(1)}>{firm}</td>
                  <td {...label(2)}>{steering.number(days.granted)}</td>
                  <td {...label(3)}>{steering.number(days.used)}</td>
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
      {total > first.length && (
        <p className="mt-3">
          <Link to={programmePaths.steeringList('missions', address)}>{words.all(total)}</Link>
        </p>
      )}
    </Plate>
  );
}
