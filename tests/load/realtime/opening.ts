import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Contender } from './contenders.ts';
import type { Figures } from './figures.ts';
import { cpuOf, residentKB } from './processes.ts';
import { hangUp, newRooms, openAll, visit } from './typist.ts';

const AUTHORS = 20;
const EDITS_AN_UPDATE = 100;

interface LargeDocument {
  readonly updates: readonly Uint8Array[];
  /** How far each author's clock goes: the document is there when all of this is. */
  readonly clocks: ReadonlyMap<number, number>;
}

let large: { edits: number; document: LargeDocument } | null = null;

/** A document that twenty people have written and cut down in so many edits; the same for every contender. */
function largeDocument(edits: number): LargeDocument {
  if (large?.edits === edits) return large.document;
  const doc = new Y.Doc();
  const text = doc.getText('bench');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  let state = 1;
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  for (let done = 0; done < edits; done += EDITS_AN_UPDATE) {
    doc.clientID = 1_000 + below(AUTHORS);
    doc.transact(() => {
      for (let i = 0; i < EDITS_AN_UPDATE; i++) {
        const at = below(text.length + 1);
        if (below(5) > 0 || text.length < 100) text.insert(at, 'cordée '.slice(0, 1 + below(7)));
        else text.delete(Math.min(at, text.length - 8), 8);
      }
    });
  }
  const document = { updates, clocks: Y.decodeStateVector(Y.encodeStateVector(doc)) };
  large = { edits, document };
  return document;
}

/** A large document from a server that has just started: one reader, then everybody at once. */
export async function openCold(contender: Contender, edits: number, clients: number): Promise<Figures> {
  const { updates, clocks } = largeDocument(edits);
  const [room] = newRooms(1, clients);
  if (!room) throw new Error('a room was expected');
  const writer = visit(contender, room, 0);
  await writer.synced;
  for (const update of updates) {
    writer.send(update);
    await wait(2);
  }
  await openAll([() => visit(contender, room, 1, { needs: clocks })]).then((all) => hangUp(all));
  await hangUp([writer]);
  // A server that stores later than it says gets the time that its debounce takes.
  if (!contender.isOurs) await wait(3_000);
  const open = async (count: number) => {
    await contender.stop('SIGTERM');
    await contender.start();
    await wait(300);
    const startedAt = performance.now();
    const readers = await openAll(
      Array.from({ length: count }, (_, member) => () => visit(contender, room, member, { needs: clocks })),
      { atOnce: count },
    );
    const ms = performance.now() - startedAt;
    await hangUp(readers);
    return { ms, readers };
  };
  const one = await open(1);
  const all = await open(clients);
  return {
    all: all.ms,
    one: one.ms,
    kilobytes: all.readers.reduce((sum, { socket }) => sum + socket.bytesIn, 0) / clients / 1024,
    early: [...one.readers, ...all.readers].filter(({ wasToldTooEarly }) => wasToldTooEarly).length,
  };
}

/** What a connection costs that does nothing. */
export async function idle(contender: Contender, connections: number): Promise<Figures> {
  const before = residentKB(contender.pid);
  const typists = await openAll(newRooms(connections, 1).map((room) => () => visit(contender, room, 0)));
  for (const typist of typists) typist.showPresence(1);
  await wait(2_000);
  const after = residentKB(contender.pid);
  await hangUp(typists);
  return { kilobytes: before === null || after === null ? null : (after - before) / connections };
}

/** The line is cut for everybody, and everybody comes back at the same moment. */
export async function storm(contender: Contender, clients: number, bytes: number): Promise<Figures> {
  const perRoom = 10;
  const rooms = newRooms(clients / perRoom, perRoom + 1);
  const writers = await openAll(rooms.map((room) => () => visit(contender, room, perRoom)));
  for (const writer of writers) writer.type('x'.repeat(bytes));
  const back = rooms.flatMap((room) =>
    room.members.slice(0, perRoom).map((member) => () => {
      const needs = new Map(contender.protocol === 'relay' ? [] : [[room.firstId + perRoom, bytes]]);
      return visit(contender, room, member, { needs });
    }),
  );
  const first = await openAll(back);
  for (const typist of first) typist.showPresence(1);
  await hangUp(writers);
  await hangUp(first, 'abruptly');
  const cpu = cpuOf([contender.pid]);
  const startedAt = performance.now();
  const again = await openAll(back, { atOnce: clients });
  const ms = performance.now() - startedAt;
  const used = cpu();
  await hangUp(again);
  return { ms, cpu: used };
}
