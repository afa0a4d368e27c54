import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answersOf } from '#shared/programme/application/answers-of.ts';
import {
  type ApplicationEdit,
  editApplication,
  readApplication,
} from '#shared/programme/application/application-doc.ts';
import { Form } from '#shared/programme/application/form.ts';
import { rejoin, replicas } from '#tests/support/realtime/replicas.ts';

const ROWS = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
const [ROW = ''] = ROWS;

const read = (doc: Y.Doc) => readApplication(doc);
const text = (address: string, words: string): ApplicationEdit => ({ kind: 'text', address, text: words });
const value = (address: string, stored: string | number | boolean | null): ApplicationEdit => ({
  kind: 'value',
  address,
  value: stored,
});

const anEdit: fc.Arbitrary<ApplicationEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    address: fc.constantFrom('courriel', 'accord', 'services#eau', 'services#air', `lignes/${ROW}/jours`),
    value: fc.oneof(fc.string({ maxLength: 5 }), fc.boolean(), fc.integer(), fc.constant(null)),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    address: fc.constantFrom('titre', 'probleme', `lignes/${ROW}/nom`),
    text: fc.string({ unit: 'grapheme', maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constantFrom('addRow' as const, 'removeRow' as const),
    block: fc.constant('lignes'),
    row: fc.constantFrom(...ROWS),
  }),
);

test('[AP4] three replicas that write whatever, wherever, in whichever order, end with the same answers', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), anEdit, fc.boolean()), { maxLength: 60 }), (steps) => {
      const docs = replicas(3);
      for (const [at, edit, isMet] of steps) {
        const doc = docs[at];
        if (doc) editApplication(doc, [edit]);
        if (isMet) rejoin(...docs.slice(0, 2));
      }
      rejoin(...docs);
      const [first, ...others] = docs.map(read);
      for (const other of others) expect(other).toEqual(first);
    }),
  );
});

test('[AP4] whatever three people write in different fields, and letters they add to one text, are all there', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.tuple(word, word, word), fc.string({ maxLength: 20 }), ([a, b, c], begun) => {
      const docs = replicas(3);
      const [one, two, three] = docs as [Y.Doc, Y.Doc, Y.Doc];
      editApplication(one, [text('probleme', begun)]);
      rejoin(...docs);
      // Apart from one another: each a field of their own, and each a word at another place of the same text.
      editApplication(one, [
        value('courriel', a),
        text('probleme', `1${a}1${begun}`),
        value('services#eau', true),
      ]);
      editApplication(two, [
        value('site', b),
        text('probleme', `${begun}2${b}2`),
        value('services#air', true),
      ]);
      editApplication(three, [text('titre', c), { kind: 'addRow', block: 'lignes', row: ROW }]);
      rejoin(...docs);
      const { values, texts, rows } = read(one);
      expect(values).toEqual({ courriel: a, site: b, 'services#eau': true, 'services#air': true });
      expect(texts).toEqual({ titre: c, probleme: `1${a}1${begun}2${b}2` });
      expect(rows).toEqual({ lignes: [ROW] });
    }),
  );
});

test('[AP4] what is written in a row while somebody takes it away comes back with the row', () => {
  const docs = replicas(2);
  const [one, two] = docs as [Y.Doc, Y.Doc];
  editApplication(one, [{ kind: 'addRow', block: 'lignes', row: ROW }, text(`lignes/${ROW}/nom`, 'Régie')]);
  rejoin(...docs);
  editApplication(one, [{ kind: 'removeRow', block: 'lignes', row: ROW }]);
  editApplication(two, [text(`lignes/${ROW}/nom`, 'Régie des eaux')]);
  rejoin(...docs);
  expect(read(one).rows).toEqual({});
  editApplication(one, [{ kind: 'addRow', block: 'lignes', row: ROW }]);
  expect(read(one)).toMatchObject({
    rows: { lignes: [ROW] },
    texts: { [`lignes/${ROW}/nom`]: 'Régie des eaux' },
  });
});

test('[AP4] an answer that is the same already sends nothing, and an emoji is never cut in two', () => {
  const doc = new Y.Doc();
  editApplication(doc, [text('titre', 'Ombre 🌳'), value('accord', true)]);
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  editApplication(doc, [text('titre', 'Ombre 🌳'), value('accord', true), value('autre', null)]);
  expect(updates).toBe(0);
  editApplication(doc, [text('titre', 'Ombre 🌲')]);
  expect(read(doc).texts.titre).toBe('Ombre 🌲');
});

test('[AP5] readers take whatever stands there: other types, foreign names, values that are none', () => {
  const doc = new Y.Doc();
  const hostile = new Y.Doc();
  hostile.getMap('values').set('__proto__', 'x');
  hostile.getMap('values').set('courriel', new Y.Map());
  hostile.getMap('values').set('jours', Number.NaN);
  hostile.getMap('values').set('piece', { fileId: 1 });
  hostile.getMap('values').set('bon', 'oui');
  hostile.getArray('text:titre').push([{ not: 'a text' }]);
  hostile.getMap('text:DROP TABLE').set('a', 1);
  hostile.getText('rows:lignes').insert(0, 'abc');
  hostile.getMap('rows:autres').set('no-id', 'a0');
  hostile.getMap('rows:autres').set(ROW, 12);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile));
  expect(read(doc)).toEqual({ values: { bon: 'oui' }, texts: {}, rows: { autres: [ROW] } });
});

test('[AP5] answers are what the form asks, and each is of its kind', () => {
  const form = Form.parse({
    sections: [
      {
        key: 'un',
        title: 'Un',
        fields: [
          { key: 'titre', label: 'Titre', kind: 'text', isRequired: true },
          { key: 'jours', label: 'Jours', kind: 'number', isRequired: false },
          { key: 'duree', label: 'Durée', kind: 'period', isRequired: false },
          {
            key: 'services',
            label: 'Services',
            kind: 'choices',
            isRequired: false,
            choices: [
              { key: 'eau', label: 'Eau' },
              { key: 'air', label: 'Air' },
            ],
          },
          { key: 'accord', label: 'Accord', kind: 'commitment', isRequired: true },
          { key: 'vide', label: 'Vide', kind: 'email', isRequired: false },
          {
            key: 'lignes',
            label: 'Lignes',
            kind: 'rows',
            isRequired: false,
            fields: [{ key: 'nom', label: 'Nom', kind: 'text', isRequired: true }],
          },
        ],
      },
    ],
  });
  const doc = new Y.Doc();
  editApplication(doc, [
    text('titre', 'Ombres'),
    value('jours', '2,5'),
    value('duree#from', '2026-09-01'),
    value('services#air', true),
    value('services#autre', true),
    value('accord', true),
    value('vide', ''),
    value('inconnu', 'x'),
    { kind: 'addRow', block: 'lignes', row: ROW },
    text(`lignes/${ROW}/nom`, 'Régie'),
  ]);
  expect(answersOf(form, read(doc))).toEqual({
    titre: 'Ombres',
    jours: '2,5',
    duree: { from: '2026-09-01', to: '' },
    services: ['air'],
    accord: true,
    lignes: [{ id: ROW, nom: 'Régie' }],
  });
});
