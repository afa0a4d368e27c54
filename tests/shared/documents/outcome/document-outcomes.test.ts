import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { outcomesOf } from '#shared/documents/outcome/document-outcomes.ts';
import { anewOutcomes } from '#shared/documents/outcome/outcome-copies.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { projectDocument } from '#shared/documents/text/document-projection.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const block = (type: string, id: unknown, text: string) => ({
  type,
  attrs: { id },
  content: [{ type: 'text', text }],
});

function docOf(...blocks: Parameters<typeof appendBlocks>[1]['blocks'][number][]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 7;
  appendBlocks(doc, { blocks });
  return doc;
}

test('[DA1] decisions and actions are read in order, wherever they stand, with whoever made the block', () => {
  const doc = docOf(
    { type: 'callout', content: [block('decision', ID, 'Retenir  juin')] },
    block('action', OTHER, 'Écrire aux villes'),
  );
  expect(outcomesOf(doc)).toEqual([
    { kind: 'decision', id: ID, text: 'Retenir juin', rank: 0, client: 7 },
    { kind: 'action', id: OTHER, text: 'Écrire aux villes', rank: 1, client: 7 },
  ]);
});

test('[DA1] of two blocks with one id the first counts, and one without a valid id is none', () => {
  const doc = docOf(
    block('decision', ID, 'Une'),
    block('action', ID, 'Autre'),
    block('decision', 'n’importe quoi', 'Rien'),
    block('decision', { id: 1 }, 'Rien'),
  );
  expect(outcomesOf(doc).map(({ text }) => text)).toEqual(['Une']);
});

test('[DA1] whoever may know reads the number and the state above the words; others read the words', () => {
  const { blocks } = readDocument(docOf(block('decision', ID, 'Retenir juin')));
  const html = blocks.join('');
  expect(html).toContain('>Décision</p><p class="outcome-text">Retenir juin</p>');
  const named = nameObjects(html, {
    [`decision:${ID}`]: {
      name: 'Décision 2023-4',
      href: '/decisions/x',
      state: 'repealed',
      detail: 'abrogée',
    },
  });
  expect(named).toContain('>Décision 2023-4</a> <span class="outcome-detail">abrogée</span>');
  // [H14] Out of its context the link says of which decision it is.
  expect(named).toContain(
    `<a href="/decisions/x" id="bloc-${ID}-nom" aria-labelledby="bloc-${ID}-nom bloc-${ID}-texte">`,
  );
  expect(named).toContain(`<p class="outcome-text" id="bloc-${ID}-texte">Retenir juin</p>`);
});

const anything = fc.letrec((tie) => ({
  node: fc.record({
    type: fc.constantFrom('decision', 'action', 'paragraph', 'callout', 'constructor'),
    attrs: fc.dictionary(fc.constantFrom('id', 'kind'), fc.oneof(fc.constantFrom(ID, OTHER), fc.jsonValue())),
    content: fc.array(
      fc.oneof(
        { maxDepth: 3 },
        fc.record({ type: fc.constant('text'), text: fc.string({ minLength: 1 }) }),
        tie('node'),
      ),
      { maxLength: 3 },
    ),
  }),
})).node;

test('[DA1] projecting any document gives each decision and action once, and never throws', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 4 }), (blocks) => {
      const { outcomes } = projectDocument(docOf(...(blocks as Parameters<typeof docOf>)));
      expect(new Set(outcomes.map(({ id }) => id)).size).toBe(outcomes.length);
      expect(outcomes.map(({ rank }) => rank)).toEqual(outcomes.map((_, index) => index));
      for (const { text } of outcomes) expect(text).not.toContain('\0');
    }),
  );
});

test('[DA9] blocks for another document keep their words under new ids', () => {
  let count = 0;
  const copies = anewOutcomes(
    [{ type: 'callout', content: [block('decision', ID, 'Une')] }],
    () => `new ${++count}`,
  );
  expect(copies).toEqual([{ type: 'callout', content: [block('decision', 'new 1', 'Une')] }]);
});

test('[DA8] only a page that follows the text offers the tick, and only to whoever may move the card', () => {
  const written = `<p class="outcome-label" data-kind="action" data-id="${ID}">Action</p><p class="outcome-text">Peser</p>`;
  const named = (canTick: boolean, isLive: boolean) => {
    const names = { [`action:${ID}`]: { name: 'Action', href: '/carte', state: 'todo' as const, canTick } };
    return nameObjects(written, names, { isLive }).includes('data-tick');
  };
  expect([named(true, true), named(true, false), named(false, true)]).toEqual([true, false, false]);
  expect(nameObjects(written, {}, { isLive: true })).toBe(written);
});
