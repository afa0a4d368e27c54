import { Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import type { CitiesByRegion } from '#shared/programme/territory/city-list.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { DataTable } from '../../ui/records/data-table.tsx';

const words = territory;

/** The cities of one region. Columns have fixed widths: they stand under one another from region to region. */
export function CityTable({ region, cities }: CitiesByRegion) {
  const heading = `region-${region.code}`;
  return (
    <section className="plate" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{region.name}</h2>
        <span className="muted">{words.communes(cities.length)}</span>
      </header>
      <DataTable caption={words.caption(region.name)} className="records table-fixed">
        <thead>
          <tr>
            <th scope="col" className="w-[24%]">
              {words.columns.city}
            </th>
            <th scope="col" className="w-[17%]">
              {words.columns.department}
            </th>
            <th scope="col">{words.columns.intermunicipality}</th>
            <th scope="col" className="num w-[12%]">
              {words.columns.population}
            </th>
            <th scope="col" className="w-[15%]">
              {words.columns.agreement}
            </th>
          </tr>
        </thead>
        <tbody>
          {cities.map(({ code, name, department, intermunicipality, population, agreement }) => (
            <tr key={code}>
              <th scope="row">
                <Link to={paths.city(code)}>{name}</Link>
              </th>
              <td data-l={words.columns.department}>{department.name}</td>
              <td data-l={words.columns.intermunicipality}>{intermunicipality}</td>
              <td data-l={words.columns.population} className="num">
                {population === null ? '' : words.population(population)}
              </td>
              <td data-l={words.columns.agreement}>
                <span className="row gap-x-2 gap-y-1">
                  {agreement.id}
                  {!agreement.isInProgramme && <span className="badge">{words.later}</span>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
