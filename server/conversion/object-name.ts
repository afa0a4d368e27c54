import { readAttrs } from '#shared/document/document-attributes.ts';
import type { BlockJson } from '#shared/document/document-blocks.ts';
import { objectKey } from '#shared/document/document-objects.ts';
import type { NamedObject } from '#shared/document/object-names.ts';
import type { ExportSource } from './export-source.ts';

/** What a mention or a link to one of our objects is called today, for whoever exports; null when they may not know. */
export function nameOf(node: BlockJson, { names }: Pick<ExportSource, 'names'>): NamedObject | null {
  const { kind, id } = readAttrs(node.type === 'mention' ? 'mention' : 'reference', node.attrs);
  if (kind === null || id === null) return null;
  const key = objectKey({ kind, id });
  return Object.hasOwn(names, key) ? (names[key] ?? null) : null;
}
