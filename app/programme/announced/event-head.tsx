import { Link } from 'react-router';
import { segment } from '#shared/kernel/address-parts.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import type { EventState, ListedEvent } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { PostButton } from '../../ui/post-button.tsx';
import { ToldToBadge } from './told-to.tsx';

interface EventHeadProps {
  readonly event: ListedEvent;
  readonly state: EventState;
  readonly mayWrite: boolean;
}

const TONES: Readonly<Partial<Record<EventState, string>>> = { cancelled: 'warning', running: 'info' };

/** What an event is called, where it stands, and what whoever manages it does with it. */
export function EventHead({ event, state, mayWrite }: EventHeadProps) {
  return (
    <div className="head">
      <div className="min-w-0">
        <p className="over row">
          {words.one}
          <ToldToBadge toldTo={event.toldTo} />
          <span className={`badge ${TONES[state] ?? ''}`}>{words.states[state]}</span>
        </p>
        <h1 className="break-words">{event.title}</h1>
        {event.publishedAt && event.toldTo === 'public' && (
          <p className="mt-2">
            <a href={eventPaths.publicEvent(segment(event))}>{words.publicPage}</a>
          </p>
        )}
      </div>
      {mayWrite && <Gestures event={event} state={state} />}
    </div>
  );
}

function Gestures({ event, state }: Omit<EventHeadProps, 'mayWrite'>) {
  const isAhead = state === 'coming' || state === 'running' || state === 'draft';
  return (
    <div className="row">
      {isAhead && (
        <PostButton fields={{ intent: 'cancel' }} className="btn quiet">
          {words.cancel}
        </PostButton>
      )}
      {state === 'cancelled' ? (
        <PostButton fields={{ intent: 'restore' }} className="btn">
          {words.restore}
        </PostButton>
      ) : (
        <Link className="btn" to={eventPaths.eventEdit(event)}>
          {words.edit}
        </Link>
      )}
      {state === 'draft' && (
        <PostButton fields={{ intent: 'publish' }} className="btn primary">
          {words.publish}
        </PostButton>
      )}
    </div>
  );
}
