import * as Y from 'yjs';
import type { Attack, Attacker } from './attacker.ts';

const LARGE_BYTES = 7_000_000;
const PARAGRAPHS = 50;

/** An update of one text of so many letters. */
function large(letters: number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('default').insert(0, 'x'.repeat(letters));
  return Y.encodeStateAsUpdate(doc);
}

/** An update of a text as our editor has it, of so many letters, each a struct of its own. */
function scattered(letters: number): Uint8Array {
  const doc = new Y.Doc();
  const text = doc.getXmlFragment('default');
  doc.transact(() => {
    const count = Math.min(PARAGRAPHS, letters);
    for (let at = 0; at < count; at++) {
      const paragraph = new Y.XmlElement('paragraph');
      const words = new Y.XmlText();
      paragraph.insert(0, [words]);
      text.insert(0, [paragraph]);
      for (let letter = 0; letter < letters / count; letter++) words.insert(0, 'a');
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Updates of 7 MB into so many documents of one's own, all at once, and again. */
export async function largeUpdates(
  attacker: Attacker,
  groupId: string,
  { documents }: { documents: number },
): Promise<Attack> {
  const rooms = await Promise.all(Array.from({ length: documents }, () => attacker.document(groupId)));
  return {
    name: `7 MB into each of ${documents} documents`,
    async round(signal, note) {
      // Another text each round, or it would be nothing new.
      const update = large(LARGE_BYTES);
      await Promise.all(
        rooms.map(async ({ room }) => {
          const line = await attacker.room(room);
          note(await line.update(update, signal));
          line.close();
        }),
      );
    },
  };
}

/** A document of one's own that takes long to read, on which small updates are tried and states compared. */
export async function heavyDocument(
  attacker: Attacker,
  groupId: string,
  { elements, updates, comparisons }: { elements: number; updates: number; comparisons: number },
): Promise<{ id: string; attack: Attack }> {
  const { id, room } = await attacker.document(groupId);
  const line = await attacker.room(room);
  const outcome = await line.update(scattered(elements));
  if (outcome !== 'stored') throw new Error(`the heavy document: ${outcome}`);
  line.close();
  const small = Array.from({ length: updates }, () => scattered(600));
  const attack: Attack = {
    name: `${updates} updates and ${comparisons} comparisons on ${elements} elements`,
    async round(signal, note) {
      const lines = await Promise.all(Array.from({ length: 5 }, () => attacker.room(room)));
      await Promise.all([
        ...small.map(async (update, at) => note(`update ${await lines[at % 5]?.update(update, signal)}`)),
        ...Array.from({ length: comparisons }, async () =>
          note(`comparison ${await attacker.tried(`/documents/${id}/comparer?de=0&a=99999`, { signal })}`),
        ),
      ]);
      for (const one of lines) one.close();
    },
  };
  return { id, attack };
}
