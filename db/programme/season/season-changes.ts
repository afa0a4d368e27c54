import { and, eq, inArray, ne } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { SeasonFields } from '#shared/programme/season/season.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groups, seasons, themes } from '../../people/group/schema.ts';

interface SeasonChange {
  readonly seasonId: string;
  readonly fields: SeasonFields;
  readonly newId: () => string;
}

/** [CA13] A new season with its themes. Refused: a number that another has. */
export async function createSeason(
  tx: Tx,
  { seasonId: id, fields, newId }: SeasonChange,
): Promise<Result<void, 'season.numberTaken'>> {
  const { themes: named, ...season } = fields;
  if (await isNumberTaken(tx, id, season.number)) return fail('season.numberTaken');
  await tx.insert(seasons).values({ id, ...season });
  await tx.insert(themes).values(named.map((theme) => ({ id: newId(), seasonId: id, ...theme })));
  return ok();
}

/**
 * [CA13] Changes a season. A theme keeps its id, so that groups stay with it; one that groups have stays. Refused: one that is not there,
 * a number that another has, a theme that goes and that a group has.
 */
export async function changeSeason(
  tx: Tx,
  { seasonId, fields, newId }: SeasonChange,
): Promise<Result<void, 'access.notFound' | 'season.numberTaken' | 'season.themeUsed'>> {
  const { themes: named, ...season } = fields;
  const [found] = await tx
    .select({ id: seasons.id })
    .from(seasons)
    .where(eq(seasons.id, seasonId))
    .for('update');
  if (!found) return fail('access.notFound');
  if (await isNumberTaken(tx, seasonId, season.number)) return fail('season.numberTaken');
  const kept = await tx
    .select({ id: themes.id, key: themes.key })
    .from(themes)
    .where(eq(themes.seasonId, seasonId));
  const gone = kept.filter(({ key }) => !named.some((theme) => theme.key === key)).map(({ id }) => id);
  if (gone.length > 0) {
    const [used] = await tx
      .select({ id: groups.id })
      .from(groups)
      .where(inArray(groups.themeId, gone))
      .limit(1);
    if (used) return fail('season.themeUsed');
    await tx.delete(themes).where(inArray(themes.id, gone));
  }
  await tx.update(seasons).set(season).where(eq(seasons.id, seasonId));
  for (const theme of named) {
    const same = kept.find(({ key }) => key === theme.key);
    if (same) await tx.update(themes).set({ name: theme.name }).where(eq(themes.id, same.id));
    else await tx.insert(themes).values({ id: newId(), seasonId, ...theme });
  }
  return ok();
}

async function isNumberTaken(tx: Tx, exceptId: string, number: number): Promise<boolean> {
  const [other] = await tx
    .select({ id: seasons.id })
    .from(seasons)
    .where(and(eq(seasons.number, number), ne(seasons.id, exceptId)));
  return other !== undefined;
}
