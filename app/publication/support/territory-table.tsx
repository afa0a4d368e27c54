import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dueDays } from '#shared/kernel/day/due-days.fr.ts';
import { paths } from '#shared/paths.ts';
import { adoption } from '#shared/publication/adoption/adoption.fr.ts';
import { support as words } from '#shared/publication/support/support.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { type TerritoryCity, waitingOf } from '#shared/publication/support/territory.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';

/** [AT5] The cities of a territory: where each is, what it repeats and asks, and what was last done for it. */
export function TerritoryTable({ cities }: { readonly cities: readonly TerritoryCity[] }) {
  const { columns } = words;
  return (
    <RecordTable caption={words.caption} columns={Object.values(columns)} first="w-[24%]">
      {cities.map((city) => (
        <tr key={city.id ?? city.code}>
          <th scope="row">
            <Link to={city.id ? supportPaths.territoryCity(city.id) : paths.city(city.code ?? '')}>
              {city.name}
            </Link>
            {city.department && <small>{city.department.name}</small>}
          </th>
          <td data-l={columns.standing}>{words.standings[city.standing]}</td>
          <td data-l={columns.adoptions}>
            <Repeated adoptions={city.adoptions} />
          </td>
          <td data-l={columns.asks}>
            <Asked city={city} />
          </td>
          <td data-l={columns.supports}>
            <LastSupport supports={city.supports} />
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}

function Repeated({ adoptions }: Pick<TerritoryCity, 'adoptions'>) {
  if (adoptions.length === 0) return <span className="muted">{words.noAdoption}</span>;
  return (
    <ul>
      {adoptions.map(({ title, interest }) => (
        <li key={title}>
          {title}
          <small className="muted block">{interest ? adoption.states[interest] : words.checking}</small>
        </li>
      ))}
    </ul>
  );
}

/** What waits, the oldest first; else whether what was asked was answered. */
function Asked({ city }: { readonly city: TerritoryCity }) {
  const waiting = waitingOf(city).toReversed();
  if (waiting.length === 0)
    return <span className="muted">{city.asks.length > 0 ? words.answered : words.asksNothing}</span>;
  return (
    <ul>
      {waiting.map(({ kind, title, by, at }) => (
        <li key={`${kind} ${at.toISOString()}`}>
          {words.ask(kind, title)}
          <small className="muted block">{words.since(dueDays.day(dates.iso(at)), by)}</small>
        </li>
      ))}
    </ul>
  );
}

function LastSupport({ supports: [last] }: Pick<TerritoryCity, 'supports'>) {
  if (!last) return <span className="muted">{words.noSupport}</span>;
  return (
    <div>
      {words.kinds[last.kind]}
      <small className="muted block">{words.since(dueDays.day(last.day), last.by)}</small>
    </div>
  );
}
