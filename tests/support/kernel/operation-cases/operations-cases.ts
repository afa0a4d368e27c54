import type { Cases } from './operation-case.ts';

/** Operations of the platform itself. */
export const operationsCases: Cases<'accessToken.revoke' | `erasure.${'ask' | 'cancel'}`> = {
  // Absent, whoever asks, where there is none: whose token it is decides, in `tests/db/operations/token/access-tokens.test.ts`.
  'accessToken.revoke': { input: () => ({ token: 'unknown' }), allowed: [] },
  'erasure.ask': { input: ({ colleagueId }) => ({ userId: colleagueId }), allowed: ['admin'] },
  'erasure.cancel': { input: ({ colleagueId }) => ({ userId: colleagueId }), allowed: ['admin'] },
};
