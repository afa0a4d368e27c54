import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import type { NeedPlace, NeedStep } from '#shared/library/need/status-history.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';

type ShownStep = NeedStep & { readonly rank: number; readonly byName: string | null };

/** [DN4] Every step of a need, with its date and who took it. */
export function NeedHistory({ steps }: { steps: readonly ShownStep[] }) {
  const { historyColumns: columns } = words;
  return (
    <Plate id="history" title={words.history}>
      <RecordTable
        caption={words.historyCaption}
        columns={[columns.at, columns.from, columns.to, columns.by]}
      >
        {steps.map((step) => (
          <tr key={step.rank}>
            <th scope="row">
              <time dateTime={step.at.toISOString()} title={dates.exact(step.at)}>
                {dates.short(step.at)}
              </time>
            </th>
            <td data-l={columns.from}>{step.from ? sayPlace(step.from) : words.born}</td>
            <td data-l={columns.to}>
              {step.to ? sayPlace(step.to) : words.gone}
              {detailsOf(step) && <small>{detailsOf(step)}</small>}
            </td>
            <td data-l={columns.by}>
              {step.byName ?? words.someone}
              {step.why && <small>{step.why}</small>}
            </td>
          </tr>
        ))}
      </RecordTable>
    </Plate>
  );
}

function detailsOf({ accessReason, opensOn }: NeedStep): string {
  if (accessReason) return dataset.accessReasons[accessReason];
  return opensOn ? words.opensLabel(dates.short(new Date(`${opensOn}T12:00:00Z`))) : '';
}

function sayPlace({ accessStatus, importance, producerKind }: NeedPlace): string {
  return [
    dataset.accessShort[accessStatus],
    words.importances[importance].toLowerCase(),
    dataset.producerKinds[producerKind].toLowerCase(),
  ].join(', ');
}
