import type { LinePlace, LineSpan } from '#shared/documents/comment/passage-spans.ts';
import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { diffLine } from '#shared/documents/history/diff-words.ts';
import type { ExactElement, ExactNode } from '#shared/documents/history/exact-node.ts';
import { type Match, matchNodes } from '#shared/documents/history/match-nodes.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { entryAt } from '#shared/kernel/entry-at.ts';
import { type Edit, editsOf } from './edits.ts';
import { type FoundReview, suggestionsOf, threadsOf, type Unplaced } from './found-review.ts';
import { lineText, type SignedLine, type SignedText } from './signed-lines.ts';
import { SIGNS, sign, type ToldReview } from './signs.ts';

/** [X26] The blocks of a document with signs around each of its texts, so that a conversion tells where each of them went. */
export function signTexts(blocks: readonly BlockJson[]): BlockJson[] {
  let count = 0;
  const visit = (nodes: readonly BlockJson[]): BlockJson[] =>
    nodes.map((node, index) => {
      if (node.type !== 'text') return node.content ? { ...node, content: visit(node.content) } : node;
      const isFirst = nodes[index - 1]?.type !== 'text';
      const isLast = nodes[index + 1]?.type !== 'text';
      const number = isFirst ? count++ : count - 1;
      const text = `${isFirst ? sign(SIGNS.textStart, number) : ''}${node.text ?? ''}${isLast ? sign(SIGNS.textEnd, number) : ''}`;
      return { ...node, text };
    });
  return visit(blocks);
}

/** A file that came back, and the document as it would have left: both read the same way. */
interface Compared {
  readonly left: SignedText;
  readonly came: SignedText;
  readonly told: ToldReview;
}

/** How alike two lines must be to be read as one that was edited. */
const LEAST_ALIKE = 0.35;

/**
 * [X26] What a file proposes for a document: each tracked change, and what differs without having been tracked. Its places are those
 * of the document’s own texts. What stands on words that are not the document’s is unplaced.
 */
export function compareVersion({ left, came, told }: Compared): FoundReview {
  const before = textsOf(left);
  const after = textsOf(came);
  const edits = new VersionEdits(before, after, left.origins);
  const matches = matchNodes(before.map(nodeOf), after.map(nodeOf), {
    canPair: () => true,
    least: LEAST_ALIKE,
  });
  // What was said of words that are gone leaves as the last section of the file: it is no text of the document.
  const end = matches.findLastIndex(({ kind }) => kind !== 'added') + 1;
  const section = matches.findIndex(
    (match, index) => index >= end && 'after' in match && after[match.after]?.text === words.comments,
  );
  for (const match of section < 0 ? matches : matches.slice(0, section)) edits.match(match);
  const unplaced: Unplaced[] = [];
  const placed = [
    ...edits.untracked,
    ...editsOf(came.lines, told.changes).flatMap((edit) => edits.tracked(edit) ?? []),
  ];
  const found = placed.flatMap((edit): Edit[] => {
    const span = edits.toOrigin(edit);
    if (span) return [{ ...edit, ...span }];
    const { author = '' } = told.changes[edit.change] ?? {};
    unplaced.push({ kind: 'change', author, original: edit.original, proposed: edit.proposed });
    return [];
  });
  const threads = threadsOf(told, came).map((thread) => {
    const span = thread.span && edits.fromCame(thread.span);
    return { ...thread, span: span && edits.toOrigin({ ...span, original: '', proposed: '' }) };
  });
  const { suggestions, unplaced: tooLong } = suggestionsOf(found, told.changes);
  return { threads, suggestions, unplaced: [...edits.unplaced, ...unplaced, ...tooLong] };
}

/** The lines that stood before what was tracked, numbered as places are. */
function textsOf({ lines }: SignedText): { text: string; line: SignedLine }[] {
  return lines.map((line) => ({ line, text: lineText(line, 'before') })).filter(({ text }) => text !== '');
}

function nodeOf({ text }: { readonly text: string }): ExactElement {
  const content: ExactNode = { kind: 'text', runs: [{ text, attrs: {}, client: 0, clock: 0 }] };
  return { kind: 'element', name: 'paragraph', attrs: {}, children: [content], client: 0, clock: 0 };
}

type Texts = ReturnType<typeof textsOf>;

class VersionEdits {
  readonly untracked: Edit[] = [];
  readonly unplaced: Unplaced[] = [];
  readonly #before: Texts;
  readonly #after: Texts;
  readonly #origins: SignedText['origins'];
  /** Of each line that came, where its characters stood: the line, and the character by character. */
  readonly #stood = new Map<number, { line: number; at: (at: number, isEnd: boolean) => number | null }>();
  /** Lines that nobody tracked and that were not there: what was tracked in them is in what is proposed. */
  readonly #fresh = new Set<number>();
  #last = -1;

  constructor(before: Texts, after: Texts, origins: SignedText['origins']) {
    this.#before = before;
    this.#after = after;
    this.#origins = origins;
  }

