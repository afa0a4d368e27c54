import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';

/** The stock provider of a room of this site, through sockets of this class; not connected yet. */
export function createProvider(room: string, doc: Y.Doc, socket: typeof WebSocket): WebsocketProvider {
  const { host, protocol } = window.location;
  const address = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/collab`;
  const provider = new WebsocketProvider(address, room, doc, {
    connect: false,
    // Tabs of one browser meet on the server, as everybody does.
    disableBc: true,
    WebSocketPolyfill: socket,
  });
  provider.on('connection-close', () => {
    // y-websocket waits 2^n times 100 ms: without chance, everybody cut off together would come back together.
    provider.wsUnsuccessfulReconnects += Math.random() * 2;
    provider.maxBackoffTime = 2_500 + Math.random() * 3_500;
  });
  return provider;
}
