import { Link } from 'react-router';
import { captioned } from '#shared/kernel/captioned.ts';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { CityCounts, DepartmentCount } from '#shared/programme/steering/overview.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { heatOfCount } from '#shared/programme/steering/steering.ts';
import { DepartmentMap } from '../../ui/late/department-map.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';
import { Plate } from './panel.tsx';

const words = steering.map;
const FIRST = 7;

interface MapSectionProps {
  readonly cities: CityCounts;
  readonly departments: readonly DepartmentCount[];
  readonly address: SteeringAddress;
}

/** [PI4] The map of the programme and its table. */
export function MapSection({ cities, departments, address }: MapSectionProps) {
  const held = departments.filter(({ communes }) => communes > 0);
  const sentence = `${words.sentence(cities)} ${words.regions(cities.regions)}.`;
  const most = held.toSorted((a, b) => b.communes - a.communes).slice(0, FIRST);
  return (
    <Plate id="carte" title={words.title} csv={programmePaths.steeringExport('csv', address, 'departements')}>
      {departments.length === 0 ? (
        <p className="muted">{words.empty}</p>
      ) : (
        <figure className="map" {...captioned(sentence)}>
          <figcaption>{sentence}</figcaption>
          <DepartmentMap
            departments={departments.map(({ code, name, communes }) => ({
              code,
              said: words.count(name, communes),
              count: communes,
              href: programmePaths.steeringList('communes', { ...address, department: code }),
            }))}
            heatOf={heatOfCount}
            words={words}
          />
          <div>
            {held.length > FIRST ? (
              <>
                <DepartmentTable departments={most} address={address} caption={words.most} />
                <details className="mt-3">
                  <summary>{words.all(held.length)}</summary>
                  <DepartmentTable departments={held} address={address} caption={words.caption} />
                </details>
              </>
            ) : (
              <DepartmentTable departments={held} address={address} caption={words.caption} />
            )}
            <p className="xs muted mt-2">{words.credit}</p>
          </div>
        </figure>
      )}
    </Plate>
  );
}

function DepartmentTable({
  departments,
  address,
  caption,
}: {
  departments: readonly DepartmentCount[];
  address: SteeringAddress;
  caption: string;
}) {
  return (
    <DataTable caption={caption} box="mt-3">
      <thead>
        <tr>
          <th scope="col">{words.department}</th>
          <th scope="col" className="num">
            {words.communes}
          </th>
          <th scope="col" className="num">
            {words.agreements}
          </th>
        </tr>
      </thead>
      <tbody>
        {departments.map(({ code, name, region, communes, agreements }) => (
          <tr key={code}>
            <th scope="row">
              {name}
              <small>{region.name}</small>
            </th>
            <td className="num">
              <Link
                to={programmePaths.steeringList('communes', { ...address, department: code })}
                aria-label={words.count(name, communes)}
              >
                {communes}
              </Link>
            </td>
            <td className="num">{agreements}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
