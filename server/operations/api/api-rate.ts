import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import type { Caller } from './operation.ts';

/** [TK8] A program asks, and a page; each within a minute. */
export const RATES = { token: 300, session: 1_200 } as const;
const SECONDS = 60;

/** Counts a request; 0 when it may go on, else the seconds to wait. */
export type ApiRate = (caller: Caller) => Promise<number>;

/** [TK8] Counts by token, and by account for sessions; with Redis all instances together. */
export function createApiRate(counters: Counters = memoryCounters): ApiRate {
  const tokens = counters('api-token', { points: RATES.token, duration: SECONDS });
  const sessions = counters('api-account', { points: RATES.session, duration: SECONDS });
  return ({ tokenId, userId }) =>
    (tokenId === null ? sessions.consume(userId) : tokens.consume(tokenId)).then(
      () => 0,
      (refused: { msBeforeNext: number }) => Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
    );
}
