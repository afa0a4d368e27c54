import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readTyping } from '#server/realtime/read-typing.ts';
import { BadUpdate, readAnyUpdate } from '#server/realtime/read-update.ts';
import type { UpdateMeta } from '#server/realtime/update-meta.ts';

const press = fc.record({
  kind: fc.constantFrom('type', 'type', 'type', 'delete', 'format', 'embed', 'key'),
  at: fc.nat(40),
  text: fc.oneof(fc.string({ minLength: 1, maxLength: 3 }), fc.constantFrom('é', 'œ', '👩‍💻', 'un mot')),
  writer: fc.nat(2),
});

/** The updates of three people who type, one for each key press. */
function updatesOf(
  presses: readonly { kind: string; at: number; text: string; writer: number }[],
): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const docs = [1, 2, 3].map((number) => {
    const doc = new Y.Doc();
    // Short and long clientIDs, as they stand in one byte and in five.
    doc.clientID = number === 1 ? 7 : 4_000_000_000 + number;
    return doc;
  });
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== null) return;
      updates.push(update);
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'relay');
    });
  }
  for (const { kind, at, text, writer } of presses) {
    const doc = docs[writer];
    if (!doc) continue;
    const page = doc.getText('default');
    const place = page.length === 0 ? 0 : at % page.length;
    if (kind === 'type') page.insert(place, text);
    else if (kind === 'delete') page.delete(place, Math.min(2, page.length - place));
    else if (kind === 'format') page.format(place, Math.min(3, page.length - place), { bold: true });
    else if (kind === 'embed') page.insertEmbed(place, { image: text });
    else doc.getMap('cards').set(text, text);
  }
  return updates;
}

function readSlowly(update: Uint8Array): UpdateMeta | null {
  try {
    return readAnyUpdate(update);
  } catch (error) {
    expect(error).toBeInstanceOf(BadUpdate);
    return null;
  }
}

test('[R4] the short way for key presses says what the full reader says', () => {
  let short = 0;
  let all = 0;
  fc.assert(
    fc.property(fc.array(press, { minLength: 1, maxLength: 12 }), (presses) => {
      for (const update of updatesOf(presses)) {
        all++;
        const read = readTyping(update);
        if (!read) continue;
        short++;
        expect(read).toEqual(readSlowly(update));
      }
    }),
    { numRuns: process.env.TEST_LONG ? 20_000 : 500 },
  );
  // It would be of no use if it left most of them to the other.
  expect(short / all).toBeGreaterThan(0.3);
});

test('[R4] the short way takes nothing that the full reader refuses, whatever the bytes', () => {
  const typed = updatesOf([
    { kind: 'type', at: 0, text: 'un mot', writer: 0 },
    { kind: 'type', at: 3, text: 'a', writer: 1 },
    { kind: 'type', at: 9, text: 'b', writer: 1 },
    { kind: 'delete', at: 2, text: '', writer: 2 },
    { kind: 'key', at: 0, text: 'titre', writer: 2 },
  ]);
  const edit = fc.record({
    at: fc.nat(40),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 4, 10, 127, 128, 255)),
    insert: fc.boolean(),
  });
  const mutated = fc
    .record({
      index: fc.nat(typed.length - 1),
      edits: fc.array(edit, { maxLength: 4 }),
      cut: fc.option(fc.nat(40), { nil: undefined }),
    })
    .map(({ index, edits, cut }) => {
      const bytes = Array.from(typed[index] ?? []).slice(0, cut);
      for (const { at, byte, insert } of edits) bytes.splice(at % (bytes.length + 1), insert ? 0 : 1, byte);
      return Uint8Array.from(bytes);
    });
  let short = 0;
  fc.assert(
    fc.property(mutated, (update) => {
      const read = readTyping(update);
      if (!read) return;
      short++;
      expect(read).toEqual(readSlowly(update));
    }),
    { numRuns: process.env.TEST_LONG ? 1_000_000 : 30_000 },
  );
  expect(short).toBeGreaterThan(500);
});

test('[R4] structs that lean on their own future, say nothing, or overflow are left to the full reader', () => {
  const number = fc.constantFrom(0, 1, 2, 5, 127, 128, 2 ** 32 - 1, 2 ** 32, 2 ** 40, 2 ** 52);
  const id = fc.tuple(fc.constantFrom(1, 2), number);
  const built = fc
    .record({
      client: fc.constantFrom(1, 2),
      clock: number,
      info: fc.constantFrom(4, 0x84, 0x44, 0xc4, 0x24, 0xa4, 0x14, 0x05),
      named: fc.boolean(),
      ids: fc.tuple(id, id),
      text: fc.constantFrom('', 'a', 'mot', 'é'),
      deletes: fc.array(fc.tuple(number, number), { maxLength: 2 }),
    })
    .map(({ client, clock, info, named, ids, text, deletes }) =>
      encoding.encode((encoder) => {
        const numbers = (...all: number[]) => {
          for (const one of all) encoding.writeVarUint(encoder, one);
        };
        numbers(1, 1, client, clock);
        encoding.writeUint8(encoder, info);
        if (info & 0x80) numbers(...ids[0]);
        if (info & 0x40) numbers(...ids[1]);
        if (!(info & 0xc0)) {
          numbers(named ? 1 : 0);
          if (named) encoding.writeVarString(encoder, 'default');
          else numbers(...ids[0]);
          if (info & 0x20) encoding.writeVarString(encoder, 'key');
        }
        encoding.writeVarString(encoder, text);
        numbers(deletes.length > 0 ? 1 : 0);
        if (deletes.length > 0) numbers(client, deletes.length, ...deletes.flat());
      }),
    );
  let short = 0;
  fc.assert(
    fc.property(built, (update) => {
      const read = readTyping(update);
      if (!read) return;
      short++;
      expect(read).toEqual(readSlowly(update));
    }),
    { numRuns: process.env.TEST_LONG ? 500_000 : 5_000 },
  );
  expect(short).toBeGreaterThan(200);
});
