import { eq } from 'drizzle-orm';
import type { OrganisationBadge, OrganisationKind } from '#shared/organisation/organisation.ts';
import type { Db } from './client.ts';
import { organisations } from './schema/organisation.ts';

/** Columns of an organisation as screens show it. */
export const organisationBadge = {
  id: organisations.id,
  name: organisations.name,
  shortName: organisations.shortName,
  colour: organisations.colour,
};

/** An organisation's name, letters and colour, or null. */
export async function findOrganisationBadge(db: Db, id: string): Promise<OrganisationBadge | null> {
  const [found] = await db.select(organisationBadge).from(organisations).where(eq(organisations.id, id));
  return found ?? null;
}

/** Every organisation, in French alphabetical order. */
export async function listOrganisations(db: Db): Promise<(OrganisationBadge & { kind: OrganisationKind })[]> {
  const rows = await db.select({ ...organisationBadge, kind: organisations.kind }).from(organisations);
  const { compare } = new Intl.Collator('fr');
  return rows.sort((a, b) => compare(a.name, b.name));
}

/** Stores an organisation; `municipalityCode` ties it to the register when it is a commune of it. */
export async function createOrganisation(
  db: Db,
  input: OrganisationBadge & { kind: OrganisationKind; municipalityCode: string | null; now: Date },
): Promise<void> {
  const { now, ...row } = input;
  await db.insert(organisations).values({ ...row, createdAt: now });
}
