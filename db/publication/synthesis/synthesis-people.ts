import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

/** [A13] Of the programme, missions apart: who runs it, and people of organisations that are no consultancies. */
const isOfProgramme = and(
  isNull(users.suspendedAt),
  or(ne(users.platformRole, 'member'), ne(organisations.kind, 'consultancy')),
);

/** Who may own a chapter, by organisation and name. The caller has checked that this person coordinates. */
export function listPossibleOwners(
  db: Db,
): Promise<{ id: string; name: string; organisation: string | null }[]> {
  return db
    .select({ id: users.id, name: users.name, organisation: organisations.name })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(isOfProgramme)
    .orderBy(asc(organisations.name), asc(users.name))
    .limit(2_000);
}

/** [SY2] The owner of this id; null for none. Refused: 'synthesis.ownerNotFound' (absent, suspended, not of the programme). */
export async function findOwner(db: Db, ownerId: string): Promise<Result<string | null, SynthesisError>> {
  if (ownerId === '') return ok(null);
  const [person] = await db
    .select({ id: users.id })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(users.id, ownerId), isOfProgramme));
  return person ? ok(person.id) : fail('synthesis.ownerNotFound');
}
