import { Node } from '@tiptap/core';
import { blockMarkup } from '../text/block-markup.ts';
import { attributesOf, drawn } from '../text/schema-attributes.ts';

/** [EC1] Words of another text, as they were accepted, with their line: nobody types in them. */
export const ExcerptNode = Node.create({
  name: 'excerpt',
  group: 'block',
  content: 'block+',
  atom: true,
  isolating: true,
  defining: true,
  addAttributes: () =>
    attributesOf('excerpt', {
      id: ({ dataset }) => dataset.id,
      source: ({ dataset }) => dataset.source,
    }),
  parseHTML: () => [
    {
      tag: 'figure.excerpt',
      contentElement: (element) => element.querySelector<HTMLElement>(':scope > blockquote') ?? element,
      priority: 60,
    },
  ],
  renderHTML: ({ node }) => drawn(blockMarkup.excerpt, 'excerpt', node),
});
