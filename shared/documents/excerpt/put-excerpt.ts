import * as Y from 'yjs';
import { ok, type Result } from '#shared/kernel/result.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import { type BlockJson, DOCUMENT_FRAGMENT, elementOf } from '../text/document-blocks.ts';
import { readFragment } from '../text/document-json.ts';
import { excerptSha } from './excerpt.ts';

/** An excerpt as it is to stand in a text. */
export interface PutExcerpt {
  readonly id: string;
  readonly source: string;
  readonly blocks: readonly BlockJson[];
}

/** No person writes deeper, and walking deeper would exhaust the stack. */
const DEEPEST = 60;

/** [EC5] Gives the excerpt of this id, wherever it stands in a text, these words and this line; says how many were changed. */
export function putExcerpt(doc: Y.Doc, { id, source, blocks }: PutExcerpt): Result<number, never> {
  const sha = excerptSha({ source, content: blocks });
  let changed = 0;
  doc.transact(() => {
    for (const element of excerptElements(doc.getXmlFragment(DOCUMENT_FRAGMENT), id)) {
      const said = readAttrs('excerpt', element.getAttributes()).source;
      if (excerptSha({ source: said, content: readFragment(element) }) === sha) continue;
      element.setAttribute('source', source);
      element.delete(0, element.length);
      element.insert(0, blocks.map(elementOf));
      changed += 1;
    }
  });
  return ok(changed);
}

/** The ids of the excerpts that stand in a text, each once. Total and read-only. */
export function excerptIdsOf(doc: Y.Doc): string[] {
  const found = new Set<string>();
  const visit = (item: unknown, depth: number) => {
    if (!(item instanceof Y.XmlElement) || depth > DEEPEST) return;
    const id = item.nodeName === 'excerpt' ? readAttrs('excerpt', item.getAttributes()).id : null;
    if (id !== null) found.add(id);
    for (const child of item.toArray()) visit(child, depth + 1);
  };
  for (const item of doc.getXmlFragment(DOCUMENT_FRAGMENT).toArray()) visit(item, 1);
  return [...found];
}

/** The elements of the excerpt of this id, wherever it stands, in order. */
export function excerptElements(parent: Y.XmlFragment, id: string, depth = 1): Y.XmlElement[] {
  return parent.toArray().flatMap((item: unknown): Y.XmlElement[] => {
    if (!(item instanceof Y.XmlElement) || depth > DEEPEST) return [];
    const isIt = item.nodeName === 'excerpt' && readAttrs('excerpt', item.getAttributes()).id === id;
    return isIt ? [item] : excerptElements(item, id, depth + 1);
  });
}
