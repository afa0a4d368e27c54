import { call } from '#shared/programme/call/call.fr.ts';
import type { CallEventKind } from '#shared/programme/call/call-event.ts';

const words = call.administration;

interface CallHistoryProps {
  readonly events: readonly {
    readonly id: string;
    readonly kind: CallEventKind;
    readonly before: string;
    readonly after: string;
    readonly by: string | null;
    readonly at: Date;
  }[];
}

/** What was done to a call. */
export function CallHistory({ events }: CallHistoryProps) {
  return (
    <section className="plate" aria-labelledby="historique">
      <h2 className="mb-3" id="historique">
        {words.history}
      </h2>
      <ul className="ruled">
        {events.map(({ id, kind, before, after, by, at }) => {
          const detail = words.eventDetail(kind, before, after);
          return (
            <li key={id}>
              <p>
                {words.events[kind]}
                {detail && <span className="muted"> · {detail}</span>}
              </p>
              <p className="muted small">{words.by(by, at)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
