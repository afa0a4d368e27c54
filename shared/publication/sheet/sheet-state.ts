import { fail, ok, type Result } from '../../kernel/result.ts';

/** Where a sheet stands. */
export const SHEET_STATES = ['draft', 'review', 'published', 'withdrawn'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** What somebody may be for a sheet: coordination and writers go through its states, readers of the inside look on. */
export type SheetRole = 'manager' | 'writer' | 'insider' | 'reader';

interface Move {
  readonly from: SheetState;
  readonly to: SheetState;
  /** Only the coordination. */
  readonly isManagers: boolean;
  /** Going back, or taking away, says why. */
  readonly wantsReason: boolean;
}

const move = (from: SheetState, to: SheetState, how: 'writers' | 'managers', why = false): Move => ({
  from,
  to,
  isManagers: how === 'managers',
  wantsReason: why,
});

/** [US5] Every step that a sheet can take. Published again: the present text takes the place of the one that is read. */
const MOVES: readonly Move[] = [
  move('draft', 'review', 'writers'),
  move('review', 'draft', 'writers', true),
  move('review', 'published', 'managers'),
  move('published', 'published', 'managers'),
  move('published', 'review', 'writers', true),
  move('published', 'withdrawn', 'managers', true),
  move('withdrawn', 'published', 'managers'),
  move('withdrawn', 'review', 'writers', true),
];

/** [US5] Where somebody with this role may take a sheet from here. */
export function sheetMovesFrom(
  from: SheetState,
  role: SheetRole,
): readonly Pick<Move, 'to' | 'wantsReason'>[] {
  if (role !== 'manager' && role !== 'writer') return [];
  return MOVES.filter((known) => known.from === from && (role === 'manager' || !known.isManagers));
}

/** [US5] Whether a sheet may take this step: it exists, is this person's, and says why where it goes back. */
export function checkSheetMove({
  from,
  to,
  role,
  reason,
  isComplete,
}: {
  readonly from: SheetState;
  readonly to: SheetState;
  readonly role: SheetRole;
  readonly reason: string;
  /** [US2] It says what a reviewer must know. */
  readonly isComplete: boolean;
}): Result<
  void,
  | 'access.forbidden'
  | 'useCaseSheet.stateUnreachable'
  | 'useCaseSheet.textTooLong'
  | 'useCaseSheet.reasonMissing'
  | 'useCaseSheet.incomplete'
> {
  const known = MOVES.find((one) => one.from === from && one.to === to);
  if (!known) return fail('useCaseSheet.stateUnreachable');
  if (role !== 'manager' && (role !== 'writer' || known.isManagers)) return fail('access.forbidden');
  if (reason.length > 2_000) return fail('useCaseSheet.textTooLong');
  if (known.wantsReason && reason.trim() === '') return fail('useCaseSheet.reasonMissing');
  if ((to === 'review' || to === 'published') && !isComplete) return fail('useCaseSheet.incomplete');
  return ok();
}

const FRESH_MONTHS = 12;

/** [US6] A sheet that was published twelve months ago or more is to be refreshed; days are of Paris. */
export function isToRefresh(publishedOn: string, today: string): boolean {
  const due = new Date(`${publishedOn}T00:00:00Z`);
  due.setUTCMonth(due.getUTCMonth() + FRESH_MONTHS);
  return due.toISOString().slice(0, 10) <= today;
}

/** [US1] The role that counts for a sheet: the strongest that its experiments give. */
export function strongestSheetRole(roles: readonly SheetRole[]): SheetRole | null {
  const ORDER: readonly SheetRole[] = ['manager', 'writer', 'insider', 'reader'];
  return ORDER.find((role) => roles.includes(role)) ?? null;
}
