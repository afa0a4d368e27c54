import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { editApplication, textOf } from '#shared/programme/application/application-doc.ts';
import { movedBy, spliceOf } from '#shared/programme/application/text-splice.ts';

test('[AP4] what is typed between repeated letters lands where the caret says', () => {
  expect(spliceOf('aaaa', 'aaaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
  expect(spliceOf('Les places', 'Les belles places', 11)).toEqual({ index: 4, remove: 0, insert: 'belles ' });
});

test('[AP4] a caret stays between the same letters, whatever others write or delete around it', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.nat(),
      fc.nat(5),
      fc.string({ maxLength: 5 }),
      (begun, caretAt, changeAt, remove, insert) => {
        const doc = new Y.Doc();
        const text = textOf(doc, 'titre');
        text.insert(0, `${begun}|rest`);
        const caret = caretAt % (begun.length + 1);
        const index = changeAt % (begun.length + 1);
        let moved = caret;
        text.observe(({ delta }) => {
          moved = movedBy(caret, delta);
        });
        editApplication(doc, [
          { kind: 'splice', address: 'titre', index, remove: Math.min(remove, begun.length - index), insert },
        ]);
        const end = index + Math.min(remove, begun.length - index);
        if (caret <= index) expect(moved).toBe(caret);
        else if (caret > end) expect(text.toString().slice(moved)).toBe(`${begun}|rest`.slice(caret));
        else expect(moved >= index && moved <= index + insert.length).toBe(true);
      },
    ),
  );
});
