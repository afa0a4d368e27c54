import { and, desc, eq } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type AdoptionRole,
  adoptionRoleOf,
  canInAdoption,
  isAdopter,
} from '#shared/publication/adoption/adoption-access.ts';
import type { FeasibilityAnswers } from '#shared/publication/adoption/feasibility.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { type Asker, findExperimentPerson } from '../../programme/experiment/experiment-rights.ts';
import { municipalities } from '../../programme/territory/schema.ts';
import { type AdoptedSheet, findPublishedSheet, findSheetAt, isOfSheet } from './adopted-sheets.ts';
import { adoptionSteps, adoptions } from './schema.ts';

/** A local authority that may repeat use cases. */
export interface Adopter {
  readonly id: string;
  readonly name: string;
  /** Its commune in the register; null when the register does not know it. */
  readonly municipalityCode: string | null;
  readonly departmentCode: string | null;
  readonly population: number | null;
}

async function findOrganisation(db: Db, organisationId: string): Promise<Adopter | null> {
  const [found] = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      municipalityCode: organisations.municipalityCode,
      departmentCode: municipalities.departmentCode,
      population: municipalities.population,
    })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
    .where(eq(organisations.id, organisationId));
  if (!found || !isAdopter(found.kind)) return null;
  const { kind, ...adopter } = found;
  return adopter;
}

/** [RP5] The local authority of this person; null for nobody, for a suspended account, and for people of other organisations. */
export async function findAdopter(db: Db, asker: Asker): Promise<Adopter | null> {
  const person = await findExperimentPerson(db, asker);
  return person?.organisationId ? findOrganisation(db, person.organisationId) : null;
}

