import type { BrowserContext } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Joins a room as a script would, with the cookies of a browser: the stock provider, no page. */
export async function openByHand(
  context: BrowserContext,
  baseURL: string | undefined,
  room: string,
): Promise<{ doc: Y.Doc; close: () => void }> {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  class WithCookie extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${baseURL?.replace('http', 'ws')}/collab`, room, doc, {
    // The provider only uses what `ws` shares with the browser's class.
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return {
    doc,
    close: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}
