import type { AnyExtension } from '@tiptap/core';
import { NarrowAttributes } from '#shared/documents/text/schema-attributes.ts';
import { Kit, kitOptions } from '#shared/documents/text/text-nodes.ts';

/**
 * What the description of a card may hold: of a document's text the paragraphs, lists, quotations and marks. What is longer
 * than that is a document, and the card points to it.
 */
export const descriptionExtensions: readonly AnyExtension[] = [
  NarrowAttributes,
  Kit.configure({ ...kitOptions, heading: false, codeBlock: false, horizontalRule: false }),
];
