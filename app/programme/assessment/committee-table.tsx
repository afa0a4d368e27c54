import { Link } from 'react-router';
import { assessment } from '#shared/programme/assessment/assessment.fr.ts';
import { committee as words } from '#shared/programme/assessment/committee.fr.ts';
import { type CommitteeOrder, sorted } from '#shared/programme/assessment/order.ts';
import { placesOf } from '#shared/programme/assessment/score.ts';
import type { SheetRow } from '#shared/programme/assessment/sheet.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { DataTable } from '../../ui/records/data-table.tsx';

/** The sheet of the committee: marks of each assessor, average, spread and decision, sorted by the address. */
export function CommitteeTable({
  callId,
  rows,
  order,
}: {
  callId: string;
  rows: readonly SheetRow[];
  order: CommitteeOrder;
}) {
  const averages = rows.map((row) => ({ id: row.id, average: row.summary?.average ?? null }));
  const places = placesOf(averages);
  const placeOf = new Map(averages.map((one) => [one.id, places.get(one)]));
  const heading = (key: CommitteeOrder, label: string) => (
    <th scope="col" aria-sort={order === key ? (key === 'numero' ? 'ascending' : 'descending') : undefined}>
      <Link to={programmePaths.committee({ id: callId }, key)} aria-label={words.sortBy(label)}>
        {label}
      </Link>
    </th>
  );
  return (
    <DataTable caption={words.caption} className="records">
      <thead>
        <tr>
          <th scope="col">{words.columns.place}</th>
          {heading('numero', words.columns.application)}
          <th scope="col">{words.columns.marks}</th>
          {heading('moyenne', words.columns.average)}
          {heading('ecart', words.columns.spread)}
          <th scope="col">{words.columns.decision}</th>
        </tr>
      </thead>
      <tbody>
        {sorted(rows, order).map((row) => {
          const place = placeOf.get(row.id);
          return (
            <tr key={row.id}>
              <td className="num" data-l={words.columns.place}>
                {place ? words.place(place.place) : '—'}
                {place?.isTie && <span className="muted small"> {words.tie}</span>}
              </td>
              <th scope="row">
                {row.recusal ? (
                  row.title
                ) : (
                  <Link to={row.mayOpen ? programmePaths.assessment(row) : programmePaths.application(row)}>
                    {row.title}
                  </Link>
                )}
                <span className="muted small block">
                  {row.number} · {row.organisation.name}
                </span>
                {row.isLate && <span className="badge warning">{words.late}</span>}
                {row.recusedNames.length > 0 && (
                  <span className="muted small block">{words.recusedNames(row.recusedNames)}</span>
                )}
              </th>
              <td data-l={words.columns.marks}>
                <Marks row={row} />
              </td>
              <td className="num" data-l={words.columns.average}>
                <strong>{assessment.figure(row.summary?.average ?? null)}</strong>
              </td>
              <td className="num" data-l={words.columns.spread}>
                {assessment.figure(row.summary?.spread ?? null)}
              </td>
              <td data-l={words.columns.decision}>
                <State row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function Marks({ row }: { row: SheetRow }) {
  if (row.recusal) return <span className="muted">{words.recused[row.recusal]}</span>;
  if (row.assessors.length === 0) return <span className="muted">{words.noAssessor}</span>;
  return (
    <>
      <ul>
        {row.assessors.map(({ userId, name, hasGiven, score }) => (
          <li key={userId}>
            {name}{' '}
            <span className={hasGiven ? 'num' : 'muted small'}>
              {score !== null ? assessment.figure(score) : hasGiven ? assessment.hasGiven : words.notGiven}
            </span>
          </li>
        ))}
      </ul>
      {row.isBlind && <p className="muted small">{words.blind}</p>}
    </>
  );
}

function State({ row: { decision, announced } }: { row: SheetRow }) {
  const shown = decision?.outcome ? decision : announced;
  if (!shown?.outcome) return <span className="muted">{words.undecided}</span>;
  return (
    <>
      {words.outcomeOf(shown.outcome, shown.waitingRank)}
      {announced && (
        <span className="muted small block">
          {decision && decision.rank > announced.rank ? words.changedSince : words.announced(announced.at)}
        </span>
      )}
    </>
  );
}
