import type { BlockJson } from '#shared/documents/text/document-blocks.ts';

const t = (text: string, ...marks: NonNullable<BlockJson['marks']>): BlockJson => ({
  type: 'text',
  text,
  marks,
});
const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });

/** One text in every string of a document that people can write; `image` is the address of a picture that there is. */
export const blocksSaying = (said: string, image: string): BlockJson[] => [
  p(t(said), t(said, { type: 'link', attrs: { href: said } }), t(said, { type: 'code' }), {
    type: 'footnote',
    content: [t(said)],
  }),
  { type: 'heading', attrs: { level: 2 }, content: [t(said)] },
  p(
    { type: 'mention', attrs: { kind: 'person', id: 'p1', label: said } },
    { type: 'mention', attrs: { kind: said, id: said, label: said } },
    { type: 'reference', attrs: { kind: 'document', id: 'd1' } },
    { type: 'date', attrs: { day: said } },
    { type: 'status', attrs: { state: said } },
    { type: 'inlineMath', attrs: { latex: said } },
  ),
  { type: 'image', attrs: { src: image, alt: said, caption: said, size: said, align: said } },
  { type: 'image', attrs: { src: said, alt: said } },
  { type: 'attachment', attrs: { src: `/fichiers/${said}`, name: said, kind: said, bytes: 1 } },
  { type: 'attachment', attrs: { src: image, name: said, kind: 'sheet', bytes: 1 } },
  { type: 'embed', attrs: { src: 'https://www.youtube.com/watch?v=abcdefghijk', title: said } },
  { type: 'embed', attrs: { src: said, title: said } },
  {
    type: 'details',
    content: [
      { type: 'detailsSummary', content: [t(said)] },
      { type: 'detailsContent', content: [p(t(said))] },
    ],
  },
  { type: 'blockquote', attrs: { source: said }, content: [p(t(said))] },
  { type: 'callout', attrs: { kind: said }, content: [p(t(said))] },
  { type: 'codeBlock', attrs: { language: said }, content: [t(said)] },
  {
    type: 'table',
    attrs: { caption: said },
    content: [
      { type: 'tableRow', content: [{ type: 'tableCell', attrs: { style: said }, content: [p(t(said))] }] },
    ],
  },
  { type: said, attrs: { onclick: said }, content: [t(said)] },
];

/** The simplest block with this text. */
export const paragraphSaying = (said: string): BlockJson => p(t(said));
