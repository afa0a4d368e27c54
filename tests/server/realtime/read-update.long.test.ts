import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BadUpdate, readUpdate } from '#server/realtime/read-update.ts';
import { readClientMessage } from '#server/realtime/wire.ts';

/** Updates as our pages make them: rich text, maps, deletions, several clients. */
function honestUpdates(): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const fragment = doc.getXmlFragment('default');
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  fragment.insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  text.insert(0, 'Îlots de chaleur', { bold: true });
  text.format(0, 5, { link: { href: 'https://exemple.test' } });
  text.delete(2, 4);
  const cards = doc.getMap('cards');
  cards.set(
    'one',
    new Y.Map([
      ['title', 'Compter'],
      ['place', { columnId: 'a', order: 'a0' }],
    ]),
  );
  cards.set('two', [1, null, undefined, true, 2n, 1.5, new Uint8Array([1, 2])]);
  cards.delete('one');
  const other = new Y.Doc();
  other.on('update', (update: Uint8Array) => updates.push(update));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.getText('notes').insertEmbed(0, { image: 'x' });
  updates.push(Y.encodeStateAsUpdate(other));
  return updates;
}

test('[R4] what honest pages write is read, with what it brings', () => {
  for (const update of honestUpdates()) {
    const { structs, deletes } = readUpdate(update);
    const { from, to } = Y.parseUpdateMeta(update);
    expect(new Map(structs.map((range) => [range.client, range.from]))).toEqual(from);
    expect(new Map(structs.map((range) => [range.client, range.to]))).toEqual(to);
    expect(structs.length + deletes.length).toBeGreaterThan(0);
  }
});

test('[R4] whatever is accepted can be merged, compared and applied by those who read it later', () => {
  const honest = honestUpdates();
  const whole = honest.at(-1) ?? new Uint8Array();
  const mutated = fc
    .record({
      index: fc.nat(honest.length - 1),
      edits: fc.array(fc.record({ at: fc.nat(400), byte: fc.integer({ min: 0, max: 255 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
      cut: fc.option(fc.nat(400), { nil: undefined }),
    })
    .map(({ index, edits, cut }) => {
      const copy = Uint8Array.from(honest[index] ?? []).slice(0, cut);
      for (const { at, byte } of edits) if (copy.length > 0) copy[at % copy.length] = byte;
      return copy;
    });
  let accepted = 0;
  fc.assert(
    fc.property(mutated, (bytes) => {
      try {
        readUpdate(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(BadUpdate);
        return;
      }
      accepted++;
      const merged = Y.mergeUpdates([whole, bytes]);
      Y.diffUpdate(merged, Uint8Array.of(0));
      Y.mergeUpdates([bytes, whole, merged]);
      readUpdate(merged);
      const doc = new Y.Doc();
      Y.applyUpdate(doc, bytes);
      Y.applyUpdate(doc, merged);
      Y.encodeStateAsUpdate(doc);
      const after = new Y.Doc();
      for (const update of honest) Y.applyUpdate(after, update);
      Y.applyUpdate(after, bytes);
      Y.encodeStateAsUpdate(after);
    }),
    { numRuns: process.env.TEST_LONG ? 200_000 : 15_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test('[R4] random bytes are a message or are refused, and never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        const message = readClientMessage(bytes, 10);
        if ('update' in message) readUpdate(message.update);
      } catch (error) {
        expect(['BadFrame', 'BadUpdate']).toContain(error instanceof Error ? error.constructor.name : '');
      }
    }),
    { numRuns: process.env.TEST_LONG ? 200_000 : 20_000 },
  );
});
