import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { fold } from '#shared/kernel/text/fold.ts';
import { colourFor, judgeNewOrganisation } from '#shared/people/organisation/new-organisation.ts';
import type { OrganisationBadge, OrganisationKind } from '#shared/people/organisation/organisation.ts';
import { lettersOf } from '#shared/people/organisation/organisation-letters.ts';
import { municipalityCodeOf } from '#shared/programme/territory/municipality-code.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { departments, municipalities } from '../../programme/territory/schema.ts';
import { users } from '../person/schema.ts';
import { createOrganisation, organisationBadge } from './organisations.ts';
import { organisations } from './schema.ts';

/** A commune of the register, with what tells it from its namesakes. */
export interface FoundMunicipality {
  readonly code: string;
  readonly name: string;
  /** Name of its department; empty when the register has none. */
  readonly department: string;
}

/** An organisation as whoever administers it sees it. */
export interface ManagedOrganisation extends OrganisationBadge {
  readonly id: Readable<'organisation'>;
  readonly kind: OrganisationKind;
  /** [O8] */
  readonly declaredEmail: string | null;
  readonly municipality: FoundMunicipality | null;
  readonly people: number;
}

const place = {
  code: municipalities.code,
  name: municipalities.name,
  department: sql<string>`coalesce(${departments.name}, '')`,
};

const NAMESAKES_MAX = 20;

/** [O3] The communes that somebody means: the one of this code, or those of this name whatever its accents. Merged ones are left out. */
export function findMunicipalities(db: Db, typed: string): Promise<FoundMunicipality[]> {
  const code = municipalityCodeOf(typed);
  const key = sql`regexp_replace(lower(public.unaccent(${typed.trim()})), '[^a-z0-9]+', ' ', 'g')`;
  const name = sql`regexp_replace(lower(public.unaccent(${municipalities.name})), '[^a-z0-9]+', ' ', 'g')`;
  return db
    .select(place)
    .from(municipalities)
    .leftJoin(departments, eq(departments.code, municipalities.departmentCode))
    .where(and(isNull(municipalities.replacedBy), code ? eq(municipalities.code, code) : eq(name, key)))
    .orderBy(asc(municipalities.code))
    .limit(NAMESAKES_MAX);
}

/** An organisation with its commune and how many people it has; null when there is none of this id. */
export async function findManagedOrganisation(
  db: Db,
  id: Readable<'organisation'>,
): Promise<ManagedOrganisation | null> {
  const [found] = await db
    .select({
      ...organisationBadge,
      kind: organisations.kind,
      declaredEmail: organisations.declaredEmail,
      place,
    })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
    .leftJoin(departments, eq(departments.code, municipalities.departmentCode))
    .where(eq(organisations.id, id));
  if (!found) return null;
  const [members] = await db.select({ people: count() }).from(users).where(eq(users.organisationId, id));
  const { place: municipality, ...organisation } = found;
  return {
    ...organisation,
    id,
    municipality,
    people: members?.people ?? 0,
  };
}

/**
 * [O1] [O2] [O3] Makes an organisation with the colour that suits it, and letters of its name where none are given. Refuses
 * 'organisation.nameTaken', 'organisation.municipalityUnknown' (not in the register, or merged) and 'organisation.municipalityTaken'.
 */
export async function addOrganisation(
  tx: Tx,
  input: {
    id: string;
    name: string;
    shortName: string | null;
    kind: OrganisationKind;
    municipalityCode: string | null;
    now: Date;
  },
): Promise<ReturnType<typeof judgeNewOrganisation>> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cordee.organisations'))`);
  const all = await tx
    .select({ ...organisationBadge, municipalityCode: organisations.municipalityCode })
    .from(organisations);
  const [municipality] = input.municipalityCode ? await findMunicipalities(tx, input.municipalityCode) : [];
  const may = judgeNewOrganisation(input, {
    organisations: all,
    hasMunicipality: municipality?.code === input.municipalityCode,
  });
  if (!may.ok) return may;
  const colours = all.map((organisation) => organisation.colour);
  const letters = new Set(all.map((organisation) => organisation.shortName));
  const shortName = input.shortName ?? lettersOf(input.name, letters);
  await createOrganisation(tx, { ...input, shortName, colour: colourFor(input.kind, colours) });
  return ok();
}

/** What is said of an organisation. */
export interface OrganisationFields {
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  /** Of the register; null for what is no commune. */
  readonly municipalityCode: string | null;
  /** [O8] Where the organisation itself is written to; null when it has not said. */
  readonly declaredEmail: string | null;
}

/** What is to be told of a change. */
interface ChangedOrganisation {
  /** The address that was declared before, when another one or none is now; null otherwise. */
  readonly addressBefore: string | null;
}

/**
 * [O1] [O3] [O8] Changes an organisation; another declared address is a line of the trail. Refused:
 * 'organisation.notFound', 'organisation.nameTaken', and 'organisation.municipalityTaken' when another one is that commune already.
 */
export async function changeOrganisation(
  tx: Tx,
  { id, by, now, ...fields }: OrganisationFields & { id: string; by: string; now: Date },
): Promise<
  Result<
    ChangedOrganisation,
    'organisation.notFound' | 'organisation.nameTaken' | 'organisation.municipalityTaken'
  >
> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cordee.organisations'))`);
  const others = await tx
    .select({ name: organisations.name, municipalityCode: organisations.municipalityCode })
    .from(organisations)
    .where(ne(organisations.id, id));
  if (others.some(({ name }) => fold(name) === fold(fields.name))) return fail('organisation.nameTaken');
  const { municipalityCode } = fields;
  if (municipalityCode !== null && others.some((other) => other.municipalityCode === municipalityCode))
    return fail('organisation.municipalityTaken');
  const [before] = await tx
    .select({ address: organisations.declaredEmail })
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('update');
  if (!before) return fail('organisation.notFound');
  await tx.update(organisations).set(fields).where(eq(organisations.id, id));
  if (before.address === fields.declaredEmail) return ok({ addressBefore: null });
  await recordAudit(tx, {
    actorId: by,
    action: 'organisation.addressDeclared',
    subject: { kind: 'organisation', id, name: fields.name },
    // An address may be somebody's: the line can never be changed.
    payload: { before: printOf(before.address), after: printOf(fields.declaredEmail) },
    now,
  });
  return ok({ addressBefore: before.address });
}

const printOf = (address: string | null) => (address === null ? null : fingerprint(address));
