import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import type { NeedPlace, NeedStep } from '#shared/library/need/status-history.ts';

type ShownStep = NeedStep & { readonly rank: number; readonly byName: string | null };

/** [DN4] Every step of a need, with its date and who took it. */
export function NeedHistory({ steps }: { steps: readonly ShownStep[] }) {
  const { historyColumns: columns } = words;
  return (
    <section className="plate" aria-labelledby="history">
      <header>
        <h2 id="history">{words.history}</h2>
      </header>
      <div className="tablewrap">
        <table className="records">
          <caption className="vh">{words.historyCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.from}</th>
              <th scope="col">{columns.to}</th>
              <th scope="col">{columns.by}</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
    </section>
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
