import { and, eq } from 'drizzle-orm';
import type { ArchivedRow } from '#shared/operations/archive/archived-table.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import { seasons, themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly colour: number;
}

/** [OA7] Organisations of an archive: by their id, else by their name, else made. Answers which are known here under another id. */
export async function importOrganisations(
  tx: Db,
  given: readonly Named[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const same = new Map<string, string>();
  for (const { id, name, shortName, kind, colour } of given) {
    const there = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, id));
    if (there.length > 0) continue;
    const [other] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.name, name))
      .limit(1);
    if (other) same.set(id, other.id);
    else
      await tx.insert(organisations).values({
        ...{ id, name, shortName, colour },
        kind: ORGANISATION_KINDS.find((one) => one === kind) ?? ('partner' as OrganisationKind),
        municipalityCode: null,
        createdAt: now,
      });
  }
  return same;
}

/** [OA7] Themes of an archive: those of the season of the same number, which is made when it is not here. Answers which are known under another id. */
export async function importThemes(
  tx: Db,
  given: { readonly seasons: readonly ArchivedRow[]; readonly themes: readonly ArchivedRow[] },
): Promise<ReadonlyMap<string, string>> {
  const same = new Map<string, string>();
  for (const season of given.seasons) {
    const row = season as typeof seasons.$inferInsert;
    await tx.insert(seasons).values(row).onConflictDoNothing();
    const [here] = await tx.select({ id: seasons.id }).from(seasons).where(eq(seasons.number, row.number));
    if (!here) continue;
    for (const theme of given.themes.filter(({ seasonId }) => seasonId === row.id)) {
      const one = theme as typeof themes.$inferInsert;
      if (!THEME_KEYS.some((key) => key === one.key)) continue;
      const [known] = await tx
        .select({ id: themes.id })
        .from(themes)
        .where(and(eq(themes.seasonId, here.id), eq(themes.key, one.key)));
      if (known && known.id !== one.id) same.set(one.id, known.id);
      if (!known)
        await tx
          .insert(themes)
          .values({ ...one, seasonId: here.id })
          .onConflictDoNothing();
    }
  }
  return same;
}
