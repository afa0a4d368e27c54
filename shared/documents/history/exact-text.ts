import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { BlockJson } from '../text/document-blocks.ts';

/** What an exact text is of: what people read of a document, and nothing of where or when. */
export interface ExactContent {
  readonly title: string;
  readonly blocks: readonly BlockJson[];
}

/**
 * [RV1] The exact text of a document: the canonical JSON of its title and its content, as every JSON export has them. Its SHA-256,
 * as UTF-8, is the fingerprint that people sign.
 */
export function exactTextOf({ title, blocks }: ExactContent): string {
  return canonicalJson({ title, content: { type: 'doc', content: blocks } });
}

/** Does this exact text hold any words below its title? */
export function hasWords(exactText: string): boolean {
  return exactText.includes('"text":');
}

/** The document that an exact text says; null when it is none. */
export function readExactText(exactText: string): ExactContent | null {
  const read = parsed(exactText);
  if (!isRecord(read) || typeof read.title !== 'string' || !isRecord(read.content)) return null;
  const { content } = read.content;
  return Array.isArray(content) ? { title: read.title, blocks: content } : null;
}

/** [RV1] The exact text in a JSON export, whatever the order of its keys and its blanks; null when it holds none. */
export function exactTextInExport(file: string): string | null {
  const content = readExactText(file);
  return content && exactTextOf(content);
}

/** Do both say the same? Texts that were kept before titles were part of them hold their blocks only. */
export function saysSame(kept: string, present: string): boolean {
  if (!kept.startsWith('[')) return kept === present;
  const blocks = parsed(kept);
  return canonicalJson(blocks) === canonicalJson(readExactText(present)?.blocks ?? null);
}

/** [RV2] How people call a fingerprint: its first characters. */
export function shortFingerprint(sha256: string): string {
  return sha256.slice(0, SHORT);
}

const SHORT = 8;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
