import { z } from 'zod';
import { listMeetings, type Meeting } from '#db/meetings/meeting/meetings.ts';
import { ok } from '#shared/kernel/result.ts';
import { phaseOf } from '#shared/meetings/meeting/meeting.ts';
import { paths } from '#shared/paths.ts';
import { answering } from '../../kernel/ready-write.ts';
import { groupFor } from './groups.ts';
import { operation, writeOperation } from './operation.ts';
import { Id, Instant, listOf, Nothing, Page, pageOf } from './shapes.ts';

const InGroup = z.object({ group: Id });
const Shown = z.object({
  id: Id,
  title: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string(),
  link: z.string(),
  description: z.string(),
  phase: z.enum(['next', 'running', 'past', 'cancelled']),
  /** The meetings that were planned together have the same one. */
  seriesId: Id.nullable(),
  url: z.url(),
});

function present(meeting: Meeting, origin: string, now: Date): z.input<typeof Shown> {
  const { id, title, startsAt, endsAt, place, link, description, seriesId } = meeting;
  return {
    ...{ id, title, place, link, description, seriesId },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    phase: phaseOf(meeting, now),
    url: origin + paths.meeting(meeting),
  };
}

export const meetingOperations = [
  operation({
    method: 'get',
    path: '/groups/{group}/meetings',
    name: 'meetings.list',
    scope: 'meetings:read',
    params: InGroup,
    query: Page,
    body: null,
    success: 200,
    answer: listOf(Shown),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'meeting.read');
      if (!group.ok) return group;
      const { db, origin, now } = call.services;
      const meetings = await listMeetings(db, { groupIds: [group.value.id] });
      return ok(
        pageOf(
          meetings.map((meeting) => present(meeting, origin, now())),
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
    query: Nothing,
    body: z.object({
      title: z.string().max(20_000),
      startsAt: Instant,
      endsAt: Instant,
      place: z.string().max(20_000).default(''),
      link: z.string().max(20_000).default(''),
      description: z.string().max(100_000).default(''),
      invite: z.boolean().default(false),
      held: z.boolean().default(false),
    }),
    success: 201,
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
