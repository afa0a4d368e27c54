import { KEEP_HEADERS, readKeptRoom, roomOfAddress, VISITOR } from '#shared/kernel/offline/kept-room.ts';
import { NOTHING_UNSENT, type Unsent } from '#shared/kernel/offline/unsent.ts';
import { buildOfPage, fateOf, mustFetch, roomsToEvict } from './kept-pages.ts';
import type { EndedSession, KeptStore } from './kept-store.ts';

/** What the server's answers teach the worker: whose browser this is, which rooms it may keep, which it must forget. */
export interface KnownPages {
  /** Learns from the answer to a page or to its data. Reads the body of a page that is kept. */
  learn(address: URL, answer: Response): Promise<void>;
  /** A room was opened in a page: asks for its page too, when it is not kept or too old. */
  opened(path: string): Promise<void>;
  forget(room: string): Promise<void>;
  /** Whoever was here has signed out, by a page that sees to what they leave. */
  leave(): Promise<void>;
  /** [L13] The session that is over by now, of which no page is shown any more; null while it may go on. */
  endIfOver(): Promise<EndedSession | null>;
}

/** Changes of an account that only this device has, by room; these rooms are looked at where the browser does not list them. */
export type UnsentChanges = (account: string, rooms: readonly string[]) => Promise<Unsent>;

interface Options {
  readonly store: KeptStore;
  readonly unsentChanges: UnsentChanges;
  readonly build: string;
  /** This browser is somebody else’s than before, or nobody’s, by the server’s word. */
  readonly onLeft: () => Promise<void>;
  /** The session ended, and no server says so. */
  readonly onEnded: (session: EndedSession) => Promise<void>;
  readonly now: () => number;
}

export function createKnownPages({ store, unsentChanges, build, onLeft, onEnded, now }: Options): KnownPages {
  async function become(account: string | null, endsAt: number | null): Promise<void> {
    const before = await store.become(account, endsAt);
    if (before !== null && before !== account) await onLeft();
  }

  async function keep(account: string, address: URL, answer: Response): Promise<void> {
    const path = pageOf(address);
    const room = readKeptRoom(answer.headers.get(KEEP_HEADERS.room));
    if (!room || room.room !== roomOfAddress(path)?.room) return;
    const seal = answer.headers.get(KEEP_HEADERS.seal);
    if (seal) await store.noteSeal(account, seal);
    if (!answer.headers.get('Content-Type')?.startsWith('text/html')) {
      return store.note(room.room, { title: room.title, group: room.group });
    }
    // What was asked for after the question mark may have changed what was drawn.
    if (address.search !== '') return;
    const body = await answer.arrayBuffer();
    // The files of another build are not all here: the worker of that build, which is on its way, will keep the page.
    if (buildOfPage(new TextDecoder().decode(body)) !== build) return;
    const at = now();
    await store.keep(
      { ...room, account, path, build, bytes: body.byteLength, keptAt: at, openedAt: at },
      { headers: headersOf(answer), body },
    );
    await evict(account);
  }

  async function evict(account: string): Promise<void> {
    const entries = await store.entries();
    // To count what was not sent, each copy is opened: only when something would leave at all.
    if (roomsToEvict(entries, NOTHING_UNSENT).length === 0) return;
    const rooms = entries.map(({ room }) => room);
    await store.remove(roomsToEvict(entries, await unsentChanges(account, rooms)));
  }

  async function learn(address: URL, answer: Response): Promise<void> {
    const account = answer.headers.get(KEEP_HEADERS.account);
    if (account === null) return;
    const endsAt = Number(answer.headers.get(KEEP_HEADERS.sessionEnd)) || null;
    await become(account === VISITOR ? null : account, endsAt);
    const path = pageOf(address);
    const room = roomOfAddress(path)?.room;
    if (!room || account === VISITOR) return;
    const fate = fateOf(answer.status);
    if (fate === 'taken') await store.remove([room]);
    if (fate === 'readable') await keep(account, address, answer);
  }

  return {
    learn,
    async opened(path) {
      const room = roomOfAddress(path)?.room;
      if (!room) return;
      const entry = await store.entry(room);
      if (!mustFetch(entry, build, now())) return store.note(room, { openedAt: now() });
      // Of a board, the page without any card open.
      const page = path.split('/').slice(0, 3).join('/');
      const answer = await fetch(page, { headers: { Accept: 'text/html' }, redirect: 'manual' });
      await learn(new URL(page, location.href), answer);
    },
    forget: (room) => store.remove([room]),
    async leave() {
      await store.become(null, null);
    },
    async endIfOver() {
      const ended = await store.endIfOver(now());
      if (ended) await onEnded(ended);
      return ended;
    },
  };
}

/** The page whose data an address of the framework gives, or the address itself. */
export function pageOf({ pathname }: URL): string {
  if (!pathname.endsWith('.data')) return pathname;
  return pathname.slice(0, -'.data'.length).replace(/\/_$/, '/');
}

/** The headers that make the page what it is. Its length and its compression were those of the wire. */
function headersOf(answer: Response): (readonly [string, string])[] {
  const left = ['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie', 'date'];
  return [...answer.headers].filter(([name]) => !left.includes(name.toLowerCase()));
}
