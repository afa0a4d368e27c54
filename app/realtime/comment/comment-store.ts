import type {
  CommentAnswer,
  DiscussionJson,
  DiscussionRequest,
} from '#shared/documents/comment/thread-wire.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { LiveRoom } from '../live-room.ts';
import { keepLooking } from '../room-news.ts';

/** What is known of the threads of a document or card. Immutable: a new object at each change. */
export interface CommentState<T extends DiscussionJson> {
  readonly threads: readonly T[];
  /** `failed`: nothing could be had yet. */
  readonly status: 'loading' | 'ready' | 'failed';
}

export interface CommentStore<T extends DiscussionJson, R> {
  readonly getState: () => CommentState<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the server; the threads are then as it answered, refused or not. Refuses with its code, or 'unreachable'. */
  readonly send: (request: R) => Promise<Result<void, string>>;
  readonly refresh: () => Promise<void>;
  /** Those who may be named, asked for once. */
  readonly people: () => Promise<readonly PersonBadge[]>;
  readonly destroy: () => void;
}

/** The threads at an address, kept up to date while the page is looked at; `room` is where news of them come from. */
export function openComments<T extends DiscussionJson, R = DiscussionRequest>(
  address: string,
  room: LiveRoom,
): CommentStore<T, R> {
  const listeners = new Set<() => void>();
  let state: CommentState<T> = { threads: [], status: 'loading' };
  let tag: string | null = null;
  let asked = 0;
  let shown = 0;
  let people: Promise<readonly PersonBadge[]> | null = null;

  /** An answer that was asked for before the one that is shown is an older one. */
  function show(threads: readonly T[], turn: number) {
    if (turn < shown) return;
    shown = turn;
    state = { threads, status: 'ready' };
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    const turn = ++asked;
    try {
      const answer = await fetch(address, {
        headers: tag ? { 'If-None-Match': tag } : {},
        cache: 'no-store',
      });
      if (answer.status === 304) return;
      if (!answer.ok) throw new Error(String(answer.status));
      const { threads }: CommentAnswer<T> = await answer.json();
      if (turn >= shown) tag = answer.headers.get('ETag');
      show(threads, turn);
    } catch {
      if (state.status !== 'loading') return;
      state = { ...state, status: 'failed' };
      for (const listener of listeners) listener();
    }
  }

  async function send(request: R): Promise<Result<void, string>> {
    const turn = ++asked;
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      });
      const said: Partial<CommentAnswer<T>> = await answer.json();
      tag = null;
      if (said.threads) show(said.threads, turn);
      if (answer.ok) return ok();
      return fail(said.error ?? 'unreachable');
    } catch {
      return fail('unreachable');
    }
  }

  const destroy = keepLooking(room, 'comments', () => void refresh());
  void refresh();

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send,
    refresh,
    people() {
      people ??= fetch(`${address}?personnes`)
        .then(async (answer) => ((await answer.json()) as { people: readonly PersonBadge[] }).people)
        .catch(() => {
          people = null;
          return [];
        });
      return people;
    },
    destroy,
  };
}
