import { asc, desc, eq } from 'drizzle-orm';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { seasons, themes } from '../../people/group/schema.ts';

/** A season to install, with its themes. */
export interface SeasonContent {
  readonly number: number;
  readonly name: string;
  /** ISO dates, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly themes: readonly { readonly key: ThemeKey; readonly name: string }[];
}

export interface Theme {
  readonly id: string;
  readonly key: ThemeKey;
  readonly name: string;
}

/** Gives a new installation the programme's season. Does nothing once it is there. */
export async function ensureSeason(
  tx: Tx,
  { themes: ofSeason, ...season }: SeasonContent,
  newId: () => string,
): Promise<void> {
  const id = newId();
  const made = await tx
    .insert(seasons)
    .values({ id, ...season })
    .onConflictDoNothing({ target: seasons.number })
    .returning({ id: seasons.id });
  if (made.length === 0) return;
  await tx.insert(themes).values(ofSeason.map((theme) => ({ id: newId(), seasonId: id, ...theme })));
}

/** The themes of the latest season, in the order of their names. */
export async function listThemes(db: Db): Promise<Theme[]> {
  const [latest] = await db.select({ id: seasons.id }).from(seasons).orderBy(desc(seasons.number)).limit(1);
  if (!latest) return [];
  return db
    .select({ id: themes.id, key: themes.key, name: themes.name })
    .from(themes)
    .where(eq(themes.seasonId, latest.id))
    .orderBy(asc(themes.name));
}

/** A season with its themes, as the pages that prepare calls show it. */
export interface Season extends Omit<SeasonContent, 'themes'> {
  readonly id: string;
  readonly themes: readonly Theme[];
}

/** Every season, the last first. */
export async function listSeasons(db: Db): Promise<Season[]> {
  const rows = await db.select().from(seasons).orderBy(desc(seasons.number));
  const named = await db
    .select({ id: themes.id, seasonId: themes.seasonId, key: themes.key, name: themes.name })
    .from(themes)
    .orderBy(asc(themes.name));
  return rows.map((season) => ({
    ...season,
    themes: named.filter(({ seasonId }) => seasonId === season.id).map(({ seasonId: _, ...theme }) => theme),
  }));
}
