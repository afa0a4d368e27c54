import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import {
  ACCESS_REASONS,
  ACCESS_STATUSES,
  FREQUENCIES,
  LICENCES,
  PRODUCER_KINDS,
} from '#shared/library/dataset/dataset.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { IMPORTANCES } from '#shared/library/need/data-need.ts';
import type { NeedFault } from '#shared/library/need/need-fault.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';

/** More would help nobody. */
const SHOWN_MAX = 200;

/** [DN11] What is wrong in a file, by line and column. */
export function NeedFaults({ faults }: { faults: readonly NeedFault[] }) {
  const { importColumns: columns } = words;
  return (
    <section className="plate mt-8" aria-labelledby="faults">
      <header>
        <h2 id="faults" tabIndex={-1}>
          {words.importFaults(faults.length)}
        </h2>
      </header>
      <RecordTable
        caption={words.importRefused}
        columns={[columns.line, columns.column, columns.value, columns.what]}
      >
        {faults.slice(0, SHOWN_MAX).map(({ line, column, value, code }) => (
          <tr key={`${line} ${column} ${code}`}>
            <th scope="row">{line ?? words.wholeFile}</th>
            <td data-l={columns.column}>{column ? words.columns[column] : ''}</td>
            <td data-l={columns.value} className="break-words">
              {value}
            </td>
            <td data-l={columns.what}>{sayFault(code)}</td>
          </tr>
        ))}
      </RecordTable>
    </section>
  );
}

function sayFault(code: NeedFault['code']): string {
  return code in words.errors
    ? words.errors[code as keyof typeof words.errors]
    : words.fileFaults[code as keyof typeof words.fileFaults];
}

/** The words and codes that a file may hold. */
export function AcceptedValues() {
  const lists: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [words.columns.producerKind, PRODUCER_KINDS.map((code) => [code, dataset.producerKinds[code]])],
    [words.columns.importance, IMPORTANCES.map((code) => [code, words.importances[code]])],
    [words.columns.accessStatus, ACCESS_STATUSES.map((code) => [code, dataset.accessStatuses[code]])],
    [
      words.columns.accessReason,
      [...ACCESS_REASONS.closed_justified, ...ACCESS_REASONS.other].map((code) => [
        code,
        dataset.accessReasons[code],
      ]),
    ],
    [words.columns.frequency, FREQUENCIES.map((code) => [code, dataset.frequencies[code]])],
    [words.columns.licence, LICENCES.map((code) => [code, dataset.licences[code]])],
  ];
  return (
    <details className="mt-8 max-w-3xl">
      <summary>{words.importValues}</summary>
      <p className="muted my-3">{words.importValuesLead}</p>
      <dl className="facts small">
        {lists.map(([column, values]) => (
          <div key={column} className="contents">
            <dt>{column}</dt>
            <dd>
              <ul>
                {values.map(([code, said]) => (
                  <li key={code}>
                    {said} <code>{code}</code>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
