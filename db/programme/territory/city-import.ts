import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Agreement } from '#shared/programme/territory/agreement.ts';
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
import type { Tx } from '../../kernel/transaction.ts';
import { type CityImportBefore, cityImports } from './city-import-schema.ts';
import {
  listPlacedOrganisations,
  lockOrganisations,
  type Making,
  writePlacings,
} from './organisation-of-city.ts';
import { agreementMunicipalities, agreements, departments, municipalities } from './schema.ts';

/** What importing this file would do, without doing it. The register must have been loaded (`db/programme/territory/register.ts`). */
export async function previewCityImport(db: Db, table: CsvTable): Promise<CityImportDecision> {
  return decideCityImport(table, await entriesOf(db, codesToLookUp(table)), await existingCities(db));
}

/** Who imports, and what new rows take their identity and their day from. */
export interface ImportMaking extends Making {
  /** Null: the command of the machine. */
  readonly by: string | null;
}

/**
 * Imports the programme's cities and their organisations as a whole, or writes nothing and says why ([T4] [T12]). What it changed is kept, so
 * that it can be undone ([T13]).
 */
export async function importCities(
  tx: Tx,
  table: CsvTable,
  making: ImportMaking,
): Promise<CityImportDecision> {
  await lockCities(tx);
  await lockOrganisations(tx);
  const codes = codesToLookUp(table);
  const existing = await existingCities(tx);
  const decision = decideCityImport(table, await entriesOf(tx, codes), existing);
  if (decision.ok) await write(tx, decision.value, existing, making);
  return decision;
}

/** Two imports at once would each decide on a list that the other is changing. */
export async function lockCities(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table agreement in share row exclusive mode`);
}

async function entriesOf(db: Db, codes: string[]): Promise<Map<string, RegisterEntry>> {
  const successors = alias(municipalities, 'successor');
  const rows = await db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      department: sql<string>`coalesce(${departments.name}, '')`,
      replacedBy: { code: successors.code, name: successors.name },
    })
    .from(municipalities)
    .leftJoin(successors, eq(successors.code, municipalities.replacedBy))
    .leftJoin(departments, eq(departments.code, municipalities.departmentCode))
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
  return {
    agreements: await db.select().from(agreements),
    places,
    organisations: await listPlacedOrganisations(db),
  };
}

async function write(
  tx: Tx,
  decided: CityImport,
  existing: ExistingCities,
  making: ImportMaking,
): Promise<void> {
  await writeAgreements(tx, decided.agreements);
  await writePlaces(tx, decided.places);
  const placed = await writePlacings(tx, decided.organisations, making);
  const before = beforeOf(decided, existing, placed);
  if (Object.values(before).every((changed) => changed.length === 0)) return;
  await tx
    .insert(cityImports)
    .values({ id: making.newId(), importedBy: making.by, importedAt: making.now, before });
}

/** [T13] What was there before, where the import changes it. */
function beforeOf(
  { agreements: changed, places }: CityImport,
  existing: ExistingCities,
  placed: readonly { readonly id: string; readonly isNew: boolean }[],
): CityImportBefore {
  const knownAgreements = new Map(existing.agreements.map((agreement) => [agreement.id, agreement]));
  const known = new Map(existing.places.map((place) => [place.municipalityCode, place.agreementId]));
  const idsOf = (isNew: boolean) => placed.filter((one) => one.isNew === isNew).map(({ id }) => id);
  return {
    agreements: changed.map(({ id }) => ({ id, before: knownAgreements.get(id) ?? null })),
    places: places.map(({ municipalityCode: code }) => ({ code, before: known.get(code) ?? null })),
    made: idsOf(true),
    tied: idsOf(false),
  };
}

/** Writes conventions as they are given, new and known ones. */
export async function writeAgreements(tx: Tx, rows: readonly Agreement[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(agreements)
    .values([...rows])
    .onConflictDoUpdate({
      target: agreements.id,
      set: {
        name: sql`excluded.name`,
        isInProgramme: sql`excluded.is_in_programme`,
        signedOn: sql`excluded.signed_on`,
      },
    });
}

/** Writes which convention communes are of, as one value: a parameter each would meet PostgreSQL's limit on a long enough list. */
export async function writePlaces(
  tx: Tx,
  places: readonly { readonly municipalityCode: string; readonly agreementId: string }[],
): Promise<void> {
  await tx.execute(sql`
    insert into agreement_municipality (agreement_id, municipality_code)
    select "agreementId", "municipalityCode"
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r("agreementId" text, "municipalityCode" text)
    on conflict (municipality_code) do update set agreement_id = excluded.agreement_id`);
}