/** A city’s check of a sheet, for those who may read all of it. */
export interface AdoptionForReader {
  readonly id: Readable<'adoption'>;
  readonly role: AdoptionRole;
  readonly city: Adopter;
  /** As it is public today, or was last. */
  readonly sheet: AdoptedSheet;
  readonly answers: FeasibilityAnswers;
  readonly note: string;
  readonly departmentCode: string | null;
  /** What the sheet asked for when it was answered, on its publication of that day. */
  readonly needs: readonly SheetNeed[];
  readonly sheetPublishedAt: Date;
  readonly revision: number;
  readonly interest: InterestState | null;
  readonly boardId: string | null;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

/** [RP5] The check, for its city and the coordination; null for everybody else, as when there is none. */
export async function findAdoption(
  db: Db,
  { adoptionId, ...asker }: Asker & { adoptionId: string },
): Promise<AdoptionForReader | null> {
  const [found] = await db
    .select({ adoption: adoptions, updatedBy: users.name })
    .from(adoptions)
    .leftJoin(users, eq(users.id, adoptions.updatedBy))
    .where(eq(adoptions.id, adoptionId));
  const person = found && (await findExperimentPerson(db, asker));
  if (!found || !person) return null;
  const { sheetId, organisationId, createdAt, createdBy, ...row } = found.adoption;
  const role = adoptionRoleOf(person, organisationId);
  const city = await findOrganisation(db, organisationId);
  const sheet = await findPublishedSheet(db, sheetId);
  if (!role || !canInAdoption(role, 'check.read') || !city || !sheet) return null;
  return {
    ...row,
    id: asReadable(row.id),
    departmentCode: city.departmentCode ?? row.departmentCode,
    role,
    city,
    sheet,
    updatedBy: found.updatedBy,
  };
}

/** The id of the check that this person's city made of this sheet, or null. */
export async function findOwnAdoption(
  db: Db,
  { sheetId, ...asker }: Asker & { sheetId: string },
): Promise<string | null> {
  const city = await findAdopter(db, asker);
  if (!city) return null;
  const [found] = await db
    .select({ id: adoptions.id })
    .from(adoptions)
    .where(and(eq(adoptions.sheetId, sheetId), eq(adoptions.organisationId, city.id)));
  return found?.id ?? null;
}

/** A check that nobody else changes until the end of the transaction. */
export interface HeldAdoption {
  readonly id: string;
  readonly interest: InterestState | null;
  readonly role: AdoptionRole;
}

/** Holds a check, so that gestures follow one another; null when it must look absent. */
export async function holdAdoption(
  tx: Tx,
  { adoptionId: id, ...asker }: Asker & { adoptionId: string },
): Promise<HeldAdoption | null> {
  const [row] = await tx
    .select({ organisationId: adoptions.organisationId, interest: adoptions.interest })
    .from(adoptions)
    .where(eq(adoptions.id, id))
    .for('update');
  const person = row && (await findExperimentPerson(tx, asker));
  const role = person ? adoptionRoleOf(person, row.organisationId) : null;
  return row && role ? { id, interest: row.interest, role } : null;
}

/** What a city says of a sheet; `adoptionId` is new, and serves when there is no check yet. */
export interface AdoptionDraft extends Asker {
  readonly adoptionId: string;
  readonly address: string;
  readonly answers: FeasibilityAnswers;
  readonly note: string;
  readonly departmentCode: string | null;
  /** The revision that was on the page; 0 for none. */
  readonly seen: number;
}

/** Why a check is not kept: who asks is of no local authority, the sheet is gone or tells their own experiment, a colleague kept another one since `seen`. */
type SaveRefusal =
  | 'access.notFound'
  | 'adoption.noCity'
  | 'adoption.sheetGone'
  | 'adoption.ownSheet'
  | 'adoption.changedMeanwhile';

/** [RP5] Keeps what the city of this person answers, on the publication of today. */
export async function saveAdoption(
  tx: Tx,
  { adoptionId, address, seen, userId, now, ...said }: AdoptionDraft,
): Promise<Result<{ id: string; title: string }, SaveRefusal>> {
  const city = await findAdopter(tx, { userId, now });
  if (!city) return fail('adoption.noCity');
  const sheet = await findSheetAt(tx, address);
  if (!sheet) return fail('access.notFound');
  if (!sheet.isPublic) return fail('adoption.sheetGone');
  const pair = { sheetId: sheet.id, organisationId: city.id };
  if (await isOfSheet(tx, pair)) return fail('adoption.ownSheet');
  const { facts, publishedAt: sheetPublishedAt, title } = sheet;
  const asked = new Set(facts.needs.map(({ name }) => name));
  const data = said.answers.data.filter(({ name }) => asked.has(name));
  const kept = {
    ...said,
    answers: { data, conditions: said.answers.conditions },
    needs: [...facts.needs],
    sheetPublishedAt,
    revision: seen + 1,
    updatedBy: userId,
    updatedAt: now,
  };
  if (seen === 0) {
    const made = await tx
      .insert(adoptions)
      .values({ id: adoptionId, ...pair, ...kept, createdBy: userId, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: adoptions.id });
    return made.length > 0 ? ok({ id: adoptionId, title }) : fail('adoption.changedMeanwhile');
  }
  const [changed] = await tx
    .update(adoptions)
    .set(kept)
    .where(
      and(
        eq(adoptions.sheetId, pair.sheetId),
        eq(adoptions.organisationId, city.id),
        eq(adoptions.revision, seen),
      ),
    )
    .returning({ id: adoptions.id });
  return changed ? ok({ id: changed.id, title }) : fail('adoption.changedMeanwhile');
}

/** A dated line of an interest, with the name of whoever took the step. */
export interface AdoptionStep {
  readonly rank: number;
  readonly to: InterestState;
  readonly reason: string;
  readonly at: Date;
  readonly byName: string | null;
}

/** [RP6] The steps of an interest, the last one first. */
export function listAdoptionSteps(db: Db, adoptionId: Readable<'adoption'>): Promise<AdoptionStep[]> {
  const { rank, to, reason, at } = adoptionSteps;
  return db
    .select({ rank, to, reason, at, byName: users.name })
    .from(adoptionSteps)
    .leftJoin(users, eq(users.id, adoptionSteps.by))
    .where(eq(adoptionSteps.adoptionId, adoptionId))
    .orderBy(desc(rank))
    .limit(200);
}
