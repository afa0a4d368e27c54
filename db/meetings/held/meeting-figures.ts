import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { meetings } from '../meeting/schema.ts';
import { meetingAttendances as attendances } from './schema.ts';

/** What a held meeting was. */
export interface MeetingFigures {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly minutes: number;
  /** How many people were there, guests included. */
  readonly people: number;
  readonly organisations: readonly OrganisationBadge[];
}

/** The closed meetings of a group, the first first, with who was there by organisation. */
export async function listMeetingFigures(
  db: Db,
  { groupId }: { groupId: string },
): Promise<MeetingFigures[]> {
  const held = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), eq(meetings.status, 'held'), isNotNull(meetings.closedAt)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  if (held.length === 0) return [];
  const there = await db
    .select({ meetingId: attendances.meetingId, organisation: organisationBadge })
    .from(attendances)
    .leftJoin(organisations, eq(organisations.id, attendances.organisationId))
    .where(
      and(
        eq(attendances.presence, 'present'),
        inArray(
          attendances.meetingId,
          held.map(({ id }) => id),
        ),
      ),
    );
  return held.map(({ id, title, startsAt, openedAt, closedAt }) => {
    const own = there.filter(({ meetingId }) => meetingId === id);
    const present = new Map(
      own.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation]] : [])),
    );
    const length = openedAt && closedAt ? closedAt.getTime() - openedAt.getTime() : 0;
    return {
      id,
      title,
      startsAt,
      minutes: Math.round(length / 60_000),
      people: own.length,
      organisations: [...present.values()],
    };
  });
}
