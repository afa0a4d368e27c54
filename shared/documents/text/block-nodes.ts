import { type AnyExtension, mergeAttributes, Node } from '@tiptap/core';
import { Details, DetailsContent, DetailsSummary } from '@tiptap/extension-details';
import { Image } from '@tiptap/extension-image';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { blockMarkup } from './block-markup.ts';
import { textIn } from './parse-element.ts';
import { attributesOf, drawn } from './schema-attributes.ts';

/**
 * What a content expression refuses, the editor's binding deletes from everybody's document. Two people who change one block at
 * the same time must never make it refusable: containers take any number of their parts, in any order.
 */

const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => attributesOf('callout', { kind: ({ dataset }) => dataset.kind }),
  parseHTML: () => [
    { tag: 'div.callout', contentElement: (element) => inside(element, ':scope > .callout-body') },
  ],
  renderHTML: ({ node }) => drawn(blockMarkup.callout, 'callout', node),
});

const Columns = Node.create({
  name: 'columns',
  group: 'block',
  content: 'column+',
  isolating: true,
  parseHTML: () => [{ tag: 'div.columns' }],
  renderHTML: ({ node }) => drawn(blockMarkup.columns, 'columns', node),
});

const Column = Node.create({
  name: 'column',
  content: 'block+',
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'div.column' }],
  renderHTML: ({ node }) => drawn(blockMarkup.column, 'column', node),
});

const Attachment = Node.create({
  name: 'attachment',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () =>
    attributesOf('attachment', {
      src: (element) => element.querySelector('a')?.getAttribute('href'),
      name: ({ dataset }) => dataset.name,
      bytes: ({ dataset }) => dataset.bytes && Number(dataset.bytes),
      kind: ({ dataset }) => dataset.kind,
    }),
  parseHTML: () => [{ tag: 'p.attachment', priority: 60 }],
  renderHTML: ({ node }) => drawn(blockMarkup.attachment, 'attachment', node),
});

const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () =>
    attributesOf('embed', {
      src: (element) => element.dataset.src ?? element.getAttribute('src'),
      title: (element) => element.dataset.title ?? element.getAttribute('title'),
    }),
  parseHTML: () => [{ tag: 'figure.embed' }, { tag: 'iframe[src]' }],
  renderHTML: ({ node }) => drawn(blockMarkup.embed, 'embed', node),
});

const BlockMath = Node.create({
  name: 'blockMath',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => attributesOf('blockMath', { latex: ({ dataset }) => dataset.latex }),
  parseHTML: () => [{ tag: 'div.math' }],
  renderHTML: ({ node }) => drawn(blockMarkup.blockMath, 'blockMath', node),
});

const ImageBlock = Image.extend({
  addAttributes: () =>
    attributesOf('image', {
      src: (element) => picture(element)?.getAttribute('src'),
      alt: (element) =>
        element.dataset.described === 'no'
          ? null
          : (picture(element)?.getAttribute('alt') ?? textIn(element, '.missing')),
      width: (element) => numberIn(picture(element), 'width'),
      height: (element) => numberIn(picture(element), 'height'),
      caption: (element) => textIn(element, 'figcaption'),
      size: ({ dataset }) => dataset.size,
      align: ({ dataset }) => dataset.align,
    }),
  parseHTML: () => [{ tag: 'figure.image' }, { tag: 'img[src^="/fichiers/"]' }],
  renderHTML: ({ node }) => drawn(blockMarkup.image, 'image', node),
});

const anyParts = { content: '(detailsSummary | detailsContent)+' };

/** Blocks beside the text's own: callouts, foldings, columns, images, files, formulas, videos. */
export const blockNodes: readonly AnyExtension[] = [
  Callout,
  Details.extend(anyParts).configure({
    renderToggleButton: ({ element, isOpen }) => {
      element.setAttribute('aria-label', documentBlocks.detailsToggle);
      element.setAttribute('aria-expanded', String(isOpen));
    },
  }),
  DetailsSummary,
  DetailsContent.extend({
    parseHTML: () => [{ tag: 'div.details-body' }, { tag: 'div[data-type="detailsContent"]' }],
    renderHTML: ({ HTMLAttributes }) => [
      'div',
      mergeAttributes(HTMLAttributes, { class: 'details-body' }),
      0,
    ],
  }),
  Columns,
  Column,
  ImageBlock,
  Attachment,
  BlockMath,
  Embed,
];

/** Content may have been cut out of its block by whoever copied it. */
function inside(element: HTMLElement, selector: string): HTMLElement {
  return element.querySelector<HTMLElement>(selector) ?? element;
}

function picture(element: HTMLElement): Element | null {
  return element.matches('img') ? element : element.querySelector('img');
}

function numberIn(element: Element | null, name: string): number | null {
  const written = element?.getAttribute(name);
  return written ? Number(written) : null;
}
