import { z } from 'zod';
import { findRetention, setRetention } from '#db/operations/personal-data/retention.ts';
import { ok } from '#shared/kernel/result.ts';
import {
  parseRetentionDays,
  RETENTION_KEYS,
  type Retention,
} from '#shared/operations/personal-data/retention.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

/** Those that a form shows, each in days. */
const Typed = z.record(z.string().max(100), z.string().max(20)).transform((typed, context) => {
  const retention: Partial<Record<keyof Retention, number>> = {};
  for (const key of RETENTION_KEYS) {
    const days = parseRetentionDays(key, typed[key] ?? '');
    if (days !== null) retention[key] = days;
    else context.addIssue({ code: 'custom', path: [key], message: 'retention.daysInvalid' });
  }
  return retention;
});

/** [PD9] How long things are kept. */
export const retentionOperations = {
  /** All durations, or none. */
  'retention.set': operation({
    input: Typed,
    right: onPlatform('site.manage'),
    refusals: {},
    run: async ({ tx, by: userId, now }, retention) =>
      ok(await setRetention(tx, { retention: { ...(await findRetention(tx)), ...retention }, userId, now })),
  }),
};
