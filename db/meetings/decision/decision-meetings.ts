import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { meetingAttendances, minutes } from '../held/schema.ts';
import { meetings } from '../meeting/schema.ts';

/** The meeting at which a decision was taken, with the names of the organisations that were there. */
export interface DecisionMeeting {
  readonly id: string;
  readonly title: string;
  readonly organisations: readonly string[];
}

/** [DA2] The meeting of which this document is the minutes; null without one. */
export async function findDecisionMeeting(db: Db, documentId: string): Promise<DecisionMeeting | null> {
  const [meeting] = await db
    .select({ id: meetings.id, title: meetings.title })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .where(eq(minutes.documentId, documentId));
  if (!meeting) return null;
  const present = await db
    .selectDistinct({ name: organisations.name })
    .from(meetingAttendances)
    .innerJoin(organisations, eq(organisations.id, meetingAttendances.organisationId))
    .where(and(eq(meetingAttendances.meetingId, meeting.id), eq(meetingAttendances.presence, 'present')))
    .orderBy(asc(organisations.name));
  return { ...meeting, organisations: present.map(({ name }) => name) };
}
