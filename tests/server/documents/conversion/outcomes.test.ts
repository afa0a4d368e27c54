import { expect, test } from 'vitest';
import type { ExportSource } from '#server/documents/conversion/export-source.ts';
import { writeHtml } from '#server/documents/conversion/html.ts';
import { blocksOf } from '#server/documents/conversion/pandoc-blocks.ts';
import { typstBlocks } from '#server/documents/conversion/typst-blocks.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const block = (type: string, id: string, text: string) => ({
  type,
  attrs: { id },
  content: [{ type: 'text', text }],
});
const source: ExportSource = {
  title: 'Compte rendu',
  group: 'Fraîcheur en ville',
  writers: [],
  at: new Date('2023-03-14T13:00:00Z'),
  origin: 'https://cordee.example',
  blocks: [block('decision', ID, 'Retenir juin'), block('action', OTHER, 'Écrire aux villes')],
  images: {},
  names: {
    [`decision:${ID}`]: { name: 'Décision 2023-4', href: `/decisions/${ID}`, state: 'inForce' },
    [`action:${OTHER}`]: { name: 'Action', href: null, state: 'todo', detail: 'Yann Le Goff, 24 mars 2023' },
  },
  threads: null,
};

const said = (written: string) => written.replace(/\s/g, ' ');

test('[DA10] a decision leaves with its number, an action with who and until when, as the reader may know them', () => {
  const tree = JSON.stringify(blocksOf(source.blocks, { source, to: 'docx', imageName: () => null }));
  const words = [...tree.matchAll(/"t":"(?:Str","c":"([^"]*)|Space)"/g)]
    .map(([, word]) => word ?? ' ')
    .join('');
  expect(said(words)).toBe(
    'Décision 2023-4 : Retenir juinAction : Écrire aux villes — Yann Le Goff, 24 mars 2023',
  );
  const typst = said(typstBlocks(source.blocks, { source } as Parameters<typeof typstBlocks>[1]));
  expect(typst).toContain('Décision 2023-4 :');
  expect(typst).toContain(' — Yann Le Goff, 24 mars 2023');
  const html = new TextDecoder().decode(writeHtml(source));
  // The link says with the text which decision it is.
  expect(html).toMatch(
    new RegExp(
      `<a href="https://cordee.example/decisions/${ID}"[^>]* aria-labelledby="[^"]+">Décision 2023-4</a>`,
    ),
  );
  const hidden = JSON.stringify(
    blocksOf(source.blocks, { source: { ...source, names: {} }, to: 'md', imageName: () => null }),
  );
  expect(hidden).not.toContain('2023-4');
});
