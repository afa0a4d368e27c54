import { and, eq, exists, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { type MissionStanding, missionStandingOf } from '#shared/programme/mission/mission-access.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { consultingMissions, missionCities, missionConsultants } from './schema.ts';

/** The person who asks; null for nobody, and for an account that is suspended. */
export async function findAsking(
  db: Db,
  userId: string,
): Promise<{ platformRole: PlatformRole; organisationId: string | null } | null> {
  const [person] = await db
    .select({ platformRole: users.platformRole, organisationId: users.organisationId })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return person ?? null;
}

/** [MS2] As a column: the experiments of which this person is a consultant at this moment. */
export function experimentsOfConsultant(db: Db, who: Reader): SQL<string[]> {
  const given = db
    .selectDistinct({ id: consultingMissions.experimentId })
    .from(consultingMissions)
    .where(gives(db, who));
  return sql<string[]>`array(${given})`;
}

/** [MS3] What this person is to this mission at this moment; null when it must look absent. */
export async function findMissionStanding(
  db: Db,
  { missionId, ...who }: Reader & { missionId: string },
): Promise<MissionStanding | null> {
  const person = await findAsking(db, who.userId);
  if (!person) return null;
  const [found] = await db
    .select({ isOfCity: isOfCity(db, person.organisationId), isConsultant: isOpenTo(db, who) })
    .from(consultingMissions)
    .where(eq(consultingMissions.id, missionId));
  return found
    ? missionStandingOf({
        platformRole: person.platformRole,
        isOfCity: found.isOfCity === true,
        isConsultant: found.isConsultant === true,
      })
    : null;
}

/** [MS3] Of rows of `consulting_mission`: those that this person may see; undefined for all of them. */
export async function isSeenBy(db: Db, who: Reader): Promise<SQL | undefined> {
  const person = await findAsking(db, who.userId);
  return person ? isSeenByPerson(db, person, who) : sql`false`;
}

/** [MS3] The same for a person who is known already, as `findAsking` finds them. */
export function isSeenByPerson(
  db: Db,
  person: NonNullable<Awaited<ReturnType<typeof findAsking>>>,
  who: Reader,
): SQL | undefined {
  if (canOnPlatform(person.platformRole, 'programme.follow')) return undefined;
  return sql`(${isOfCity(db, person.organisationId)} or ${isOpenTo(db, who)})`;
}

/** [MS3] Of rows of `consulting_mission`: it is for this organisation. */
export function isOfCity(db: Db, organisationId: string | null): SQL<boolean> {
  if (organisationId === null) return sql`false`;
  return exists(
    db
      .select({ one: sql`1` })
      .from(missionCities)
      .where(
        and(
          eq(missionCities.missionId, consultingMissions.id),
          eq(missionCities.organisationId, organisationId),
        ),
      ),
  ) as SQL<boolean>;
}

/** [MS3] The mission itself is its consultants’ from the order on: they prepare it. */
export function isOpenTo(db: Db, { userId, now }: Reader): SQL<boolean> {
  return and(
    eq(consultingMissions.state, 'running'),
    gte(consultingMissions.endsOn, parisDay(now)),
    isNamedOn(db, userId),
  ) as SQL<boolean>;
}

/** [MS2] The experiment from its first day. */
function gives(db: Db, who: Reader): SQL | undefined {
  return and(lte(consultingMissions.startsOn, parisDay(who.now)), isOpenTo(db, who));
}

function isNamedOn(db: Db, userId: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(missionConsultants)
      .innerJoin(users, and(eq(users.id, missionConsultants.userId), isNull(users.suspendedAt)))
      .where(
        and(
          eq(missionConsultants.missionId, consultingMissions.id),
          eq(missionConsultants.userId, userId),
          isNull(missionConsultants.removedAt),
          eq(users.organisationId, consultingMissions.firmId),
        ),
      ),
  );
}