  match(match: Match): void {
    if (match.kind === 'removed') this.#removed(match.before);
    else if (match.kind === 'added') this.#added(match.after);
    else {
      this.#last = match.before;
      if (match.kind === 'same') this.#stood.set(match.after, { line: match.before, at: (at) => at });
      else this.#changed(match.before, match.after);
    }
  }

  #removed(line: number): void {
    const { text } = entryAt(this.#before, line);
    this.#last = line;
    this.untracked.push({
      start: { line, at: 0 },
      end: { line, at: text.length },
      original: text,
      proposed: '',
      change: -1,
    });
  }

  #added(number: number): void {
    this.#fresh.add(number);
    const proposed = lineText(entryAt(this.#after, number).line, 'after').trim();
    if (proposed === '') return;
    const last = this.#before[this.#last];
    const at = last ? { line: this.#last, at: last.text.length } : { line: 0, at: 0 };
    const edit = {
      start: at,
      end: at,
      original: '',
      proposed: last ? `\n${proposed}` : `${proposed}\n`,
      change: -1,
    };
    const former = this.untracked.at(-1);
    const follows = former?.original === '' && former.end.line === at.line && former.end.at === at.at;
    if (former && follows)
      this.untracked.splice(-1, 1, { ...former, proposed: former.proposed + edit.proposed });
    else this.untracked.push(edit);
  }

  /** The same line in other words: what differs between them, word by word. */
  #changed(line: number, number: number): void {
    const [one, other] = [entryAt(this.#before, line), entryAt(this.#after, number)].map(
      (text) => nodeOf(text).children,
    );
    const kept: { before: number; after: number; length: number }[] = [];
    let [a, b] = [0, 0];
    let open: Edit | null = null;
    for (const part of diffLine(one ?? [], other ?? [])) {
      const text = part.node.kind === 'text' ? part.node.runs.map((run) => run.text).join('') : '';
      if (part.kind === 'same' || part.kind === 'restyled') {
        kept.push({ before: a, after: b, length: text.length });
        if (open) this.untracked.push(open);
        open = null;
      } else {
        open ??= { start: { line, at: a }, end: { line, at: a }, original: '', proposed: '', change: -1 };
        if (part.kind === 'removed')
          open = { ...open, original: open.original + text, end: { line, at: a + text.length } };
        else open = { ...open, proposed: open.proposed + text };
      }
      if (part.kind !== 'added') a += text.length;
      if (part.kind !== 'removed') b += text.length;
    }
    if (open) this.untracked.push(open);
    const at = (place: number, isEnd: boolean) => {
      const found = kept.find(({ after, length }) =>
        isEnd ? place > after && place <= after + length : place >= after && place < after + length,
      );
      const edge = found ?? kept.find(({ after, length }) => place >= after && place <= after + length);
      return edge ? edge.before + place - edge.after : null;
    };
    this.#stood.set(number, { line, at });
  }

  /** A tracked change where it stood; nothing when it is in what is proposed already, or is nowhere: that is told. */
  tracked(edit: Edit): Edit | null {
    if (this.#fresh.has(edit.start.line)) return null;
    const span = this.fromCame(edit);
    if (span) return { ...edit, ...span };
    this.unplaced.push({ kind: 'change', author: '', original: edit.original, proposed: edit.proposed });
    return null;
  }

  /** Where something of the file stood before; null when that is not one passage. */
  fromCame({ start, end }: LineSpan): LineSpan | null {
    const isCaret = start.line === end.line && start.at === end.at;
    const place = ({ line, at }: LinePlace, isEnd: boolean): LinePlace | null => {
      const stood = this.#stood.get(line);
      const found = stood?.at(at, isEnd) ?? null;
      return stood && found !== null ? { line: stood.line, at: found } : null;
    };
    const [from, to] = [place(start, isCaret), place(end, true)];
    return from && to && (from.line < to.line || (from.line === to.line && from.at <= to.at))
      ? { start: from, end: to }
      : null;
  }

  /** The same among the texts of the document itself; null where what stands there is not all its own. */
  toOrigin({ start, end, original }: LineSpan & Pick<Edit, 'original' | 'proposed'>): LineSpan | null {
    const charAt = (line: number, at: number) => this.#origins[line]?.[at] ?? null;
    if (start.line === end.line && start.at === end.at) {
      const before = charAt(start.line, start.at - 1);
      const caret = before ? { line: before.line, at: before.at + 1 } : charAt(start.line, start.at);
      return caret && { start: caret, end: caret };
    }
    const [first, last] = [charAt(start.line, start.at), charAt(end.line, end.at - 1)];
    if (!first || !last) return null;
    // Between them stands nothing that the document has no text for.
    const length = last.line === first.line ? last.at + 1 - first.at : null;
    if (original !== '' && !original.includes('\n') && length !== original.length) return null;
    return { start: first, end: { line: last.line, at: last.at + 1 } };
  }
}
