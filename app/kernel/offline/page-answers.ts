import { KEEP_HEADERS, roomOfAddress } from '#shared/kernel/offline/kept-room.ts';
import { offline as words } from '#shared/kernel/offline/offline.fr.ts';
import { NOTHING_UNSENT } from '#shared/kernel/offline/unsent.ts';
import type { EndedSession, KeptStore } from './kept-store.ts';
import { type KnownPages, pageOf, type UnsentChanges } from './known-pages.ts';
import { offlinePage } from './offline-page.ts';
import { OPEN_MARK } from './open-mark.ts';
import type { FetchEvent } from './worker-scope.ts';

/** How long a page that is kept waits for the network before it is shown. */
const PATIENCE_MS = 3_000;

/** Answers to pages and to their data: always the network's, when it answers. */
export interface PageAnswers {
  page(event: FetchEvent): Promise<Response>;
  data(event: FetchEvent): Promise<Response>;
}

interface Options {
  readonly store: KeptStore;
  readonly unsentChanges: UnsentChanges;
  readonly pages: KnownPages;
  /** Style sheets of the page that says that the server cannot be reached. */
  readonly sheets: readonly string[];
  readonly now: () => number;
}

export function createPageAnswers({ store, unsentChanges, pages, sheets, now }: Options): PageAnswers {
  /** The server's answer, or null when it cannot be reached. What it teaches is learnt beside. */
  function reach(event: FetchEvent, asked: Promise<Response>): Promise<Response | null> {
    const address = new URL(event.request.url);
    let learnt: Promise<void> | null = null;
    const answer = asked.then(
      (given) => {
        if (!isFromServer(given)) return null;
        // The copy is taken before anybody reads the answer; a body that nobody reads would fill the memory.
        const { status, headers } = given;
        // A form that is refused (403) says nothing of the page that holds it.
        if (given.type !== 'opaqueredirect' && event.request.method === 'GET') {
          const copy = roomOfAddress(address.pathname)
            ? given.clone()
            : new Response(null, { status, headers });
          learnt = pages.learn(address, copy).catch(() => undefined);
        }
        return given;
      },
      () => null,
    );
    event.waitUntil(answer.then(() => learnt));
    return answer;
  }

  async function keptPage(path: string, search: string): Promise<Response | null> {
    const address = roomOfAddress(path);
    const entry = address && (await store.entry(address.room));
    if (!address || !entry) return null;
    // The page was drawn for another card, or for none: it opens as it is, then goes to the one that is asked for.
    if (roomOfAddress(entry.path)?.below !== address.below) {
      return Response.redirect(`${entry.path}${OPEN_MARK}${path}${search}`);
    }
    const page = await store.page(address.room);
    return page && new Response(page.body, { headers: page.headers.map(([name, value]) => [name, value]) });
  }

  async function substitute(path: string, ended: EndedSession | null): Promise<Response> {
    const entries = await store.entries().catch(() => []);
    const account = ended?.account ?? entries[0]?.account;
    const rooms = entries.map(({ room }) => room);
    const { changes: unsent } = account ? await unsentChanges(account, rooms) : NOTHING_UNSENT;
    const hasEnded = ended !== null;
    return unreachable(offlinePage({ entries, unsent, hasEnded, sheets, path, now: new Date(now()) }));
  }

  return {
    async page(event) {
      const { pathname, search } = new URL(event.request.url);
      const asked = event.preloadResponse.then((answer) => answer ?? fetch(event.request));
      const network = reach(event, asked);
      // What IndexedDB cannot give must not keep the network's answer from anybody.
      const isKept = (await keptEntry(pathname)) !== null;
      const answer = await (isKept ? Promise.race([network, pause(PATIENCE_MS)]) : network);
      if (answer) return answer;
      const ended = await pages.endIfOver().catch(() => null);
      return (await keptPage(pathname, search).catch(() => null)) ?? substitute(pathname + search, ended);
    },
    async data(event) {
      const { request } = event;
      const address = new URL(request.url);
      const answer = await reach(event, fetch(request));
      if (answer) return answer;
      if (request.method !== 'GET') return new Response(words.formNotSent, { status: 503 });
      // The framework then loads the whole page, which may be kept.
      address.searchParams.delete('_routes');
      return new Response(null, {
        status: 204,
        headers: {
          'X-Remix-Redirect': pageOf(address) + address.search,
          'X-Remix-Reload-Document': 'true',
        },
      });
    },
  };

  async function keptEntry(path: string) {
    const room = roomOfAddress(path)?.room;
    return room ? store.entry(room).catch(() => null) : null;
  }
}

function unreachable(html: string): Response {
  return new Response(html, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
    },
  });
}

/** A proxy says 502 to 504 for a server that it does not reach. Ours names the account, whatever it answers. */
function isFromServer(answer: Response): boolean {
  return answer.headers.has(KEEP_HEADERS.account) || ![502, 503, 504].includes(answer.status);
}

function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
