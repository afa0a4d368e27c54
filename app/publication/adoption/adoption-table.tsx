import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { countStates, ListedAdoption } from '#shared/publication/adoption/adoption-list.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { INTEREST_STATES } from '#shared/publication/adoption/interest.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { InterestBadge } from './interest-badge.tsx';

/** How many of the list stand in each state. */
export function StateCounts({ counts }: { counts: ReturnType<typeof countStates> }) {
  return (
    <ul className="row mb-4">
      {INTEREST_STATES.map((state) => (
        <li key={state} className="row">
          <InterestBadge interest={state} /> {counts[state]}
        </li>
      ))}
    </ul>
  );
}

/** [RP5] What cities make of sheets; a line leads to the check where its reader may read it. */
export function AdoptionTable({ adoptions }: { adoptions: readonly ListedAdoption[] }) {
  const { columns } = words;
  return (
    <RecordTable
      caption={words.caption}
      columns={[columns.city, columns.sheet, columns.state, columns.since, columns.verdict]}
    >
      {adoptions.map(({ id, city, sheet, interest, since, verdict }) => (
        <tr key={id}>
          <th scope="row">
            {verdict ? (
              <Link to={adoptionPaths.adoption({ id, title: sheet.title })}>{city.name}</Link>
            ) : (
              city.name
            )}
          </th>
          <td data-l={columns.sheet}>
            {sheet.isPublic ? <a href={sheetPaths.publicSheet(sheet.address)}>{sheet.title}</a> : sheet.title}
          </td>
          <td data-l={columns.state}>
            {interest ? <InterestBadge interest={interest} /> : words.notDeclared}
          </td>
          <td data-l={columns.since}>{since ? dates.short(since) : '–'}</td>
          <td data-l={columns.verdict}>{verdict ? words.shortVerdicts[verdict] : '–'}</td>
        </tr>
      ))}
    </RecordTable>
  );
}
