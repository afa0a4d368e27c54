import { fail, ok, type Result } from '../../kernel/result.ts';
import type { SynthesisRole } from './synthesis-access.ts';

/** Where a chapter stands, in order. */
export const CHAPTER_STATES = ['to_write', 'writing', 'in_review', 'approved'] as const;
export type ChapterState = (typeof CHAPTER_STATES)[number];

interface Move {
  readonly from: ChapterState;
  readonly to: ChapterState;
  readonly by: readonly SynthesisRole[];
  /** Going back says why. */
  readonly wantsReason: boolean;
}

const OWNERS: readonly SynthesisRole[] = ['manager', 'owner'];
const MANAGERS: readonly SynthesisRole[] = ['manager'];

/** [SY3] Every step that a chapter can take. */
const MOVES: readonly Move[] = [
  { from: 'to_write', to: 'writing', by: OWNERS, wantsReason: false },
  { from: 'writing', to: 'in_review', by: OWNERS, wantsReason: false },
  { from: 'in_review', to: 'writing', by: OWNERS, wantsReason: true },
  { from: 'in_review', to: 'approved', by: MANAGERS, wantsReason: false },
  { from: 'approved', to: 'writing', by: MANAGERS, wantsReason: true },
];

const REASON_MAX = 2_000;

/** [SY3] Where somebody with this role may take a chapter from here. */
export function chapterMovesFrom(
  from: ChapterState,
  role: SynthesisRole,
): readonly Pick<Move, 'to' | 'wantsReason'>[] {
  return MOVES.filter((known) => known.from === from && known.by.includes(role));
}

export type ChapterMoveRefusal =
  | 'access.forbidden'
  | 'synthesis.stateUnreachable'
  | 'synthesis.reasonTooLong'
  | 'synthesis.reasonMissing';

/** [SY3] Whether a chapter may take this step: it exists, is this person's, and says why where it goes back. */
export function checkChapterMove({
  from,
  to,
  role,
  reason,
}: {
  readonly from: ChapterState;
  readonly to: ChapterState;
  readonly role: SynthesisRole;
  readonly reason: string;
}): Result<void, ChapterMoveRefusal> {
  const known = MOVES.find((one) => one.from === from && one.to === to);
  if (!known) return fail('synthesis.stateUnreachable');
  if (!known.by.includes(role)) return fail('access.forbidden');
  if (reason.length > REASON_MAX) return fail('synthesis.reasonTooLong');
  return known.wantsReason && reason.trim() === '' ? fail('synthesis.reasonMissing') : ok();
}
