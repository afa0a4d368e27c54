import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import type { ExcerptMode } from '#shared/documents/excerpt/excerpt.ts';
import { excerptPaths } from '#shared/documents/excerpt/excerpt-paths.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { paths } from '#shared/paths.ts';

/** A block of a source that may be chosen. */
export interface QuotableBlock {
  readonly key: string;
  readonly isHeading: boolean;
  readonly type: string;
  readonly text: string;
}

/** A source to choose from. */
export interface Quotable {
  readonly title: string;
  readonly blocks: readonly QuotableBlock[];
}

/** What the block of an excerpt is made of. */
export interface Quoted {
  readonly id: string;
  readonly source: string;
  readonly blocks: readonly BlockJson[];
}

/** What came of a question to the server, or why nothing did, in French. */
export type Answer<T> = { readonly value: T } | { readonly error: string };

/** Asks the server; an answer that does not come is said. */
export async function askServer<T>(address: string, init?: RequestInit): Promise<Answer<T>> {
  const answer = await fetch(address, init).catch(() => null);
  const said: unknown = answer && (await answer.json().catch(() => null));
  if (answer?.ok && said !== null) return { value: said as T };
  const { error } = (said ?? {}) as { error?: unknown };
  return { error: typeof error === 'string' ? error : words.unreachable };
}

/** Documents by words of their title. */
export async function findSources(
  query: string,
  signal: AbortSignal,
): Promise<readonly FoundObject[] | null> {
  const answer = await askServer<{ items: FoundObject[] }>(
    paths.objectSearch({ among: 'documents', query }),
    { signal },
  );
  return 'value' in answer ? answer.value.items : null;
}

/** What may be quoted of a document. */
export function loadQuotable(id: string): Promise<Answer<Quotable>> {
  return askServer(excerptPaths.passages({ id }));
}

/** Quotes these blocks in a document. */
export function quote(
  documentId: string,
  { source, keys, mode }: { source: string; keys: readonly string[]; mode: ExcerptMode },
): Promise<Answer<Quoted>> {
  const body = new FormData();
  body.set('source', source);
  body.set('keys', keys.join(' '));
  body.set('mode', mode);
  return askServer(excerptPaths.excerpts({ id: documentId }), { method: 'POST', body });
}

/** What the source of an excerpt says by now, beside what stands in the text. */
export interface Compared {
  /** Safe. */
  readonly html: string;
  readonly words: string;
  readonly changes: number;
}

/** `times`: how often it was asked already; no answer is kept from one time to the next. */
export function compareExcerpt(
  documentId: string,
  excerptId: string,
  times: number,
): Promise<Answer<Compared>> {
  return askServer(excerptPaths.excerpt({ id: documentId }, excerptId), {
    cache: times === 0 ? 'default' : 'no-store',
  });
}

/** Changes an excerpt; null when it is done, else why not, in French. */
export async function changeExcerpt(
  documentId: string,
  excerptId: string,
  gesture:
    | { readonly intent: 'accept' | 'keep'; readonly words: string }
    | { readonly intent: 'mode'; readonly mode: ExcerptMode },
): Promise<string | null> {
  const body = new FormData();
  for (const [name, value] of Object.entries(gesture)) body.set(name, value);
  const answer = await askServer(excerptPaths.excerpt({ id: documentId }, excerptId), {
    method: 'POST',
    body,
  });
  return 'error' in answer ? answer.error : null;
}
