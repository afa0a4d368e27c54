import { eq, sql } from 'drizzle-orm';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { OrganisationBadge, OrganisationKind } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from './schema.ts';

/** Columns of an organisation as screens show it. */
export const organisationBadge = {
  id: organisations.id,
  name: organisations.name,
  shortName: organisations.shortName,
  colour: organisations.colour,
};

/** Somebody's own organisation. */
export interface OwnOrganisation extends OrganisationBadge {
  readonly kind: OrganisationKind;
  /** [AT5] A structure of the network of territorial facilitators is this organisation. */
  readonly hasTerritory: boolean;
}

const hasTerritory = sql<boolean>`exists (select from territorial_facilitator f where f.organisation_id = ${organisations.id} and f.removed_at is null)`;

/** An organisation's name, letters and colour, and what it is; or null. */
export async function findOrganisationBadge(db: Db, id: string): Promise<OwnOrganisation | null> {
  const [found] = await db
    .select({ ...organisationBadge, kind: organisations.kind, hasTerritory })
    .from(organisations)
    .where(eq(organisations.id, id));
  return found ?? null;
}

/** Every organisation, in French alphabetical order. */
export async function listOrganisations(db: Db): Promise<(OrganisationBadge & { kind: OrganisationKind })[]> {
  const rows = await db.select({ ...organisationBadge, kind: organisations.kind }).from(organisations);
  return rows.sort((a, b) => inFrench(a.name, b.name));
}

/** Stores an organisation; `municipalityCode` ties it to the register when it is a commune of it. */
export async function createOrganisation(
  db: Db,
  input: OrganisationBadge & {
    kind: OrganisationKind;
    municipalityCode: string | null;
    declaredEmail?: string;
    now: Date;
  },
): Promise<void> {
  const { now, ...row } = input;
  await db.insert(organisations).values({ ...row, createdAt: now });
}
