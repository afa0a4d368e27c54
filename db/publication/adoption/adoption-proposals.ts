import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { type KnownRecord, matchRecords } from '#shared/publication/adoption/match-records.ts';
import { nationalProposals, type Proposal } from '#shared/publication/adoption/proposal.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import type { Db } from '../../kernel/client.ts';
import { nameKey } from '../../kernel/columns.ts';
import { isReadableDataset } from '../../library/dataset/datasets.ts';
import { datasets } from '../../library/dataset/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { intermunicipalities, municipalities } from '../../programme/territory/schema.ts';
import { type Adopter, findAdopter } from './adoptions.ts';

/** The organisations of the intermunicipality of a city: tied to a commune of it in the register, or of its name. */
async function intermunicipalityOf(db: Db, { id, municipalityCode }: Adopter): Promise<string[]> {
  if (municipalityCode === null) return [];
  const [own] = await db
    .select({ siren: intermunicipalities.siren, name: intermunicipalities.name })
    .from(municipalities)
    .innerJoin(intermunicipalities, eq(intermunicipalities.siren, municipalities.intermunicipalitySiren))
    .where(eq(municipalities.code, municipalityCode));
  if (!own) return [];
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
    .where(
      and(
        eq(organisations.kind, 'intermunicipality'),
        or(
          eq(municipalities.intermunicipalitySiren, own.siren),
          sql`${nameKey(organisations.name)} = ${nameKey(sql`${own.name}::text`)}`,
        ),
      ),
    );
  return rows.flatMap((row) => (row.id === id ? [] : [row.id]));
}

/**
 * [RP3] What may be supposed for the city of this person: from the records that it and its intermunicipality declared, of those that
 * this person may read, then from the sheet itself. Nothing for somebody who is of no local authority.
 */
export async function listProposals(
  db: Db,
  { needs, ...asker }: Asker & { needs: readonly SheetNeed[] },
): Promise<Proposal[]> {
  const city = await findAdopter(db, asker);
  return city ? proposalsFrom(needs, await listKnownRecords(db, { city, ...asker })) : [];
}

/** [RP3] What a sheet that asks for these may suppose, of records that are known. */
export function proposalsFrom(needs: readonly SheetNeed[], records: readonly KnownRecord[]): Proposal[] {
  const matched = matchRecords(needs, records);
  const isMatched = new Set(matched.map(({ name }) => name));
  return [...matched, ...nationalProposals(needs).filter(({ name }) => !isMatched.has(name))];
}

/** [RP3] The records that a city and its intermunicipality declared, of those that this person may read. */
export async function listKnownRecords(
  db: Db,
  { city, ...asker }: Asker & { city: Adopter },
): Promise<KnownRecord[]> {
  const readable = isReadableDataset(groupsAllowing(await acquaintancesOf(db, asker), 'dataset.read'));
  const owners = [city.id, ...(await intermunicipalityOf(db, city))];
  const rows = await db
    .select({
      id: datasets.id,
      title: datasets.title,
      schemaName: datasets.schemaName,
      status: datasets.accessStatus,
      organisationId: datasets.organisationId,
    })
    .from(datasets)
    .where(and(readable, inArray(datasets.organisationId, owners)))
    .limit(1_000);
  return rows.map(({ organisationId, ...record }) => ({
    ...record,
    owner: organisationId === city.id ? 'city' : 'intermunicipality',
  }));
}
