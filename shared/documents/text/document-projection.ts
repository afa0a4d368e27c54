import type * as Y from 'yjs';
import { storable } from '#shared/kernel/storable.ts';
import { Authorship } from '#shared/realtime/lineage/authorship.ts';
import { excerptIdsOf } from '../excerpt/put-excerpt.ts';
import { readAuthors, sumOf } from '../history/document-authors.ts';
import { outcomesOf, type TextOutcome } from '../outcome/document-outcomes.ts';
import type { BlockJson } from './document-blocks.ts';
import { readBlocks } from './document-json.ts';
import { type DocumentText, isHeading, readText, textOf } from './document-text.ts';

/** What the database keeps of a document beside its log, for lists, dashboards and searches. */
export interface DocumentProjection extends DocumentText {
  /** The first words of its prose, headings left out; empty when there are none. */
  readonly excerpt: string;
  /** Its decisions and actions. */
  readonly outcomes: readonly TextOutcome[];
  /** Ids of the excerpts that stand in it. */
  readonly excerpts: readonly string[];
  /** How many of its characters are whose, by account; under '' of nobody known. */
  readonly characters: Readonly<Record<string, number>>;
}

/** For whoever asks what a text says, and not whose it is. */
const NOBODY = new Authorship(new Map());

const EXCERPT_LENGTH = 160;

/** [K2] Total and read-only, like `readDocument`. What a later node brings for the database (mentions…) is one more field. */
export function projectDocument(doc: Y.Doc, authorship = NOBODY): DocumentProjection {
  const blocks = readBlocks(doc);
  const { text, outline, words } = readText(blocks);
  return {
    text: storable(text),
    outline: outline.map((entry) => ({ ...entry, text: storable(entry.text) })),
    words,
    excerpt: storable(excerptOf(blocks)),
    outcomes: outcomesOf(doc),
    excerpts: excerptIdsOf(doc),
    characters: Object.fromEntries(sumOf(readAuthors(doc, authorship))),
  };
}

function excerptOf(blocks: readonly BlockJson[]): string {
  let excerpt = '';
  for (const block of blocks) {
    if (isHeading(block)) continue;
    excerpt = `${excerpt} ${textOf(block)}`.replace(/\s+/gu, ' ').trimStart();
    if (excerpt.length > EXCERPT_LENGTH) break;
  }
  excerpt = excerpt.trim();
  if (excerpt.length <= EXCERPT_LENGTH) return excerpt;
  const cut = excerpt.slice(0, EXCERPT_LENGTH + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : EXCERPT_LENGTH).replace(/[\s.,;:!?…]+$/u, '')}…`;
}
