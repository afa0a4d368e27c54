/**
 * [SC19] Why the database did not take what a request asked of it: it names something that does not exist (`absent`), something that may
 * exist once is there already, or two asked for what cannot be done at the same moment (`taken`), or it is a value that no column holds
 * (`unholdable`).
 */
export type DatabaseRefusal = 'absent' | 'taken' | 'unholdable';

/** What PostgreSQL says of it (SQLSTATE): https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const REFUSALS: ReadonlyMap<unknown, DatabaseRefusal> = new Map([
  ['23503', 'absent'],
  ['23505', 'taken'],
  // Two waited for one another: one was undone, and may ask again.
  ['40001', 'taken'],
  ['40P01', 'taken'],
  // Too long, too large, a day of no calendar, no number, no text, a choice that is none.
  ['22001', 'unholdable'],
  ['22003', 'unholdable'],
  ['22007', 'unholdable'],
  ['22008', 'unholdable'],
  ['22009', 'unholdable'],
  ['22021', 'unholdable'],
  ['22P02', 'unholdable'],
  ['22P05', 'unholdable'],
  ['23514', 'unholdable'],
  // More words, or a longer key, than an index takes; JSON deeper than it reads.
  ['54000', 'unholdable'],
  ['54001', 'unholdable'],
]);
/** Drizzle wraps what the driver says, rooms wrap Drizzle; a ring of causes ends. */
const DEEPEST = 5;

/** [SC19] The database's refusal in this error, or in what caused it; null for everything else, which is a fault of ours. Total. */
export function databaseRefusalOf(error: unknown): DatabaseRefusal | null {
  let cause = error;
  for (let depth = 0; depth <= DEEPEST && cause instanceof Error; depth++) {
    const refusal = 'code' in cause && REFUSALS.get(cause.code);
    if (refusal) return refusal;
    cause = cause.cause;
  }
  return null;
}
