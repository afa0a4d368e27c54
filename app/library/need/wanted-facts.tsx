import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import type { Frequency, ProducerKind } from '#shared/library/dataset/dataset.ts';
import { dataNeed } from '#shared/library/need/data-need.fr.ts';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import type { NeedStep } from '#shared/library/need/status-history.ts';
import { paths } from '#shared/paths.ts';
import { Plate } from '../../ui/page/plate.tsx';

interface Usual {
  readonly producerKind: ProducerKind | null;
  readonly producerName: string;
  readonly schemaName: string;
  readonly frequency: Frequency | null;
}

/** What is usual for a wanted dataset. */
export function WantedFacts({ wanted }: { wanted: Usual }) {
  const { fields } = dataNeed;
  const facts: readonly (readonly [string, string])[] = [
    [fields.producerKind, wanted.producerKind ? dataset.producerKinds[wanted.producerKind] : ''],
    [fields.producerName, wanted.producerName],
    [fields.schemaName, wanted.schemaName],
    [fields.frequency, wanted.frequency ? dataset.frequencies[wanted.frequency] : ''],
  ];
  const known = facts.filter(([, said]) => said !== '');
  return (
    <section className="card" aria-labelledby="usual">
      <h2 id="usual" className="mb-3">
        {words.wantedUsual}
      </h2>
      {known.length === 0 ? (
        <p className="muted">{words.wantedNoUsual}</p>
      ) : (
        <dl className="small">
          {known.map(([label, said]) => (
            <div key={label} className="mb-2">
              <dt className="muted">{label}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

type Line = Pick<NeedStep, 'from' | 'to' | 'at'> & {
  readonly needId: string;
  readonly rank: number;
  readonly experiment: { readonly id: string; readonly title: string };
};

/** [DN4] The last steps of everybody who looks for it, the last first. */
export function WantedHistory({ history }: { history: readonly Line[] }) {
  return (
    <Plate id="history" title={words.history}>
      {history.length === 0 ? (
        <p className="muted">{words.noHistory}</p>
      ) : (
        <ol className="ruled small">
          {history.map(({ needId, rank, experiment, from, to, at }) => (
            <li key={`${needId} ${rank}`}>
              <time className="muted" dateTime={at.toISOString()} title={dates.exact(at)}>
                {dates.short(at)}
              </time>{' '}
              <Link to={paths.experimentNeed(experiment, { id: needId })}>{experiment.title}</Link>{' '}
              {words.step(
                from && dataset.accessShort[from.accessStatus],
                to && dataset.accessShort[to.accessStatus],
              )}
            </li>
          ))}
        </ol>
      )}
    </Plate>
  );
}
