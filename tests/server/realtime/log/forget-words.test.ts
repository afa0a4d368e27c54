import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { forgetWords } from '#server/realtime/log/forget-words.ts';

const forgotten = { words: ['Nadia Ferrand', 'Léa Pons-Deschamps'], instead: 'Ancien membre' };

/** Every update that a document sends while `write` writes in it. */
function logOf(write: (doc: Y.Doc) => void, clientID = 7): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  const log: Uint8Array[] = [];
  doc.on('update', (update) => log.push(update));
  write(doc);
  return log;
}

function open(log: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of log) Y.applyUpdate(doc, update);
  return doc;
}

/** The log as it is kept afterwards. */
function afterwards(log: readonly Uint8Array[]): Uint8Array[] {
  const replaced = forgetWords(log, forgotten);
  return log.map((update, index) => replaced[index] ?? update);
}

describe('words that a log forgets', () => {
  test('[PD6] a label, a text that came at once and one that came letter by letter; deleted ones too', () => {
    const log = logOf((doc) => {
      const [text, map] = [doc.getText('t'), doc.getMap('m')];
      map.set('mention', { label: 'Nadia Ferrand', id: 'p1' });
      text.insert(0, 'Relu par Nadia Ferrand, hier.');
      const end = text.length;
      for (const [index, letter] of [...'Léa Pons-Deschamps'].entries()) text.insert(end + index, letter);
      text.insert(0, 'Nadia Ferrand');
      text.delete(0, 'Nadia Ferrand'.length);
    });
    const kept = afterwards(log);
    const doc = open(kept);
    expect(doc.getMap('m').get('mention')).toEqual({ label: 'Ancien membre', id: 'p1' });
    expect(doc.getText('t').toString()).toBe(
      'Relu par Ancien membre, hier.Ancien membre\u2060\u2060\u2060\u2060\u2060',
    );
    const bytes = Buffer.concat(kept).toString('latin1');
    expect(bytes).not.toContain('Ferrand');
    expect(bytes).not.toContain('Deschamps');
  });

  test('[PD6] clocks, positions and deletions are what they were; what does not say them stays to the byte', () => {
    const log = logOf((doc) => {
      const text = doc.getText('t');
      text.insert(0, 'bonjour ');
      text.insert(8, 'Nadia Ferrand');
      text.delete(0, 3);
    });
    const replaced = forgetWords(log, forgotten);
    expect(replaced.map((update) => update !== null)).toEqual([false, true, false]);
    const [before, after] = [open(log), open(afterwards(log))];
    expect(Y.encodeStateVector(after)).toEqual(Y.encodeStateVector(before));
    expect(after.getText('t').length).toBe(before.getText('t').length);
    // Somebody who held the former text goes on writing, and nothing is doubled.
    before.clientID = 9;
    before.getText('t').insert(0, '>');
    Y.applyUpdate(after, Y.encodeStateAsUpdate(before, Y.encodeStateVector(after)));
    expect(after.getText('t').toString()).toBe('>jour Ancien membre');
  });
});
