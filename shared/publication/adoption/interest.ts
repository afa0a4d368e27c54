import { fail, ok, type Result } from '../../kernel/result.ts';

/** What a city that was interested became: it said so, prepares, did it, or gave up. */
export const INTEREST_STATES = ['declared', 'preparing', 'done', 'givenUp'] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** What a move wants to be told in words. */
interface Move {
  readonly from: InterestState | null;
  readonly to: InterestState;
  readonly wantsReason: boolean;
}

const move = (from: Move['from'], to: InterestState, wantsReason = false): Move => ({
  from,
  to,
  wantsReason,
});

/** [RP6] Every step of an interest. Giving up, and taking back that it was done, say why. */
const MOVES: readonly Move[] = [
  move(null, 'declared'),
  move('declared', 'preparing'),
  move('declared', 'done'),
  move('preparing', 'done'),
  move('declared', 'givenUp', true),
  move('preparing', 'givenUp', true),
  move('givenUp', 'declared'),
  move('done', 'preparing', true),
];

export const REASON_MAX = 2_000;

/** [RP6] Where an interest may go from here. */
export function interestMovesFrom(from: InterestState | null): readonly Pick<Move, 'to' | 'wantsReason'>[] {
  return MOVES.filter((known) => known.from === from);
}

export type InterestRefusal = 'adoption.stateUnreachable' | 'adoption.textTooLong' | 'adoption.reasonMissing';

/** [RP6] Whether an interest may take this step. */
export function checkInterestMove(
  from: InterestState | null,
  to: InterestState,
  reason: string,
): Result<void, InterestRefusal> {
  const known = MOVES.find((one) => one.from === from && one.to === to);
  if (!known) return fail('adoption.stateUnreachable');
  if (reason.length > REASON_MAX) return fail('adoption.textTooLong');
  if (known.wantsReason && reason.trim() === '') return fail('adoption.reasonMissing');
  return ok();
}
