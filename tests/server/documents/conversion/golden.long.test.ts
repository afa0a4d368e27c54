import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { IMAGE, referenceBlocks, referencePicture, referenceSource } from './reference-document.ts';

/**
 * The reference document holds every node and mark of the schema. What a format changes of it stands here, block by block:
 * nothing of the text, of the tables or of the images. What is not named comes back as it was.
 */
let converter: Converter;
beforeAll(() => {
  converter = createConverter({ log: pino({ level: 'silent' }) });
});
afterAll(() => converter.close());

async function thereAndBack(format: ExportFormat) {
  const source = await referenceSource();
  const { bytes } = await converter.run({ kind: 'export', format, source, mark: 'image-mark' }, ANYBODY);
  const read = await converter.run({ kind: 'import', name: `guide.${format}`, bytes }, ANYBODY);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** Attributes without their nulls, the one image under one name. */
function plain(blocks: readonly BlockJson[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value) => {
      if (key === 'attrs' && value)
        return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
      if (key === 'src' && typeof value === 'string' && value.startsWith('/fichiers/0000')) return IMAGE;
      return value;
    }),
  );
}

type Change = (block: BlockJson) => readonly BlockJson[];
const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });
const t = (text: string, ...marks: NonNullable<BlockJson['marks']>[number][]): BlockJson =>
  marks.length > 0 ? { type: 'text', marks, text } : { type: 'text', text };
const bold = { type: 'bold' };

/** What every format but HTML does: names, dates and states become their words. */
const words: Readonly<Record<string, Change>> = {
  // The paragraph with a mention, a date, a state and a link to one of our objects.
  'Vu par ': () => [
    p(
      t('Vu par @Nadia Ferrand le mardi 14 mars 2023, état '),
      t('En cours', bold),
      t(', voir Contenu non accessible.'),
    ),
  ],
};
const oneAfterTheOther: Change = ({ content = [] }) => content.flatMap(({ content: inner = [] }) => inner);
/** A file of ours stays where it is: what leaves is a link to it. */
const attachment: Change = () => [
  p(
    t(`releves.ods ${documentBlocks.fileFacts('ODS', 12_000)}`, {
      type: 'link',
      attrs: { href: 'https://cordee.example/fichiers/0197c1d2-bbbb-7bbb-8ccc-1234567890ab' },
    }),
  ),
];
/** The size of an image is that of its pixels, which the server knows once it keeps it. */
const image: Change = (block) => {
  const { width, height, ...attrs } = block.attrs ?? {};
  return [{ ...block, attrs }];
};
const unfolded: Change = ({ content = [] }) => [
  p(t(content[0]?.content?.[0]?.text ?? '', bold)),
  ...(content[1]?.content ?? []),
];
const without =
  (type: string, name: string): Change =>
  (block) => [
    JSON.parse(JSON.stringify(block), (_key, value) =>
      value?.type === type ? { ...value, attrs: { ...value.attrs, [name]: null } } : value,
    ),
  ];
/** TeX that says the same, as word processors give it back. */
const tex: Change = (block) => [JSON.parse(JSON.stringify(block).replace('x^2 +', 'x^{2} +'))];
const unmarked: Change = (block) => [
  {
    ...block,
    content: merged(
      (block.content ?? []).map((node) => ({
        ...node,
        ...(node.marks && { marks: node.marks.filter(({ type }) => type !== 'highlight') }),
      })),
    ),
  },
];
/** Neighbours with the same marks are one text. */
function merged(nodes: readonly BlockJson[]): BlockJson[] {
  const out: BlockJson[] = [];
  for (const { marks, ...node } of nodes) {
    const clean: BlockJson = marks && marks.length > 0 ? { ...node, marks } : node;
    const last = out.at(-1);
    if (
      last?.type === 'text' &&
      clean.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(clean.marks)
    )
      out[out.length - 1] = { ...last, text: `${last.text}${clean.text}` };
    else out.push(clean);
  }
  return out;
}

const CHANGES: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  docx: {
    ...words,
    image,
    attachment,
    details: unfolded,
    codeBlock: without('codeBlock', 'language'),
    'Première ligne': tex,
  },
  odt: {
    ...words,
    image,
    attachment,
    details: unfolded,
    codeBlock: without('codeBlock', 'language'),
    'Première ligne': tex,
    // Its reader knows no highlight, and numbers every list from 1.
    'Relevés de l’été : ': unmarked,
    bulletList: (block) => [JSON.parse(JSON.stringify(block).replace('"start":3', '"start":1'))],
  },
  md: { ...words, image, attachment, columns: oneAfterTheOther },
  html: { attachment },
};

/** The changes are named by the type of a block, or by the first words of a paragraph. */
function changed(changes: Readonly<Record<string, Change>>): BlockJson[] {
  return referenceBlocks.flatMap((block) => {
    const first = block.content?.[0]?.text ?? '';
    const change = changes[block.type] ?? (block.type === 'paragraph' ? changes[first] : undefined);
    return change ? change(block) : [block];
  });
}

describe.each(Object.keys(CHANGES))('[X12] the reference document through %s', (format) => {
  test('comes back with its text, its tables and its images; the differences are listed', async () => {
    const { title, blocks, images, losses } = await thereAndBack(format as ExportFormat);
    expect(plain(blocks)).toEqual(plain(changed(CHANGES[format] ?? {})));
    expect(title).toBe('Îlots de chaleur : mesurer & agir');
    expect(losses).toEqual([]);
    expect(Object.values(images)).toHaveLength(1);
    expect(Buffer.compare(Object.values(images)[0] as Uint8Array, await referencePicture)).toBe(0);
  });
});
