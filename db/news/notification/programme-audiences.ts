import { inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Audience } from '#shared/people/activity/programme-events.ts';
import { TERRITORY_KINDS } from '#shared/people/organisation/organisation.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { isAuthorOf, mayAssess } from '../../programme/application/application-rights.ts';
import { applicationCoLeads, applications } from '../../programme/application/schema.ts';
import { eventRegistrations } from '../../programme/event/schema.ts';
import { isInTeamOf } from '../../programme/experiment/experiment-rights.ts';
import { territorialFacilitators } from '../../programme/facilitator/schema.ts';
import { localIssueCities, stakeholderInterviews, watchNotes } from '../../programme/local-issue/schema.ts';
import { missionCities, missionConsultants } from '../../programme/mission/schema.ts';
import { trackOrganisations, trackPeople } from '../../programme/track/schema.ts';
import { isConcernedBy } from '../../publication/adoption/adoption-interests.ts';

const { id: userId, organisationId } = users;

/** [NO12] Of rows of `user`: the event concerns them, whose object has this id, at the moment of telling. Whether they may know of it is asked beside. */
export const AUDIENCES: Readonly<Record<Audience, (objectId: string) => SQL | undefined>> = {
  /** Of a month of the log and of a data need: that of its experiment. */
  team: (id) => isInTeamOf(sql`${id.split('/')[0]}`),
  sharingCities: (id) =>
    sql`${organisationId} in (select ${localIssueCities.organisationId} from ${localIssueCities} where ${localIssueCities.issueId} = ${id}
      and ${isNull(localIssueCities.leftAt)})`,
  keepingCity: (id) =>
    sql`${organisationId} in (
      select ${stakeholderInterviews.organisationId} from ${stakeholderInterviews} where ${stakeholderInterviews.id} = ${id}
      union select ${watchNotes.organisationId} from ${watchNotes} where ${watchNotes.id} = ${id})`,
  trackPeople: (id) =>
    sql`(${userId} in (select ${trackPeople.userId} from ${trackPeople} where ${trackPeople.trackId} = ${id})
      or ${organisationId} in (select ${trackOrganisations.organisationId} from ${trackOrganisations}
        where ${trackOrganisations.trackId} = ${id}))`,
  localAuthorities: () =>
    sql`${organisationId} in (select ${organisations.id} from ${organisations} where ${inArray(organisations.kind, [...TERRITORY_KINDS])})`,
  callWriters: (id) =>
    sql`${organisationId} in (
      select ${applications.organisationId} from ${applications} where ${applications.callId} = ${id}
      union select ${applicationCoLeads.organisationId} from ${applicationCoLeads}
        join ${applications} on ${applications.id} = ${applicationCoLeads.applicationId} where ${applications.callId} = ${id})`,
  assessors: mayAssess,
  applicationAuthors: isAuthorOf,
  missionPeople: (id) =>
    or(
      sql`${organisationId} in (select ${missionCities.organisationId} from ${missionCities} where ${missionCities.missionId} = ${id})`,
      sql`${userId} in (select ${missionConsultants.userId} from ${missionConsultants}
        where ${missionConsultants.missionId} = ${id} and ${isNull(missionConsultants.removedAt)})`,
    ),
  interested: isConcernedBy,
  structure: (id) =>
    sql`${organisationId} in (select ${territorialFacilitators.organisationId} from ${territorialFacilitators}
      where ${territorialFacilitators.id} = ${id})`,
  /** Who may read it is asked of each. */
  everybody: () => undefined,
  /** Who waits for a place too. */
  registered: (id) =>
    sql`${userId} in (select ${eventRegistrations.userId} from ${eventRegistrations} where ${eventRegistrations.eventId} = ${id})`,
};
