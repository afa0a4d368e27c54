import { and, desc, eq, lt } from 'drizzle-orm';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { SteeredSynthesis } from '#shared/programme/steering/overview.ts';
import { progressAt } from '#shared/publication/synthesis/progress.ts';
import type { Db } from '../../kernel/client.ts';
import { syntheses, synthesisDeadlines } from '../../publication/synthesis/schema.ts';
import { listSteppedChapters } from '../../publication/synthesis/synthesis-steps.ts';
import type { SteeringScope } from './steering-scope.ts';

/** [SY5] How far the synthesis of the season had come by the end of that day, and when it was due then; null before it was begun. */
export async function findSteeredSynthesis(
  db: Db,
  { seasonId, end }: Pick<SteeringScope, 'seasonId' | 'end'>,
): Promise<SteeredSynthesis | null> {
  const [found] = await db
    .select({ id: syntheses.id, title: syntheses.title, dueOn: synthesisDeadlines.dueOn })
    .from(syntheses)
    .innerJoin(synthesisDeadlines, eq(synthesisDeadlines.synthesisId, syntheses.id))
    .where(and(eq(syntheses.seasonId, seasonId), lt(synthesisDeadlines.setAt, end)))
    .orderBy(desc(synthesisDeadlines.rank))
    .limit(1);
  if (!found) return null;
  const { id, title, dueOn } = found;
  return { title, dueOn, progress: progressAt(await listSteppedChapters(db, asReadable(id)), end) };
}
