import type { BrowserContext } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** A document of a room in the hands of a script. */
interface ByHand {
  readonly doc: Y.Doc;
  /** Resolves once the server gives a newcomer everything that was written here. */
  stored(): Promise<void>;
  close(): void;
}

/** Joins a room as a script would, with the cookies of a browser: the stock provider, no page. */
export async function openByHand(
  context: BrowserContext,
  baseURL: string | undefined,
  room: string,
): Promise<ByHand> {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  class WithCookie extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } });
    }
  }
  const join = async () => {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`${baseURL?.replace('http', 'ws')}/collab`, room, doc, {
      // The provider only uses what `ws` shares with the browser's class.
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
    return { doc, provider };
  };
  const { doc, provider } = await join();
  return {
    doc,
    async stored() {
      const newcomer = await join();
      const clocksOf = (one: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(one));
      const lacks = () => {
        const has = clocksOf(newcomer.doc);
        return [...clocksOf(doc)].some(([client, clock]) => (has.get(client) ?? 0) < clock);
      };
      while (lacks()) await new Promise((told) => newcomer.doc.once('update', told));
      newcomer.provider.destroy();
      newcomer.doc.destroy();
    },
    close: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}
