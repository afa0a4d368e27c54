import * as Y from 'yjs';
import { storable } from '#shared/kernel/storable.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import { OUTCOME_KINDS, type OutcomeKind } from '../attribute/outcome-kind.ts';
import { DOCUMENT_FRAGMENT } from '../text/document-blocks.ts';
import { readFragment } from '../text/document-json.ts';
import { textOf } from '../text/document-text.ts';

/** A decision or an action as it stands in a text. */
export interface TextOutcome {
  readonly kind: OutcomeKind;
  readonly id: string;
  /** One line; empty when nothing is written yet. */
  readonly text: string;
  /** Its place among those of the document. */
  readonly rank: number;
  /** The Yjs clientID that made the block. */
  readonly client: number;
}

/** No person writes deeper, and walking deeper would exhaust the stack. */
const DEEPEST = 60;
/** A line that a database index and a card can hold. */
const LONGEST = 2_000;

/**
 * [DA1] The decisions and actions of a text, in order. Of two blocks with one id, the first counts; one without id is none yet.
 * Total and read-only.
 */
export function outcomesOf(doc: Y.Doc): TextOutcome[] {
  const found = new Map<string, TextOutcome>();
  const visit = (item: unknown, depth: number) => {
    // What is quoted is decided elsewhere, whatever somebody put into it.
    if (!(item instanceof Y.XmlElement) || depth > DEEPEST || item.nodeName === 'excerpt') return;
    const kind = OUTCOME_KINDS.find((name) => name === item.nodeName);
    const id = kind ? readAttrs(kind, item.getAttributes()).id : null;
    if (kind && id !== null && !found.has(id)) {
      const text = storable(textOf({ type: kind, content: readFragment(item) }))
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, LONGEST)
        .toWellFormed();
      found.set(id, { kind, id, text, rank: found.size, client: item._item?.id.client ?? 0 });
    }
    for (const child of item.toArray()) visit(child, depth + 1);
  };
  for (const item of doc.getXmlFragment(DOCUMENT_FRAGMENT).toArray()) visit(item, 1);
  return [...found.values()];
}
