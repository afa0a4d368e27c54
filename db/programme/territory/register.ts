import { desc, sql } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { territoryVintages } from './schema.ts';

/** The national register of territories, one vintage, as a whole. Codes are text. */
export interface Register {
  readonly vintage: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly departments: readonly {
    readonly code: string;
    readonly name: string;
    readonly regionCode: string;
  }[];
  readonly intermunicipalities: readonly {
    readonly siren: string;
    readonly name: string;
    readonly kind: string;
    readonly population: number | null;
  }[];
  readonly municipalities: readonly RegisterMunicipality[];
}

/** A commune of today, or one of yesterday with the code of the one that replaced it. */
export interface RegisterMunicipality {
  readonly code: string;
  /** Empty for a former commune of which the register has kept the code alone. */
  readonly name: string;
  readonly departmentCode: string;
  readonly regionCode: string;
  readonly intermunicipalitySiren: string | null;
  readonly siren: string | null;
  readonly postalCodes: readonly string[];
  readonly population: number | null;
  readonly replacedBy: string | null;
}

/** Rows a statement: long enough to be few, short enough that others get their turn on PGlite's one connection. */
const CHUNK = 5_000;

/** The vintage in use, or null when no register was loaded. */
export async function findVintage(db: Db): Promise<string | null> {
  const [row] = await db
    .select({ vintage: territoryVintages.vintage })
    .from(territoryVintages)
    .orderBy(desc(territoryVintages.loadedAt))
    .limit(1);
  return row?.vintage ?? null;
}

/**
 * [T10] Loads a vintage whole: rows are added or brought up to date, never deleted, for people and conventions point to
 * them. The vintage is written last, and each statement may be run again: an interrupted load is simply redone.
 */
export async function loadRegister(db: Db, register: Register, now: Date): Promise<void> {
  const { regions, departments, intermunicipalities, municipalities, vintage } = register;
  await db.execute(sql`
    insert into region (code, name)
    select code, name from jsonb_to_recordset(${JSON.stringify(regions)}::jsonb) as r(code text, name text)
    on conflict (code) do update set name = excluded.name where region.name is distinct from excluded.name`);
  await db.execute(sql`
    insert into department (code, name, region_code)
    select code, name, "regionCode"
    from jsonb_to_recordset(${JSON.stringify(departments)}::jsonb) as r(code text, name text, "regionCode" text)
    on conflict (code) do update set name = excluded.name, region_code = excluded.region_code`);
  await db.execute(sql`
    insert into intermunicipality (siren, name, kind, population)
    select siren, name, kind, population
    from jsonb_to_recordset(${JSON.stringify(intermunicipalities)}::jsonb)
      as r(siren text, name text, kind text, population integer)
    on conflict (siren) do update set name = excluded.name, kind = excluded.kind, population = excluded.population`);
  for (let from = 0; from < municipalities.length; from += CHUNK) {
    await loadMunicipalities(db, municipalities.slice(from, from + CHUNK));
  }
  await db
    .insert(territoryVintages)
    .values({ vintage, loadedAt: now })
    .onConflictDoUpdate({ target: territoryVintages.vintage, set: { loadedAt: now } });
}

async function loadMunicipalities(db: Db, rows: readonly RegisterMunicipality[]): Promise<void> {
  await db.execute(sql`
    insert into municipality as known (code, name, department_code, region_code, intermunicipality_siren, siren,
      postal_codes, population, replaced_by)
    select code, name, "departmentCode", "regionCode", "intermunicipalitySiren", siren, "postalCodes", population,
      "replacedBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, name text, "departmentCode" text,
      "regionCode" text, "intermunicipalitySiren" text, siren text, "postalCodes" text[], population integer,
      "replacedBy" text)
    on conflict (code) do update set
      -- A commune that was merged since keeps the name under which people knew it.
      name = case when excluded.name = '' then known.name else excluded.name end,
      department_code = excluded.department_code, region_code = excluded.region_code,
      intermunicipality_siren = excluded.intermunicipality_siren, siren = excluded.siren,
      postal_codes = excluded.postal_codes, population = excluded.population, replaced_by = excluded.replaced_by`);
}
