import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAST } from '#shared/realtime/lineage/inherit.ts';
import { cutAndPaste, LAYOUT, ManyHands, placesOf, write } from '#tests/support/documents/many-hands.ts';

const PEOPLE = ['Nadia', 'Farid', 'Claire'];
const CLAIRE = 2;
const WORDS =
  'arbre ombre ville canicule sol perméable relevé quartier école cour eau gestion service place mesurer planter arroser protéger habitant été'.split(
    ' ',
  );

/** No two paragraphs of a text are the same. */
const BEGINNINGS = ['Avant tout', 'Puis', 'Dès juin', 'En outre', 'Enfin', 'Le soir', 'Ici', 'Pourtant'];

const sentence = fc
  .uniqueArray(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`);
const gesture = fc.record({
  by: fc.nat(PEOPLE.length - 1),
  what: fc.constantFrom(...Object.keys(LAYOUT), 'cut', 'undo', 'restore', 'empty'),
  a: fc.nat(40),
  b: fc.nat(40),
});

function doGesture(hands: ManyHands, { by, what, a, b }: { by: number; what: string; a: number; b: number }) {
  if (what === 'cut') cutAndPaste(hands, by, a, b);
  else if (what === 'restore') {
    const rows = hands.rows.length;
    hands.edit(by, (tr) => LAYOUT.shuffle?.(tr, a, b));
    hands.restore(by, rows);
  } else if (what === 'undo') {
    hands.edit(by, (tr) => {
      const place = placesOf(tr.doc)[a % tr.doc.childCount];
      if (place && place.node.textContent.length >= LEAST.recent) tr.delete(place.from, place.to);
    });
    hands.undo(by);
  } else if (what === 'empty') {
    const rows = hands.rows.length;
    hands.edit(by, (tr) => tr.replaceWith(0, tr.doc.content.size, tr.doc.type.schema.node('paragraph')));
    hands.restore(by, rows);
  } else hands.edit(by, (tr) => LAYOUT[what]?.(tr, a, b));
}

describe('[LG1] a text keeps its authors', () => {
  test('[LG1] whatever others move, lay out, split, cut and paste, undo or restore, each has as many characters as before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(PEOPLE.length - 1), sentence), { minLength: 3, maxLength: 8 }),
        fc.array(gesture, { minLength: 1, maxLength: 6 }),
        (texts, gestures) => {
          const hands = new ManyHands(PEOPLE);
          for (const [index, [by, text]] of texts.entries())
            hands.edit(by, (tr) => write(tr, `${BEGINNINGS[index]} ${text}`));
          const before = hands.characters();
          for (const one of gestures) {
            doGesture(hands, one);
            expect([one.what, hands.characters()]).toEqual([one.what, before]);
          }
        },
      ),
      { numRuns: process.env.TEST_LONG ? 10_000 : 150 },
    );
  });

  test('[LG2] what one types is one’s own, though somebody deleted the same word before', () => {
    const hands = new ManyHands(PEOPLE);
    hands.edit(0, (tr) => write(tr, 'La canicule de juillet a duré neuf jours.'));
    hands.edit(CLAIRE, (tr) => tr.delete(4, 12));
    for (const [index, letter] of [...'canicule'].entries())
      hands.edit(CLAIRE, (tr) => tr.insert(4 + index, tr.doc.type.schema.text(letter)));
    expect(hands.text).toContain('canicule');
    expect(hands.characters()).toEqual({ Claire: 8, Nadia: 26 });
  });

  test('[LG1] an image that somebody else moves, or deletes and brings back, is still of whoever put it there', () => {
    const hands = new ManyHands(PEOPLE);
    hands.edit(0, (tr) => {
      const image = tr.doc.type.schema.node('image', { src: '/fichiers/arbre', alt: 'Un arbre' });
      tr.insert(tr.doc.content.size, image);
    });
    hands.edit(1, (tr) => write(tr, 'Un arbre sur la place.'));
    const before = hands.characters();
    expect(before).toEqual({ Farid: 18, Nadia: 1 });
    const rows = hands.rows.length;
    hands.edit(CLAIRE, (tr) => LAYOUT.shuffle?.(tr, 1, 0));
    expect(hands.characters()).toEqual(before);
    hands.edit(CLAIRE, (tr) => tr.replaceWith(0, tr.doc.content.size, tr.doc.type.schema.node('paragraph')));
    hands.restore(CLAIRE, rows);
    expect(hands.characters()).toEqual(before);
  });

  test('[LG1] fifty thousand words that come at once, are turned round and have their letters mixed are read to the end', () => {
    const hands = new ManyHands(PEOPLE);
    const paragraphs = Array.from({ length: 500 }, (_, line) =>
      Array.from({ length: 100 }, (__, at) => WORDS[(line * 7 + at * (1 + (line % 5))) % WORDS.length]).join(
        ' ',
      ),
    );
    hands.edit(0, (tr) => write(tr, ...paragraphs));
    const before = hands.characters();
    hands.edit(CLAIRE, (tr) => LAYOUT.shuffle?.(tr, 250, 0));
    expect(hands.characters()).toEqual(before);
    const mixed = paragraphs.map((text) => [...text].sort().join('').trim());
    hands.edit(CLAIRE, (tr) => {
      tr.delete(0, tr.doc.content.size);
      write(tr, ...mixed);
    });
    // Letters in another order are other words.
    expect(hands.characters().Claire).toBeGreaterThan(100_000);
  });
});
