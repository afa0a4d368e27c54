import type { BoardImportError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { BoardFile } from './board-file.ts';

/** What a file has that a board of ours has not, or that is kept in another form than it had. */
export const LOSS_KINDS = [
  'untitled',
  'cutTitles',
  'cutDescriptions',
  'unreadableDays',
  'unknownPeople',
  'unknownOrganisations',
  'unknownLabels',
  'strayCards',
  'lateStarts',
  'archivedLists',
  'doneMarks',
  'comments',
  'attachments',
  'files',
  'customFields',
  'stepDetails',
  'votes',
  'covers',
  'fields',
  'views',
  'dependencies',
  'links',
  'moves',
] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** How often it happened, and the names of what it happened to, when they help to find it. */
export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
  readonly names: readonly string[];
}

/** What a reader made of a file, or why it made nothing. */
export type ReadFile = Result<
  { readonly file: BoardFile; readonly losses: readonly Loss[] },
  BoardImportError
>;

/** Counts losses by kind, with the first names of each. */
export class LossCount {
  readonly #counts = new Map<LossKind, { count: number; names: Set<string> }>();

  /** Names are shown: twenty are enough to understand. */
  add(kind: LossKind, name?: string, count = 1): void {
    if (count === 0) return;
    const held = this.#counts.get(kind) ?? { count: 0, names: new Set<string>() };
    held.count += count;
    if (name && held.names.size < 20) held.names.add(name.slice(0, 100));
    this.#counts.set(kind, held);
  }

  list(): Loss[] {
    return LOSS_KINDS.flatMap((kind) => {
      const held = this.#counts.get(kind);
      return held ? [{ kind, count: held.count, names: [...held.names] }] : [];
    });
  }
}
