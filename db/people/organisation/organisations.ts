import { eq, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { colourFor } from '#shared/people/organisation/new-organisation.ts';
import type { OrganisationBadge, OrganisationKind } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from './schema.ts';

/** Columns of an organisation as screens show it. */
export const organisationBadge = {
  id: organisations.id,
  name: organisations.name,
  shortName: organisations.shortName,
  colour: organisations.colour,
};

/** An organisation's name, letters and colour, and what it is; or null. */
export async function findOrganisationBadge(
  db: Db,
  id: string,
): Promise<(OrganisationBadge & { readonly kind: OrganisationKind }) | null> {
  const [found] = await db
    .select({ ...organisationBadge, kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, id));
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

/** [O1] [O2] Makes an organisation with the colour that suits it. Refuses 'organisation.nameTaken'. */
export async function addOrganisation(
  tx: Tx,
  input: { id: string; name: string; shortName: string; kind: OrganisationKind; now: Date },
): Promise<Result<void, 'organisation.nameTaken'>> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cordee.organisations'))`);
  const all = await listOrganisations(tx);
  const { compare } = new Intl.Collator('fr', { sensitivity: 'base' });
  if (all.some(({ name }) => compare(name, input.name) === 0)) return fail('organisation.nameTaken');
  const colour = colourFor(
    input.kind,
    all.map((organisation) => organisation.colour),
  );
  await createOrganisation(tx, { ...input, colour, municipalityCode: null });
  return ok();
}
