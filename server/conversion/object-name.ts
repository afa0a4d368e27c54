import { readAttrs } from '#shared/document/document-attributes.ts';
import type { BlockJson } from '#shared/document/document-blocks.ts';
import { objectKey } from '#shared/document/document-objects.ts';
import type { NamedObject } from '#shared/document/object-names.ts';
import type { OutcomeKind } from '#shared/document/outcome-kind.ts';
import { documentBlocks } from '#shared/messages/fr/document-blocks.ts';
import { outcomeFacts as words } from '#shared/messages/fr/outcome-facts.ts';
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
