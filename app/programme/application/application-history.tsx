import { dates } from '#shared/kernel/dates.fr.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import type { ApplicationVerb } from '#shared/programme/application/application.ts';
import { Plate } from '../../ui/page/plate.tsx';

interface HistoryProps {
  readonly events: readonly {
    readonly id: string;
    readonly verb: ApplicationVerb;
    readonly note: string;
    readonly at: Date;
    readonly by: PersonBadge | null;
  }[];
}

/** Everything that became of an application, the last first. */
export function ApplicationHistory({ events }: HistoryProps) {
  return (
    <Plate id="historique" title={words.history} className="max-w-3xl">
      <ol className="ruled">
        {events.toReversed().map(({ id, verb, note, at, by }) => (
          <li className="item" key={id}>
            <div>
              <p>
                <strong>{by?.name ?? words.somebody}</strong> {words.verbs[verb]}
              </p>
              {note && <p className="whitespace-pre-wrap">{note}</p>}
              <p className="muted small">
                <time dateTime={at.toISOString()}>{dates.exact(at)}</time>
                {by?.organisation && ` · ${by.organisation.name}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Plate>
  );
}
