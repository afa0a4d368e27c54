import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { mayReadProgramme, programmeStandingOf } from '#shared/people/organisation/organisation-access.ts';
import type { Db } from '../../kernel/client.ts';
import { notificationSettings } from '../../news/notification/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { consultingMissions, missionConsultants } from '../../programme/mission/schema.ts';

/** [MS2] Of a row of `user`: named on a mission that runs at this moment. */
const hasMission = (today: string) =>
  sql<boolean>`exists (select from ${missionConsultants} join ${consultingMissions}
    on ${consultingMissions.id} = ${missionConsultants.missionId}
    where ${missionConsultants.userId} = ${users.id} and ${missionConsultants.removedAt} is null
      and ${consultingMissions.state} = 'running'
      and ${today}::date between ${consultingMissions.startsOn} and ${consultingMissions.endsOn})`;

/** [NL4] To whom newsletters go: everybody of the programme who did not end them and is not suspended. Gives their ids. */
export async function listNewsletterReaders(db: Db, { today }: { today: string }): Promise<string[]> {
  const rows = await db
    .select({
      id: users.id,
      platformRole: users.platformRole,
      organisationKind: organisations.kind,
      hasMission: hasMission(today),
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(notificationSettings, eq(notificationSettings.userId, users.id))
    .where(
      and(
        isNull(users.suspendedAt),
        or(isNull(notificationSettings.userId), eq(notificationSettings.newsletter, true)),
      ),
    )
    .orderBy(asc(users.id));
  return rows.filter((row) => mayReadProgramme(programmeStandingOf(row))).map(({ id }) => id);
}
