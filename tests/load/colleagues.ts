/**
 * People of a measurement who need no browser: they fill a document or a board, or type while somebody else is measured.
 * Used here, and started by path with an IPC channel by `pages-adapter.mjs`: a first message says what to do, the answer is
 * `done`, and whoever types goes on until killed.
 */
import { randomUUID } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { z } from 'zod';
import { readBoard } from '#shared/boards/board-doc.ts';
import { addCard, setCardDescription } from '#shared/boards/card/card-operations.ts';

import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';

import { MESSAGE } from '#shared/realtime/realtime.ts';

interface Where {
  readonly origin: string;
  readonly cookie: string;
  readonly room: string;
}

/** Joins a room by the stock provider. */
export async function enterRoom({ origin, cookie, room }: Where) {
  class WithCookie extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } });
    }
  }
  const doc = new Y.Doc();
  let updates = 0;
  let acknowledged = 0;
  doc.on('update', (_update: Uint8Array, from: unknown) => {
    if (from !== provider) updates++;
  });
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, room, doc, {
    // The provider only uses what `ws` shares with the browser's class.
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { ack: '1' },
  });
  let onAck: () => void = () => undefined;
  provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) => {
    acknowledged = decoding.readVarUint(decoder);
    onAck();
  };
  provider.messageHandlers[MESSAGE.access] = () => undefined;
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return {
    doc,
    /** Resolves when everything is in the database: the answer to the server's question counts as a message too. */
    stored: () =>
      new Promise<void>((resolve) => {
        onAck = () => acknowledged > updates && resolve();
        onAck();
      }),
    leave: () => {
      provider.destroy();
      // Ends the clock of its presence too, which would keep the process.
      doc.destroy();
    },
  };
}

/** So many blocks in one update: no single one is large. */
const BLOCKS_AT_ONCE = 100;

/** Writes these blocks at the end of a document. */
export async function writeBlocks(where: Where, blocks: readonly BlockJson[]): Promise<void> {
  const { doc, stored, leave } = await enterRoom(where);
  for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE)
    appendBlocks(doc, { blocks: blocks.slice(at, at + BLOCKS_AT_ONCE) });
  await stored();
  leave();
}

/** Writes text of `##` headings and paragraphs, separated by blank lines. */
async function fillDocument(where: Where, markdown: string): Promise<void> {
  const blocks = markdown.split('\n\n').map((block): BlockJson => {
    const heading = /^(#{2,4}) (.*)$/s.exec(block);
    const content = [{ type: 'text', text: heading?.[2] ?? block }];
    return heading?.[1]
      ? { type: 'heading', attrs: { level: heading[1].length }, content }
      : { type: 'paragraph', content };
  });
  await writeBlocks(where, blocks);
}

/** Adds cards with these titles, one column after the other; every third has a description. */
export async function fillBoard(where: Where, titles: readonly string[]): Promise<void> {
  const { doc, stored, leave } = await enterRoom(where);
  const { columns } = readBoard(doc);
  doc.transact(() => {
    for (const [index, title] of titles.entries()) {
      const columnId = columns[index % columns.length]?.id ?? '';
      const cardId = randomUUID();
      addCard(doc, { cardId, columnId, title, createdAt: new Date(), createdBy: '' });
      if (index % 3 === 0)
        setCardDescription(doc, { cardId, description: 'Un carnet de course pour la sortie du matin.' });
    }
  });
  await stored();
  leave();
}

/** So many people, each adding a letter to a paragraph of their own every `everyMs`, until the process ends. */
async function type(where: Where, count: number, everyMs: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const { doc } = await enterRoom(where);
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    const fragment = doc.getXmlFragment('default');
    fragment.insert(Math.min(3 + i * 2, fragment.length), [paragraph]);
    setInterval(() => text.insert(text.length, 'abcdefghij klmnop '[text.length % 18] ?? ' '), everyMs);
  }
}

const Order = z
  .object({ origin: z.url(), cookie: z.string(), room: z.string() })
  .and(
    z.discriminatedUnion('what', [
      z.object({ what: z.literal('document'), markdown: z.string() }),
      z.object({ what: z.literal('board'), titles: z.array(z.string()) }),
      z.object({ what: z.literal('typists'), count: z.number(), everyMs: z.number() }),
    ]),
  );

if (import.meta.main) {
  process.on('disconnect', () => process.exit());
  process.once('message', async (message) => {
    const order = Order.parse(message);
    if (order.what === 'document') await fillDocument(order, order.markdown);
    else if (order.what === 'board') await fillBoard(order, order.titles);
    else await type(order, order.count, order.everyMs);
    process.send?.('done');
  });
}
