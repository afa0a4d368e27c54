import { Link } from 'react-router';
import { inFrench } from '#shared/kernel/text/order.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import type { FacilitatorForReader } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';

const AREAS_SHOWN = 4;

/** The structures, a row each. */
export function FacilitatorTable({ facilitators }: { facilitators: readonly FacilitatorForReader[] }) {
  const { columns } = words;
  return (
    <RecordTable
      caption={words.caption}
      columns={[columns.name, columns.kind, columns.areas]}
      first="w-[38%]"
    >
      {facilitators.map(({ id, name, kind, areas }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={programmePaths.facilitator({ id, title: name })}>{name}</Link>
          </th>
          <td data-l={columns.kind}>{words.kinds[kind]}</td>
          <td data-l={columns.areas}>
            {areas
              .slice(0, AREAS_SHOWN)
              .map((area) => area.name)
              .join(', ') || words.facts.unknown}
            {areas.length > AREAS_SHOWN && words.andMore(areas.length - AREAS_SHOWN)}
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}

/** The same, by territory: each territory with those who cover it. */
export function FacilitatorsByArea({ facilitators }: { facilitators: readonly FacilitatorForReader[] }) {
  const places = new Map<string, { name: string; level: string; here: FacilitatorForReader[] }>();
  for (const facilitator of facilitators)
    for (const area of facilitator.areas) {
      const key = `${area.level} ${area.code}`;
      const place = places.get(key) ?? { name: area.name, level: area.level, here: [] };
      place.here.push(facilitator);
      places.set(key, place);
    }
  const loose = facilitators.filter(({ areas }) => areas.length === 0);
  return (
    <>
      {(['region', 'department', 'intermunicipality'] as const).map((level) => {
        const found = [...places.entries()]
          .filter(([, place]) => place.level === level)
          .sort(([, a], [, b]) => inFrench(a.name, b.name));
        return (
          found.length > 0 && (
            <section className="plate" aria-labelledby={level} key={level}>
              <header>
                <h2 id={level}>{words.levels[level]}</h2>
              </header>
              <ul className="ruled">
                {found.map(([key, { name, here }]) => (
                  <li key={key}>
                    <h3>{name}</h3>
                    <Names facilitators={here} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      {loose.length > 0 && (
        <Plate id="loose" title={words.wholeFrance}>
          <Names facilitators={loose} />
        </Plate>
      )}
    </>
  );
}

function Names({ facilitators }: { facilitators: readonly FacilitatorForReader[] }) {
  return (
    <ul>
      {facilitators.map(({ id, name, kind }) => (
        <li key={id}>
          <Link to={programmePaths.facilitator({ id, title: name })}>{name}</Link>{' '}
          <span className="muted small">{words.kinds[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
