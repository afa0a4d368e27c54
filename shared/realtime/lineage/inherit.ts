import { pairs, partOf, type Repeated, type Run } from './run.ts';
import { TextIndex } from './text-index.ts';

/**
 * [LG2] From so many letters on words are somebody's. A letter or two that is deleted and typed again is nobody's work; what one types
 * comes letter by letter, so that a whole passage which comes at once was not typed.
 */
export const LEAST = {
  /** Taken out and put in by the same gesture: moved, split, joined, laid out anew. */
  moved: 3,
  /** Part of what the same gesture took out. */
  movedPart: 8,
  /** Cut within the last minutes, whole; */
  recent: 8,
  /** part of it. */
  recentPart: 20,
  /** What stands elsewhere, or once stood: « Action Cœur de Ville » has twenty letters, and whoever names it copies nobody. */
  copied: 40,
} as const;

/** Longer ones are found as stretches. */
const MOST_REST = 20;
/** So many letters of an update are sought one by one: more of them are a text that was written anew. */
const MOST_LETTERS = 2_000;

/** Letters that came with one update. */
export interface Inserted extends Run {
  /** What was deleted, then or ever, between the same two neighbours. */
  readonly gap: Run;
  /** Nothing else stands in the text that they are in. */
  readonly isWhole: boolean;
}

/** From where letters may have come. */
export interface Sources {
  /** Deleted by the same update. */
  readonly moved: readonly Run[];
  /** In objects that were once deleted at the place where one came. */
  readonly gaps: readonly Run[];
  /** Deleted within the last minutes. */
  readonly recent: readonly Run[];
  /** What is read in the document, or ever was. */
  readonly past: () => TextIndex;
  /** The first of these whole texts that is or was read in the document. */
  readonly whole: (text: string) => Run | undefined;
}

/** Letters of an update that are still its writer's own. */
class Target {
  readonly run: Inserted;
  /** Parts that nothing was found for, by their places. */
  free: { readonly from: number; readonly to: number }[];
  readonly found: Repeated[] = [];
  count = 0;

  constructor(run: Inserted) {
    this.run = run;
    this.free = [{ from: 0, to: run.text.length }];
  }

  get isFree(): boolean {
    return this.count === 0;
  }

  /** These letters repeat those of a source of the same length. */
  take(at: number, source: Run): void {
    const to = at + source.text.length;
    this.found.push(...pairs(partOf(this.run, at, to), source));
    this.count += source.text.length;
    this.free = this.free.flatMap((part) =>
      [
        { from: part.from, to: Math.min(part.to, at) },
        { from: Math.max(part.from, to), to: part.to },
      ].filter((rest) => rest.from < rest.to),
    );
  }

  /** Looks each free part up in an index. */
  search(index: TextIndex, least: number, isTaking: boolean): void {
    for (const { from, to } of [...this.free]) {
      if (to - from < least) continue;
      for (const { at, source } of index.stretchesOf(this.run.text.slice(from, to), least, isTaking))
        this.take(from + at, source);
    }
  }

  get left(): Run[] {
    return this.free.map(({ from, to }) => partOf(this.run, from, to));
  }
}

/** What was found of one update, and what is left of it: words that somebody wrote, or brought from another document. */
export interface Inheritance {
  readonly repeated: readonly Repeated[];
  readonly left: readonly Run[];
}

/**
 * [LG1] Which of the letters of an update were written before: whole passages first, then the longest stretches, what the same gesture took
 * out before what stood elsewhere. Each letter taken out is found again once; what stands elsewhere may be copied many times.
 */
export function inherit(inserted: readonly Inserted[], sources: Sources): Inheritance {
  const targets = inserted.map((run) => new Target(run));
  const given = new Set<string>();
  const moved = new Wholes(sources.moved, given);
  const gaps = new Wholes(sources.gaps, given);
  const recent = new Wholes(sources.recent, given);
  for (const target of targets) fromGap(target, LEAST.moved, given);
  const isLayout = lettersOf(inserted) === lettersOf(sources.moved);
  for (const target of targets) moved.give(target, isLayout ? 1 : LEAST.moved);
  for (const target of targets) gaps.give(target, LEAST.moved);
  for (const target of targets) recent.give(target, LEAST.recent);
  searchIn(targets, moved.left, LEAST.movedPart);
  giveRest(targets, sources.moved, isLayout);
  searchIn(targets, recent.left, LEAST.recentPart);
  if (targets.some(({ free }) => free.some(({ from, to }) => to - from >= LEAST.copied)))
    for (const target of targets) target.search(sources.past(), LEAST.copied, false);
  keepCompany(targets, [moved, gaps, recent], sources.whole);
  giveBack(targets, given);
  return {
    repeated: targets.flatMap(({ found }) => found),
    left: targets.flatMap(({ left }) => left),
  };
}

/** One name for a run: that of its first letter. */
const nameOf = ({ spans: [first] }: Run) => `${first?.client} ${first?.clock}`;

/** All letters of some runs, sorted: an update that takes out what it puts in lays a text out, and writes nothing. */
function lettersOf(runs: readonly Run[]): string {
  return [...runs.map(({ text }) => text).join('')].sort().join('');
}

