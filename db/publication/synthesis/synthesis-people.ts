import { and, asc, eq, isNull, ne, notInArray, or } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { MARKET_KINDS } from '#shared/people/organisation/organisation.ts';
import { canInSynthesis, type SynthesisRole } from '#shared/publication/synthesis/synthesis-access.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

/** [A13] Of the programme, missions apart: who runs it, and people of organisations that do not work for others. */
const isOfProgramme = and(
  isNull(users.suspendedAt),
  or(ne(users.platformRole, 'member'), notInArray(organisations.kind, [...MARKET_KINDS])),
);

/** [SY1] Who may own a chapter, by organisation and name, for whoever manages syntheses; for others nobody. */
export async function listPossibleOwners(
  db: Db,
  role: SynthesisRole,
): Promise<{ id: string; name: string; organisation: string | null }[]> {
  if (!canInSynthesis(role, 'synthesis.manage')) return [];
  return db
    .select({ id: users.id, name: users.name, organisation: organisations.name })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(isOfProgramme)
    .orderBy(asc(organisations.name), asc(users.name))
    .limit(2_000);
}

/** [SY2] The owner of this id; null for none. Refused: 'synthesis.ownerNotFound' (absent, suspended, not of the programme). */
export async function findOwner(
  db: Db,
  ownerId: string,
): Promise<Result<string | null, 'synthesis.ownerNotFound'>> {
  if (ownerId === '') return ok(null);
  const [person] = await db
    .select({ id: users.id })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(users.id, ownerId), isOfProgramme));
  return person ? ok(person.id) : fail('synthesis.ownerNotFound');
}
