import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import type { OutcomeKind } from '#shared/documents/attribute/outcome-kind.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { type ExcerptStanding, excerptRef } from '#shared/documents/excerpt/excerpt.ts';
import { excerptFacts as facts } from '#shared/documents/excerpt/excerpt-facts.fr.ts';
import { outcomeFacts as words } from '#shared/documents/outcome/outcome-facts.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { NamedObject } from '#shared/documents/text/object-names.ts';
import type { ExportSource } from './export-source.ts';

/** What a mention or a link to one of our objects is called today, for whoever exports; null when they may not know. */
export function nameOf(node: BlockJson, { names }: Pick<ExportSource, 'names'>): NamedObject | null {
  const { kind, id } = readAttrs(node.type === 'mention' ? 'mention' : 'reference', node.attrs);
  if (kind === null || id === null) return null;
  const key = objectKey({ kind, id });
  return Object.hasOwn(names, key) ? (names[key] ?? null) : null;
}

/** [DA10] What stands before and after the words of a decision or an action on paper: « Décision 2023-4 : », « — qui, échéance ». */
export function outcomeWords(
  node: BlockJson,
  kind: OutcomeKind,
  { names }: Pick<ExportSource, 'names'>,
): { before: string; after: string } {
  const { id } = readAttrs(kind, node.attrs);
  const key = objectKey({ kind, id: id ?? '' });
  const named = Object.hasOwn(names, key) ? names[key] : undefined;
  return {
    before: words.before(named?.name ?? documentBlocks.outcomes[kind]),
    after: named?.detail ? words.after(named.detail) : '',
  };
}

/** [EC9] What stands under the words of an excerpt on paper: its line, its source for whoever may know it, and what is wrong with it. */
export function excerptWords(node: BlockJson, { names }: Pick<ExportSource, 'names'>): string {
  const { source } = readAttrs('excerpt', node.attrs);
  const ref = excerptRef(node);
  const key = ref && objectKey(ref);
  const named = key !== null && Object.hasOwn(names, key) ? names[key] : undefined;
  const standing = named?.excerpt?.standing ?? 'unverified';
  const line = source ?? documentBlocks.excerptUnsigned;
  const called = named && named.name !== '' ? facts.from(line, named.name) : line;
  return TOLD.has(standing) ? `${called}${facts.after(facts.standings[standing])}` : called;
}

/** What whoever reads a file must know; the rest changes after it left. */
const TOLD = new Set<ExcerptStanding>(['withdrawn', 'deleted', 'unverified']);
