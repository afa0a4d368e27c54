import { and, asc, desc, eq, exists, type SQL, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { SteeringFilter } from '#shared/programme/steering/steering.ts';
import type { Db } from '../../kernel/client.ts';
import { seasons, themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { municipalities } from '../territory/schema.ts';

/** What a page of steering counts: a part of a season, as it stood at the end of a day, as somebody may see it. */
export interface SteeringScope extends SteeringFilter {
  readonly seasonId: Readable<'steering'>;
  /** ISO day on the calendar of Paris. */
  readonly day: string;
  /** The instant at which that day is over. */
  readonly end: Date;
  readonly userId: string;
  readonly now: Date;
}

export interface Season {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Every season, the latest first. */
export function listSeasons(db: Db): Promise<Season[]> {
  return db
    .select({
      id: seasons.id,
      number: seasons.number,
      name: seasons.name,
      startsOn: seasons.startsOn,
      endsOn: seasons.endsOn,
    })
    .from(seasons)
    .orderBy(desc(seasons.number));
}

/** A theme of a season, by the names that filters and figures use. */
export type SeasonTheme = Awaited<ReturnType<typeof listThemesOfSeason>>[number];

/** The themes of one season, by name. */
export function listThemesOfSeason(db: Db, seasonId: string) {
  return db
    .select({ id: themes.id, key: themes.key, name: themes.name })
    .from(themes)
    .where(eq(themes.seasonId, seasonId))
    .orderBy(asc(themes.name));
}

/** Of rows joined with `theme`: those of the season, and of the theme that is asked. */
export function isOfSeason({ seasonId, theme }: Pick<SteeringScope, 'seasonId' | 'theme'>): SQL | undefined {
  return and(eq(themes.seasonId, seasonId), theme ? sql`${themes.key} = ${theme}` : undefined);
}

/** Of a column with the id of an organisation: it is a commune of the region, of the department. Undefined for the whole country. */
export function isOfTerritory(
  db: Db,
  { region, department }: Pick<SteeringScope, 'region' | 'department'>,
  organisationId: PgColumn,
): SQL | undefined {
  if (!region && !department) return undefined;
  const ofTerritory = alias(organisations, 'of_territory');
  return exists(
    db
      .select({ one: sql`1` })
      .from(ofTerritory)
      .innerJoin(municipalities, eq(municipalities.code, ofTerritory.municipalityCode))
      .where(
        and(
          eq(ofTerritory.id, organisationId),
          region ? eq(municipalities.regionCode, region) : undefined,
          department ? eq(municipalities.departmentCode, department) : undefined,
        ),
      ),
  );
}
