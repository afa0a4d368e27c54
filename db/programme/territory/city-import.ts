import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  type CityImport,
  type CityImportDecision,
  codesToLookUp,
  decideCityImport,
  type ExistingCities,
  type RegisterEntry,
} from '#shared/programme/territory/city-import.ts';
import type { CsvTable } from '#shared/programme/territory/city-table.ts';
import type { Db } from '../../kernel/client.ts';
import { agreementMunicipalities, agreements, municipalities } from './schema.ts';

/** What importing this file would do, without doing it. The register must have been loaded (`db/programme/territory/register.ts`). */
export async function previewCityImport(db: Db, table: CsvTable): Promise<CityImportDecision> {
  return decideCityImport(table, await entriesOf(db, codesToLookUp(table)), await existingCities(db));
}

/** Imports the programme's cities as a whole, or writes nothing and says why ([T4]). */
export async function importCities(db: Db, table: CsvTable): Promise<CityImportDecision> {
  return db.transaction(async (tx) => {
    // Two imports at once would each decide on a list that the other is changing.
    await tx.execute(sql`lock table agreement in share row exclusive mode`);
    const decision = await previewCityImport(tx, table);
    if (decision.ok) await write(tx, decision.value);
    return decision;
  });
}

async function entriesOf(db: Db, codes: string[]): Promise<Map<string, RegisterEntry>> {
  const successors = alias(municipalities, 'successor');
  const rows = await db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      replacedBy: { code: successors.code, name: successors.name },
    })
    .from(municipalities)
    .leftJoin(successors, eq(successors.code, municipalities.replacedBy))
    .where(sql`${municipalities.code} = any(${sql.param(codes)}::text[])`);
  return new Map(rows.map((entry) => [entry.code, entry]));
}

async function existingCities(db: Db): Promise<ExistingCities> {
  const places = await db
    .select({
      municipalityCode: municipalities.code,
      name: municipalities.name,
      agreementId: agreementMunicipalities.agreementId,
    })
    .from(agreementMunicipalities)
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .orderBy(municipalities.code);
  return { agreements: await db.select().from(agreements), places };
}

async function write(tx: Db, decided: CityImport): Promise<void> {
  if (decided.agreements.length > 0) {
    await tx
      .insert(agreements)
      .values([...decided.agreements])
      .onConflictDoUpdate({
        target: agreements.id,
        set: {
          name: sql`excluded.name`,
          isInProgramme: sql`excluded.is_in_programme`,
          signedOn: sql`excluded.signed_on`,
        },
      });
  }
  // As one value: a parameter each would meet PostgreSQL's limit on a long enough list.
  await tx.execute(sql`
    insert into agreement_municipality (agreement_id, municipality_code)
    select "agreementId", "municipalityCode"
    from jsonb_to_recordset(${JSON.stringify(decided.places)}::jsonb) as r("agreementId" text, "municipalityCode" text)
    on conflict (municipality_code) do update set agreement_id = excluded.agreement_id`);
}
