import type { AnyExtension } from '@tiptap/core';
import { ExcerptNode } from '../excerpt/excerpt-node.ts';
import { outcomeNodes } from '../outcome/outcome-nodes.ts';
import { blockNodes } from './block-nodes.ts';
import { inlineNodes } from './inline-nodes.ts';
import { NarrowAttributes } from './schema-attributes.ts';
import { tableNodes } from './table-nodes.ts';
import { textNodes } from './text-nodes.ts';

/**
 * What a document may hold. The editor adds to it what needs a screen (collaboration, carets, outline); whoever changes
 * this list raises `DOCUMENT_SCHEMA` in shared/realtime/realtime.ts, and teaches `document-html.ts` to read it. The attributes of all
 * stand in `document-attributes.ts`.
 */
export const documentExtensions: readonly AnyExtension[] = [
  NarrowAttributes,
  ...textNodes,
  ...tableNodes,
  ...blockNodes,
  ...inlineNodes,
  ...outcomeNodes,
  ExcerptNode,
];
