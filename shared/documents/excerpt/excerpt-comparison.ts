import * as Y from 'yjs';
import { compareDocuments, type DocumentComparison } from '../history/document-comparison.ts';
import { childrenOf, readExact } from '../history/exact-node.ts';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '../text/document-blocks.ts';
import { excerptElements } from './put-excerpt.ts';

/**
 * [EC5] What an excerpt of this id says in a text, beside what its source says: what taking that would change; null when it does not stand
 * there. Total and read-only.
 */
export function compareExcerpt(
  doc: Y.Doc,
  { id, blocks }: { readonly id: string; readonly blocks: readonly BlockJson[] },
): DocumentComparison | null {
  const [element] = excerptElements(doc.getXmlFragment(DOCUMENT_FRAGMENT), id);
  if (!element) return null;
  const source = new Y.Doc();
  appendBlocks(source, { blocks });
  const before = childrenOf(element).map(({ node }) => node);
  return compareDocuments(before, readExact(source));
}
