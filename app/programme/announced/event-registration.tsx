import { event as words } from '#shared/programme/event/event.fr.ts';
import type { EventState, ListedEvent } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { PostButton } from '../../ui/post-button.tsx';

/** [EV5] Whether its reader comes, and how many others do. */
export function EventRegistration({ event, state }: { event: ListedEvent; state: EventState }) {
  const { own, registered, waiting, capacity, title } = event;
  const isFull = capacity !== null && registered >= capacity;
  return (
    <section className="plate" aria-labelledby="registration">
      <header>
        <h2 id="registration" tabIndex={-1}>
          {words.registration}
        </h2>
      </header>
      {own && <p className="badge success">{words.own[own]}</p>}
      <p className="mt-2">{words.places(registered, capacity)}</p>
      {waiting > 0 && <p className="muted">{words.waiting(waiting)}</p>}
      {state === 'coming' && (
        <div className="row mt-4">
          {own ? (
            <PostButton fields={{ intent: 'unregister' }} className="btn">
              {words.unregister}
            </PostButton>
          ) : (
            <PostButton
              fields={{ intent: 'register' }}
              className="btn primary"
              {...(!isFull && { label: words.registerOf(title) })}
            >
              {isFull ? words.wait : words.register}
            </PostButton>
          )}
        </div>
      )}
      <p className="mt-4">
        <a href={eventPaths.eventCalendar(event)}>{words.calendar}</a>
      </p>
    </section>
  );
}
