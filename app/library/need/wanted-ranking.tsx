import { Link } from 'react-router';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';

interface Ranked {
  readonly id: string;
  readonly name: string;
  readonly cities: number;
  readonly needs: number;
  readonly essential: number;
}

/** [DN9] What would unblock the most cities, in that order. */
export function WantedRanking({ ranked }: { ranked: readonly Ranked[] }) {
  const { rankColumns: columns } = words;
  return (
    <Plate id="ranking" title={words.ranking}>
      <p className="muted mb-3">{words.rankingLead}</p>
      {ranked.length === 0 ? (
        <p>{words.rankingEmpty}</p>
      ) : (
        <DataTable caption={words.rankingCaption} className="records">
          <thead>
            <tr>
              <th scope="col" className="w-[55%]">
                {columns.wanted}
              </th>
              <th scope="col" className="num">
                {columns.cities}
              </th>
              <th scope="col" className="num">
                {columns.needs}
              </th>
              <th scope="col" className="num">
                {columns.essential}
              </th>
            </tr>
          </thead>
          <tbody>
            {ranked.map((wanted) => (
              <tr key={wanted.id}>
                <th scope="row">
                  <Link to={programmePaths.wantedDataset(wanted)}>{wanted.name}</Link>
                </th>
                <td data-l={columns.cities} className="num">
                  {wanted.cities}
                </td>
                <td data-l={columns.needs} className="num">
                  {wanted.needs}
                </td>
                <td data-l={columns.essential} className="num">
                  {wanted.essential}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Plate>
  );
}
