import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Result } from '#shared/kernel/result.ts';
import { type CityImportToUndo, judgeImportToUndo } from '#shared/programme/territory/city-import-undo.ts';
import type { CityImportError } from '#shared/programme/territory/territory-errors.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { lockCities, writeAgreements, writePlaces } from './city-import.ts';
import { type CityImportBefore, cityImports } from './city-import-schema.ts';
import { lockOrganisations } from './organisation-of-city.ts';
import { agreementMunicipalities, agreements } from './schema.ts';

/** The last import that stands, as the page shows it. */
export interface LastCityImport {
  readonly id: string;
  readonly at: Date;
  /** Who imported; null for the command of the machine. */
  readonly by: string | null;
  readonly made: number;
  readonly tied: number;
  readonly cities: number;
}

/** [T13] The import that can be undone: the last one that was not; null when there is none. */
export async function findLastImport(db: Db): Promise<LastCityImport | null> {
  const [found] = await db
    .select({ id: cityImports.id, at: cityImports.importedAt, by: users.name, before: cityImports.before })
    .from(cityImports)
    .leftJoin(users, eq(users.id, cityImports.importedBy))
    .where(isNull(cityImports.undoneAt))
    .orderBy(desc(cityImports.importedAt), desc(cityImports.id))
    .limit(1);
  if (!found) return null;
  const { before, ...said } = found;
  return { ...said, made: before.made.length, tied: before.tied.length, cities: before.places.length };
}

/**
 * [T13] Undoes the last import as one: what it changed is as it was before, organisations that it made are gone. Refuses 'cityImport.notLast' (unknown,
 * undone, or another one was made since) and 'cityImport.inUse' when somebody or something counts on an organisation or convention that it made.
 */
export async function undoCityImport(
  tx: Tx,
  { id, now }: { id: string; now: Date },
): Promise<Result<CityImportBefore, CityImportError>> {
  await lockCities(tx);
  await lockOrganisations(tx);
  const last = await findLastImport(tx);
  const [row] = await tx.select().from(cityImports).where(eq(cityImports.id, id));
  const asked: CityImportToUndo<CityImportBefore> | null = row
    ? { before: row.before, isLast: last?.id === id, inUse: await countUses(tx, row.before) }
    : null;
  const decided = judgeImportToUndo(asked);
  if (!decided.ok) return decided;
  await undo(tx, decided.value);
  await tx.update(cityImports).set({ undoneAt: now }).where(eq(cityImports.id, id));
  return decided;
}

async function undo(tx: Tx, { agreements: changed, places, made, tied }: CityImportBefore): Promise<void> {
  const gone = places.filter(({ before }) => before === null).map(({ code }) => code);
  await tx.delete(agreementMunicipalities).where(inArray(agreementMunicipalities.municipalityCode, gone));
  await writeAgreements(
    tx,
    changed.flatMap(({ before }) => (before ? [before] : [])),
  );
  await writePlaces(
    tx,
    places.flatMap(({ code, before }) => (before ? [{ municipalityCode: code, agreementId: before }] : [])),
  );
  const fresh = changed.filter(({ before }) => before === null).map((agreement) => agreement.id);
  await tx.delete(agreements).where(inArray(agreements.id, fresh));
  await tx
    .update(organisations)
    .set({ municipalityCode: null })
    .where(inArray(organisations.id, [...tied]));
  await tx.delete(organisations).where(inArray(organisations.id, [...made]));
}

/** What refers to organisations or conventions that this import made, found in the schema so that no table is forgotten. */
async function countUses(tx: Tx, { agreements: changed, made, places }: CityImportBefore): Promise<number> {
  const ofImport = changed.filter(({ before }) => before === null).map((agreement) => agreement.id);
  const own = places.map(({ code }) => code);
  const others = await tx
    .select({ code: agreementMunicipalities.municipalityCode })
    .from(agreementMunicipalities)
    .where(
      and(
        inArray(agreementMunicipalities.agreementId, ofImport),
        sql`not (municipality_code = any(${sql.param(own)}::text[]))`,
      ),
    );
  const references = await tx
    .select({ table: sql<string>`t.relname`, column: sql<string>`a.attname`, to: sql<string>`r.relname` })
    .from(
      sql`pg_constraint c
        join pg_class t on t.oid = c.conrelid
        join pg_class r on r.oid = c.confrelid
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]`,
    )
    .where(
      sql`c.contype = 'f' and r.relname in ('organisation', 'agreement') and t.relname <> 'agreement_municipality'`,
    );
  const counts = references.map(({ table, column, to }) => {
    const ids = sql.param(to === 'organisation' ? made : ofImport);
    return sql`select count(*) as uses from ${sql.identifier(table)} where ${sql.identifier(column)} = any(${ids}::text[])`;
  });
  const [found] = await tx
    .select({ uses: sql<number>`coalesce(sum(uses), 0)::int` })
    .from(sql`(${sql.join(counts, sql` union all `)}) as u`);
  return others.length + (found?.uses ?? 0);
}
