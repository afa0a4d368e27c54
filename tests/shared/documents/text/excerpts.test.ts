import { getSchema } from '@tiptap/core';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type ExcerptStanding, excerptRef, excerptSha, wordsSha } from '#shared/documents/excerpt/excerpt.ts';
import { findExcerpt, sourceBlocks } from '#shared/documents/excerpt/excerpt-source.ts';
import { putExcerpt } from '#shared/documents/excerpt/put-excerpt.ts';
import { quotedBlocks } from '#shared/documents/excerpt/quoted-blocks.ts';
import { readAuthors } from '#shared/documents/history/document-authors.ts';
import { outcomesOf } from '#shared/documents/outcome/document-outcomes.ts';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { projectDocument } from '#shared/documents/text/document-projection.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';
import { Authorship } from '#shared/realtime/lineage/authorship.ts';

const ID = '6f1c1c1e-0000-4000-8000-000000000001';
const paragraph = (text: string): BlockJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const excerpt = (...content: BlockJson[]): BlockJson => ({
  type: 'excerpt',
  attrs: { id: ID, source: 'Valmont · texte du 14 mars 2023' },
  content,
});

function docOf(...blocks: BlockJson[]): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks });
  return doc;
}

test('[EC2] what an excerpt says has one fingerprint, as the editor gives it and as its Y.Doc gives it', () => {
  const block = excerpt(
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'La ', marks: [{ type: 'bold' }, { type: 'italic' }] },
        { type: 'text', text: 'banquette', marks: [{ type: 'italic' }, { type: 'bold' }] },
        { type: 'footnote', content: [{ type: 'text', text: 'Deux mètres' }] },
      ],
    },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('a')] }] }],
    },
  );
  const schema = narrowSchema(getSchema([...documentExtensions]));
  const node = schema.nodeFromJSON({ type: 'doc', content: [block] });
  const doc = new Y.Doc();
  prosemirrorToYXmlFragment(node, doc.getXmlFragment(DOCUMENT_FRAGMENT));
  const stored = readBlocks(doc)[0] as BlockJson;
  const edited = node.firstChild?.toJSON() as BlockJson;
  expect(excerptRef(stored)).toEqual(excerptRef(edited));
  expect(excerptRef(stored)).toEqual(excerptRef(block));
  expect(excerptRef(excerpt(paragraph('Autre chose')))).not.toEqual(excerptRef(block));
  expect(excerptRef({ type: 'excerpt', attrs: { id: '" onload="x' } })).toBeNull();
});

test('[EC3] what is quoted brings neither titles nor decisions of its own, and an excerpt in it is a quotation', () => {
  const quoted = quotedBlocks([
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Ombre' }] },
    { type: 'decision', attrs: { id: ID }, content: [{ type: 'text', text: 'Planter' }] },
    excerpt(paragraph('D’ailleurs')),
    { type: 'unheardOf', content: [{ type: 'text', text: 'gardé' }] },
  ]);
  expect(quoted.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'blockquote', 'paragraph']);
  const doc = docOf(excerpt(...quoted));
  const { outline, text } = readDocument(doc);
  expect([outline, outcomesOf(doc)]).toEqual([[], []]);
  for (const words of ['Ombre', 'Décision : Planter', 'D’ailleurs', 'gardé']) expect(text).toContain(words);
  expect(wordsSha(quotedBlocks(quoted))).toBe(wordsSha(quoted));
});

test('[EC3] a decision that somebody puts into an excerpt is none, and is not what was given', () => {
  const given = quotedBlocks([
    { type: 'decision', attrs: { id: ID }, content: [{ type: 'text', text: 'Planter' }] },
  ]);
  const forged: BlockJson[] = [
    { type: 'decision', attrs: { id: ID }, content: [{ type: 'text', text: 'Planter' }] },
  ];
  expect(outcomesOf(docOf(excerpt(...forged)))).toEqual([]);
  expect(excerptSha({ source: 'x', content: forged })).not.toBe(excerptSha({ source: 'x', content: given }));
});

test('[EC4] a passage is found by its blocks, with what is written between them; moved, by its words; else it is gone', () => {
  const doc = docOf(paragraph('un'), paragraph('deux'), paragraph('trois'));
  const [one, two] = sourceBlocks(doc);
  const passage = [[one, two].map((block) => ({ key: block?.key ?? '', sha: block?.sha ?? '' }))];
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const words = () =>
    findExcerpt(sourceBlocks(doc), passage)?.blocks.map(({ block }) => block.content?.[0]?.text);
  const between = new Y.XmlElement('paragraph');
  between.insert(0, [new Y.XmlText('entre')]);
  fragment.insert(1, [between]);
  expect(words()).toEqual(['un', 'entre', 'deux']);
  fragment.delete(0, 3);
  expect(words()).toBeUndefined();
  appendBlocks(doc, { blocks: [paragraph('deux')] });
  expect(words()).toEqual(['deux']);
  appendBlocks(doc, { blocks: [paragraph('deux')] });
  expect(words()).toBeUndefined();
});

test('[EC5] new words take the place of the old ones wherever the excerpt stands; the same again changes nothing', () => {
  const doc = docOf(paragraph('avant'), excerpt(paragraph('ancien')), excerpt(paragraph('ancien')));
  const next = { id: ID, source: 'Valmont · texte du 15 mars 2023', blocks: [paragraph('nouveau')] };
  expect(putExcerpt(doc, next)).toEqual({ ok: true, value: 2 });
  expect(putExcerpt(doc, next)).toEqual({ ok: true, value: 0 });
  const { text } = readDocument(doc);
  expect([text.includes('ancien'), text.match(/nouveau/g)?.length]).toEqual([false, 2]);
  expect(projectDocument(doc).excerpts).toEqual([ID]);
});

test('[EC8] the words of an excerpt are nobody’s work in the text that quotes', () => {
  const doc = docOf(excerpt(paragraph('Vingt caractères ici')), paragraph('mien'));
  expect(readAuthors(doc, new Authorship(new Map())).map((characters) => [...characters.values()])).toEqual([
    [1],
    [4],
  ]);
});

test('[EC2] the line of an excerpt names its source for whoever may read it, and says how it stands; nothing typed is HTML', () => {
  const block = { ...excerpt(paragraph('<b>mots</b>')), attrs: { id: ID, source: '<i>Valmont</i>' } };
  const [html = ''] = readDocument(docOf(block)).blocks;
  const key = `excerpt:${excerptRef(block)?.id}`;
  const line = (name: string, href: string | null, standing: ExcerptStanding) =>
    nameObjects(html, { [key]: { name, href, excerpt: { mode: 'live', standing, colour: 2 } } });
  expect(line('Journal & suite', '/documents/x#titre-a', 'changed')).toContain(
    '<a href="/documents/x#titre-a">Journal &amp; suite</a> <span class="badge">Suit la source</span> <span class="badge warning">Mise à jour disponible</span>',
  );
  expect(line('', null, 'unverified')).toContain('Provenance non vérifiée');
  expect(line('', null, 'unverified')).not.toContain('Suit la source');
  expect(html).toContain('&lt;i&gt;Valmont');
  expect(html).not.toMatch(/<[bi]>/);
});
