import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { isEmptyState, publicAddress, publicState } from '#shared/publication/public-document/publication.ts';

const ids = {
  file: '11111111-1111-4111-8111-111111111111',
  attachment: '22222222-2222-4222-8222-222222222222',
  person: '33333333-3333-4333-8333-333333333333',
  published: '44444444-4444-4444-8444-444444444444',
  private: '55555555-5555-4555-8555-555555555555',
};

function blocksWithEverything(): readonly string[] {
  const doc = new Y.Doc();
  appendBlocks(doc, {
    blocks: [
      {
        type: 'paragraph',
        content: [
          { type: 'mention', attrs: { kind: 'person', id: ids.person, label: 'Nadia Ferrand' } },
          { type: 'text', text: ' renvoie à ' },
          { type: 'reference', attrs: { kind: 'document', id: ids.published } },
          { type: 'text', text: ' et à ' },
          { type: 'reference', attrs: { kind: 'document', id: ids.private } },
        ],
      },
      { type: 'image', attrs: { src: `/fichiers/${ids.file}`, alt: 'La place' } },
      { type: 'attachment', attrs: { src: `/fichiers/${ids.attachment}`, name: 'relevé.csv', bytes: 12 } },
      { type: 'image', attrs: { src: `/fichiers/${ids.file}`, alt: 'La place encore' } },
    ],
  });
  return readDocument(doc).blocks;
}

test('[C10] a published state holds none of our ids, and everything that the text says', () => {
  const state = publicState(
    blocksWithEverything(),
    'guide-12345678',
    new Map([[ids.published, { title: 'Mesurer <l’ombre>', address: 'ombre-87654321' }]]),
  );
  const html = state.blocks.join('');
  for (const id of Object.values(ids)) expect(html).not.toContain(id);
  expect(html).toContain('@Nadia Ferrand');
  expect(html).toContain('href="/documents-publics/ombre-87654321"');
  expect(html).toContain('Mesurer &lt;l’ombre&gt;');
  expect(html).toContain('Contenu non accessible');
  expect(html).toContain('/documents-publics/guide-12345678/fichiers/0"');
  expect(html).toContain('/documents-publics/guide-12345678/fichiers/1"');
  expect(state.fileIds).toEqual([ids.file, ids.attachment]);
});

test('[C9] an address says the title and is nobody else’s', () => {
  expect(publicAddress('Îlots de chaleur : agir', ids.file)).toBe('ilots-de-chaleur-agir-11111111');
  expect(publicAddress('???', ids.file)).toBe('document-11111111');
});

test('[EC9] the public reads the line of an excerpt, never its id, and is told when nobody gave its words', () => {
  const id = '66666666-6666-4666-8666-666666666666';
  const block = {
    type: 'excerpt',
    attrs: { id, source: 'Valmont · texte du 14 mars 2023' },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'La banquette compte.' }] }],
  };
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks: [block] });
  const { blocks, objects } = readDocument(doc);
  const verified = new Set(objects.map((object) => object.id));
  const said = (given: Set<string>) =>
    publicState(blocks, 'guide-12345678', new Map(), given).blocks.join('');
  expect(said(verified)).toContain('La banquette compte.');
  expect(said(verified)).toContain('>Valmont · texte du 14 mars 2023<');
  expect(said(new Set())).toContain('Valmont · texte du 14 mars 2023 — Provenance non vérifiée<');
  for (const html of [said(verified), said(new Set())]) expect(html).not.toContain(id);
});

test('[C9] without a word and without a file there is nothing to publish', () => {
  const isEmpty = (blocks: readonly string[], fileIds: readonly string[] = []) =>
    isEmptyState({ blocks, fileIds });
  expect(isEmpty([])).toBe(true);
  expect(isEmpty(['<p></p>', '<h2 id="a"> </h2>', '<hr>'])).toBe(true);
  expect(isEmpty(['<p></p>', '<p>Un mot</p>'])).toBe(false);
  expect(isEmpty(['<p><img src="/x" alt="La place"></p>'], [ids.file])).toBe(false);
});
