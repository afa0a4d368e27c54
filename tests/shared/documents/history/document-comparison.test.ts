import * as fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '#shared/documents/history/document-comparison.ts';
import { readExact } from '#shared/documents/history/exact-node.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { docOf, twoStates } from '#tests/support/realtime/random-documents.ts';

const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });
const t = (text: string, ...marks: string[]): BlockJson => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});
const compared = (before: BlockJson[], after: BlockJson[]) =>
  compareDocuments(readExact(docOf(before, 1)), readExact(docOf(after, 2)));

describe('[V2] a comparison is shown', () => {
  test('with its words for those who do not see colours, and listed with who wrote', () => {
    const { entries, changes } = compared(
      [p(t('à moins de deux mètres'))],
      [p(t('à moins de trois mètres'))],
    );
    expect(entries[0]).toMatchObject({
      html:
        '<div class="compared"><p>à moins de <del data-change="removed" data-n="1" data-word="supprimé\u00a0:">deux</del>' +
        '<ins data-change="added" data-n="1" data-word="ajouté\u00a0:">trois</ins> mètres</p></div>',
      places: { before: 0, after: 0, anchor: null },
    });
    expect(changes).toEqual([
      { n: 1, kind: 'replaced', before: 'deux', after: 'trois', entry: 0, clients: [2] },
    ]);
  });

  test('[D9] an editor that writes a default down has changed nothing', () => {
    const list = (attrs: Record<string, unknown>, text: string): BlockJson => ({
      type: 'orderedList',
      attrs,
      content: [{ type: 'listItem', content: [p(t(text))] }],
    });
    const bold = (attrs?: Record<string, unknown>): BlockJson =>
      p({ type: 'text', text: 'gras', marks: [{ type: 'bold', ...(attrs && { attrs }) }] });
    const written = { start: 1, type: null };
    expect(compared([list({}, 'un'), bold()], [list(written, 'un'), bold({ odd: 1 })]).changes).toEqual([]);
    expect(
      compared([list({}, 'un sol vivant')], [list(written, 'un sol vif')]).changes.map(({ kind }) => kind),
    ).toEqual(['replaced']);
    expect(compared([list({}, 'un')], [list({ start: 3 }, 'un')]).changes.map(({ kind }) => kind)).toEqual([
      'reset',
    ]);
  });

  test('unchanged blocks are one run', () => {
    const { entries } = compared([p(t('un')), p(t('deux')), p(t('trois'))], [p(t('un')), p(t('deux'))]);
    expect(entries.map((entry) => [entry.kind, entry.kind === 'same' ? entry.blocks : entry.after])).toEqual([
      ['same', 2],
      ['changed', null],
    ]);
  });

  test('a list item and a table row say it themselves, since no other element may stand around them', () => {
    const list = (...items: string[]): BlockJson => ({
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: [p(t(item))] })),
    });
    const [entry] = compared([list('un sol')], [list('un sol', 'une eau')]).entries;
    expect(entry?.html).toContain('<ul><li><p>un sol</p></li><li data-change="added" data-n="1"><ins');
  });

  test('each change has its number in the text, and nothing that was written runs', () => {
    const hostile = p(t('<img src=x onerror=alert(1)>'), { type: 'later"><script>', content: [t('suite')] });
    const { entries } = compared([hostile], [p(t('rien'))]);
    expect(entries[0]?.html).not.toMatch(/<script|<img/);
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        const { entries, changes } = compared(before, after);
        const page = new Window().document;
        page.body.innerHTML = entries.map(({ html }) => html).join('');
        for (const { n, entry } of changes) {
          expect(page.querySelector(`[data-n="${n}"]`), `change ${n}`).not.toBeNull();
          expect(entries[entry]?.kind).toBe('changed');
        }
      }),
      { numRuns: 60 },
    );
  });
});