/** Runs that are given whole, each once, in their order; `given` has the names of those that were, by others too. */
class Wholes {
  readonly #byText = new Map<string, Run[]>();
  readonly #given: Set<string>;

  constructor(runs: readonly Run[], given: Set<string>) {
    this.#given = given;
    for (const run of runs) {
      const same = this.#byText.get(run.text);
      if (same) same.push(run);
      else this.#byText.set(run.text, [run]);
    }
  }

  give(target: Target, least: number): void {
    const { text } = target.run;
    if (!target.isFree || text.length < least) return;
    const source = this.#byText.get(text)?.find((run) => !this.#given.has(nameOf(run)));
    if (!source) return;
    this.#given.add(nameOf(source));
    target.take(0, source);
  }

  get left(): Run[] {
    return [...this.#byText.values()].flat().filter((run) => !this.#given.has(nameOf(run)));
  }
}

/** [LG3] What comes back where it stood is whose it was: an undone deletion changes no credit. */
function fromGap(target: Target, least: number, given: Set<string>): void {
  const { text, gap } = target.run;
  if (!target.isFree || text.length < least) return;
  const at = gap.text.lastIndexOf(text);
  if (at < 0) return;
  const source = partOf(gap, at, at + text.length);
  given.add(nameOf(source));
  target.take(0, source);
}

function searchIn(targets: readonly Target[], runs: readonly Run[], least: number): void {
  const long = runs.filter(({ text }) => text.length >= LEAST.movedPart);
  if (long.length === 0 || targets.every(({ free }) => free.length === 0)) return;
  const index = new TextIndex(long, { gram: LEAST.movedPart });
  for (const target of targets) target.search(index, least, true);
}

/**
 * An editor writes the difference of two texts: of two paragraphs that change places it leaves the letters with which both begin or end, so
 * that a moved passage comes without them, or they alone. What is left of a gesture is sought among what it took out and was not found again:
 * as it is, and letter by letter where most of its passage was found.
 */
function giveRest(targets: readonly Target[], moved: readonly Run[], isLayout: boolean): void {
  const isShort = ({ free }: Target) => free.every(({ from, to }) => to - from < MOST_REST);
  const open = targets.filter((target) => target.free.length > 0 && (isLayout || isShort(target)));
  const count = moved.reduce((sum, { text }) => sum + text.length, 0);
  const left = open.reduce((sum, { run, count: found }) => sum + run.text.length - found, 0);
  if (left === 0 || left > MOST_LETTERS || (count < LEAST.movedPart && !isLayout)) return;
  const rest = new Rest(moved, targets);
  for (const target of open) {
    const isFound =
      isLayout || (target.count >= LEAST.movedPart && target.count * 2 >= target.run.text.length);
    for (const { from, to } of [...target.free]) {
      const whole = rest.take(target.run.text.slice(from, to));
      if (whole) target.take(from, whole);
      for (let at = from; !whole && isFound && at < to; at += 1) {
        const letter = rest.take(target.run.text.charAt(at));
        if (letter) target.take(at, letter);
      }
    }
  }
}

/** Letters that were taken out and not found again. */
class Rest {
  readonly #runs: Run[];

  constructor(moved: readonly Run[], targets: readonly Target[]) {
    const found = new Set(
      targets.flatMap((target) =>
        target.found.flatMap(({ from, length }) =>
          Array.from({ length }, (_, at) => `${from.client} ${from.clock + at}`),
        ),
      ),
    );
    this.#runs = moved.flatMap((run) => {
      const names = run.spans.flatMap(({ client, clock, length }) =>
        Array.from({ length }, (_, at) => `${client} ${clock + at}`),
      );
      const cuts = names.flatMap((name, at) => (found.has(name) ? [at] : []));
      return [...cuts, names.length].map((cut, at) => partOf(run, (cuts[at - 1] ?? -1) + 1, cut));
    });
  }

  /** These letters, side by side; nobody is given them again. */
  take(text: string): Run | undefined {
    for (const [index, run] of this.#runs.entries()) {
      const at = run.text.indexOf(text);
      if (at < 0) continue;
      const end = at + text.length;
      this.#runs.splice(index, 1, partOf(run, 0, at), partOf(run, end, run.text.length));
      return partOf(run, at, end);
    }
    return undefined;
  }
}

/** Short paragraphs come with the long ones between which they stand: a heading, « Oui. », a figure in a table. */
function keepCompany(targets: readonly Target[], taken: readonly Wholes[], whole: Sources['whole']): void {
  if (targets.reduce((sum, { count }) => sum + count, 0) < LEAST.copied) return;
  for (const target of targets) {
    if (!target.run.isWhole) continue;
    for (const wholes of taken) wholes.give(target, 1);
    const source = target.isFree ? whole(target.run.text) : undefined;
    if (source) target.take(0, source);
  }
}

/** An update that brings nothing new gives back: its short words too, where they stood. */
function giveBack(targets: readonly Target[], given: Set<string>): void {
  const count = targets.reduce((sum, target) => sum + target.count, 0);
  const isNew = targets.some(({ free }) => free.some(({ from, to }) => to - from >= LEAST.moved));
  if (count >= LEAST.movedPart && !isNew) for (const target of targets) fromGap(target, 1, given);
}
