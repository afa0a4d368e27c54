import { CheckCheck, MessageSquarePlus } from 'lucide-react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { useToast } from '../../ui/toast.tsx';
import { FILTERS, type Filter, filterThreads, type PlacedThread } from './thread-order.ts';
import type { ThreadWorld } from './thread-world.ts';

/** Which threads are shown, with how many each list has, and what can be done to all of them at once. */
export function PanelHead({
  placed,
  filter,
  world,
  onFilter,
  onPick,
}: {
  placed: readonly PlacedThread[];
  filter: Filter;
  world: ThreadWorld;
  onFilter: (filter: Filter) => void;
  onPick: (() => void) | null;
}) {
  const show = useToast();
  const { store } = world;
  const waiting = placed
    .filter(({ thread }) => thread.suggestion?.state === 'open')
    .map(({ thread }) => thread.id);
  const unread = placed.filter(({ thread }) => thread.isUnread).map(({ thread }) => thread.id);
  const decides = canInDocument(world, 'document.decideSuggestion');

  /** One after the other: each is decided on the text that the one before has left. */
  async function decideAll(intent: 'accept' | 'refuse', said: (count: number) => string) {
    let done = 0;
    for (const threadId of waiting) if ((await store.send({ intent, threadId })).ok) done++;
    const left = waiting.length - done;
    show({ text: [said(done), ...(left > 0 ? [words.notDecided(left)] : [])].join(', ') });
  }

  function choose(next: Filter) {
    const address = new URL(window.location.href);
    if (next === 'ouverts') address.searchParams.delete('commentaires');
    else address.searchParams.set('commentaires', next);
    address.searchParams.delete('fil');
    // The router has nothing to load for it.
    window.history.replaceState(window.history.state, '', address);
    onFilter(next);
  }

  return (
    <div className="panel-head">
      <p className="panel-tools">
        {placed.length > 0 && (
          <select
            className="input"
            aria-label={words.filters}
            value={filter}
            onChange={({ currentTarget }) => {
              const next = FILTERS.find((one) => one === currentTarget.value);
              if (next) choose(next);
            }}
          >
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {words.filterCount(words.filter[one], filterThreads(placed, one, world.me.id).length)}
              </option>
            ))}
          </select>
        )}
        {unread.length > 0 && (
          <button
            className="btn quiet sm icon-only push"
            type="button"
            aria-label={words.markAllRead}
            title={words.markAllRead}
            onClick={() =>
              void store.send({ intent: 'read', threadIds: unread }).then(({ ok }) => {
                show({ text: ok ? words.allRead : words.failed });
              })
            }
          >
            <CheckCheck className="icon" aria-hidden="true" />
          </button>
        )}
        {onPick && (
          <button
            className={placed.length > 0 ? 'btn quiet sm icon-only' : 'btn quiet sm'}
            type="button"
            aria-label={placed.length > 0 ? words.pick : undefined}
            title={placed.length > 0 ? words.pick : undefined}
            onClick={onPick}
          >
            <MessageSquarePlus className="icon" aria-hidden="true" />
            {placed.length > 0 ? '' : words.pick}
          </button>
        )}
      </p>
      {decides && waiting.length > 1 && (
        <p className="row small">
          <button
            className="btn sm"
            type="button"
            onClick={() => void decideAll('accept', words.acceptedAll)}
          >
            {words.acceptAll(waiting.length)}
          </button>
          <button
            className="btn quiet sm"
            type="button"
            onClick={() => void decideAll('refuse', words.refusedAll)}
          >
            {words.refuseAll(waiting.length)}
          </button>
        </p>
      )}
    </div>
  );
}
