import { and, desc, eq, lt } from 'drizzle-orm';
import { INDICATORS, type Indicator, type OpennessTarget } from '#shared/programme/steering/openness.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { opennessTargets } from './schema.ts';

/** [PI8] Sets what the season wants of an indicator: what was wanted before stays, with its day. */
export async function setTarget(
  tx: Tx,
  { now, ...target }: OpennessTarget & { id: string; seasonId: string; setBy: string; now: Date },
): Promise<void> {
  await tx.insert(opennessTargets).values({ ...target, setAt: now });
}

/** [PI8] What was wanted at that instant, an indicator each at most. */
export async function listTargets(
  db: Db,
  { seasonId, end }: { seasonId: string; end: Date },
): Promise<OpennessTarget[]> {
  const rows = await db
    .select({
      indicator: opennessTargets.indicator,
      percent: opennessTargets.percent,
      dueOn: opennessTargets.dueOn,
    })
    .from(opennessTargets)
    .where(and(eq(opennessTargets.seasonId, seasonId), lt(opennessTargets.setAt, end)))
    .orderBy(desc(opennessTargets.setAt), desc(opennessTargets.id));
  const latest = new Map<Indicator, OpennessTarget>();
  for (const row of rows) if (!latest.has(row.indicator)) latest.set(row.indicator, row);
  return INDICATORS.flatMap((indicator) => latest.get(indicator) ?? []);
}
