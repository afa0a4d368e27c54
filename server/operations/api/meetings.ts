import { z } from 'zod';
import { byKind, listReminders, type MeetingReminder } from '#db/meetings/meeting/meeting-reminders.ts';
import { listMeetings, type Meeting } from '#db/meetings/meeting/meetings.ts';
import { ok } from '#shared/kernel/result.ts';
import { phaseOf } from '#shared/meetings/meeting/meeting.ts';
import { paths } from '#shared/paths.ts';
import { answering } from '../../kernel/ready-write.ts';
import { groupFor } from './groups.ts';
import { operation, writeOperation } from './operation.ts';
import { Id, Instant, listOf, Page, pageOf } from './shapes.ts';

const InGroup = z.object({ group: Id });
const OwnWords = z.string().max(20_000);
/** Own words by kind of reminder, each empty where there are none; a kind that is not there is off. */
const Reminders = z.object({ week: OwnWords, day: OwnWords, morning: OwnWords }).partial();
const Shown = z.object({
  id: Id,
  title: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string(),
  link: z.string(),
  description: z.string(),
  reminders: Reminders,
  phase: z.enum(['next', 'running', 'past', 'cancelled']),
  /** The meetings that were planned together have the same one. */
  seriesId: Id.nullable(),
  url: z.url(),
});

function present(
  meeting: Meeting,
  reminders: readonly MeetingReminder[],
  origin: string,
  now: Date,
): z.input<typeof Shown> {
  const { id, title, startsAt, endsAt, place, link, description, seriesId } = meeting;
  return {
    ...{ id, title, place, link, description, seriesId },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    reminders: byKind(reminders.filter(({ meetingId }) => meetingId === id)),
    phase: phaseOf(meeting, now),
    url: origin + paths.meeting(meeting),
  };
}

export const meetingOperations = [
  operation({
    path: '/groups/{group}/meetings',
    name: 'meetings.list',
    scope: 'meetings:read',
    params: InGroup,
    query: Page,
    answer: listOf(Shown),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'meeting.read');
      if (!group.ok) return group;
      const { db, origin, now } = call.services;
      const meetings = await listMeetings(db, { groupIds: [group.value.id] });
      const reminders = await listReminders(
        db,
        meetings.map(({ id }) => id),
      );
      return ok(
        pageOf(
          meetings.map((meeting) => present(meeting, reminders, origin, now())),
          call.query,
        ),
      );
    },
  }),
  writeOperation({
    method: 'post',
    path: '/groups/{group}/meetings',
    name: 'meetings.create',
    scope: 'meetings:write',
    params: InGroup,
    body: z.object({
      title: z.string().max(20_000),
      startsAt: Instant,
      endsAt: Instant,
      place: z.string().max(20_000).default(''),
      link: z.string().max(20_000).default(''),
      description: z.string().max(100_000).default(''),
      invite: z.boolean().default(false),
      held: z.boolean().default(false),
      reminders: Reminders.default({}),
    }),
    success: 201,
    located: ({ id }) => `/meetings/${id}/attendance`,
    answer: z.object({ id: Id, url: z.url() }),
    run: async ({ services, caller, params, body }) => {
      const { held: isHeld, ...meeting } = body;
      const wish = { ...meeting, isHeld, groupId: params.group };
      const ready = await services.operations.ready('meeting.planAt', caller, wish);
      if (!ready.ok) return ready;
      return ok(
        answering(ready.value, ({ id, title }) => ({
          id,
          url: services.origin + paths.meeting({ id, title }),
        })),
      );
    },
  }),
];
