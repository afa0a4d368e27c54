import { readAttrs } from '../../documents/attribute/document-attributes.ts';
import { OUTCOME_KINDS } from '../../documents/attribute/outcome-kind.ts';
import type { BlockJson } from '../../documents/text/document-blocks.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ChapterState } from './chapter-state.ts';

/** A chapter as it went into the whole. */
export interface AssembledChapter {
  readonly chapterId: string;
  readonly title: string;
  readonly state: ChapterState;
  /** Its text up to this update. */
  readonly seq: number;
}

/** [SY8] Whether the whole can be assembled: of chapters whose texts are there; those that are not approved only when that is wanted. */
export function checkAssembly(
  chapters: readonly { readonly state: ChapterState; readonly isTextThere: boolean }[],
  { isConfirmed }: { readonly isConfirmed: boolean },
): Result<void, 'synthesis.empty' | 'synthesis.textInTrash' | 'synthesis.notApproved'> {
  if (chapters.length === 0) return fail('synthesis.empty');
  if (chapters.some(({ isTextThere }) => !isTextThere)) return fail('synthesis.textInTrash');
  if (!isConfirmed && chapters.some(({ state }) => state !== 'approved'))
    return fail('synthesis.notApproved');
  return ok();
}

const DEEPEST = 4;
const OUTCOMES = new Set<string>(OUTCOME_KINDS);

/** [SY8] The text of the whole: each chapter under its title, its own headings one level down. */
export function assembledBlocks(
  chapters: readonly { readonly title: string; readonly blocks: readonly BlockJson[] }[],
): BlockJson[] {
  return chapters.flatMap(({ title, blocks }) => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
    ...blocks.map(lowered),
  ]);
}

/**
 * A decision, an action or an excerpt is an object of the text where it was written: in a copy the first two are plain words, the third a
 * quotation with its line, as [EC3] quotes it. What follows its source would change the whole by itself.
 */
function lowered({ type, attrs, content, ...block }: BlockJson): BlockJson {
  const inside = content && { content: content.map(lowered) };
  if (OUTCOMES.has(type)) return { type: 'paragraph', ...inside };
  if (type === 'excerpt') {
    const { source } = readAttrs('excerpt', attrs);
    const line: BlockJson[] = source
      ? [{ type: 'paragraph', content: [{ type: 'text', text: `— ${source}` }] }]
      : [];
    return { type: 'blockquote', content: [...(inside?.content ?? []), ...line] };
  }
  const level = type === 'heading' ? Math.min(Number(attrs?.level ?? 2) + 1, DEEPEST) : null;
  return {
    ...block,
    type,
    ...(attrs && { attrs: level === null ? attrs : { ...attrs, level } }),
    ...inside,
  };
}

/** A chapter as it is now. */
interface PresentChapter {
  readonly id: string;
  readonly title: string;
  readonly seq: number;
}

/** [SY8] Titles of the chapters that changed since the whole was assembled: written in, named anew, added, taken out. */
export function changedSince(
  assembled: readonly AssembledChapter[],
  present: readonly PresentChapter[],
): string[] {
  const known = new Map(assembled.map((chapter) => [chapter.chapterId, chapter]));
  const there = new Set(present.map(({ id }) => id));
  return [
    ...present
      .filter(({ id, title, seq }) => known.get(id)?.seq !== seq || known.get(id)?.title !== title)
      .map(({ title }) => title),
    ...assembled.filter(({ chapterId }) => !there.has(chapterId)).map(({ title }) => title),
  ];
}
