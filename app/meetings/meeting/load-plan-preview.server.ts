import type { RouterContextProvider } from 'react-router';
import { listOverlaps } from '#db/meetings/meeting/meeting-people.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import type { DomainError } from '#shared/errors.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { passageOf } from '#shared/meetings/meeting/local-time.ts';
import { statusAtPlanning } from '#shared/meetings/meeting/meeting.ts';
import { PlanInput } from '#shared/meetings/meeting/plan-input.ts';
import { servicesContext } from '../../context.ts';
import { notOurs, refuse } from '../../kernel/refusal.server.ts';

/** [M4] [M7] What a form would plan, and what takes place at the same time: nothing is written. Refused as the planning itself would be. */
export async function loadPlanPreview(
  context: Readonly<RouterContextProvider>,
  form: FormData,
  { groupId, userId }: { groupId: Readable<'group'>; userId: string },
) {
  const { db, now } = context.get(servicesContext);
  const at = now();
  const values: Record<string, string> = {};
  // Boxes that are not ticked are not sent.
  for (const name of ['isHeld', 'invite', 'remindWeek', 'remindDay', 'remindMorning']) values[name] = '';
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
  const parsed = PlanInput.safeParse(values);
  if (!parsed.success) {
    const { issues } = parsed.error;
    if (issues.some(({ code }) => code !== 'custom')) throw notOurs();
    return refuse(
      Object.fromEntries(issues.map(({ path, message }) => [path[0], message as DomainError])),
      values,
    );
  }
  const { day, spans, frequency, isHeld } = parsed.data;
  for (const span of spans) {
    const status = statusAtPlanning(span, { isHeld, now: at });
    if (!status.ok) return refuse({ day: status.error }, values);
  }
  const seen = await listGroupsForMember(db, { userId, now: at });
  const seenGroupIds = seen.map(({ id }) => id);
  const overlaps = await listOverlaps(db, { groupId, spans, exceptIds: [], seenGroupIds, now: at });
  const planned = spans.map((span) => ({ ...span, passage: passageOf(span.startsAt) }));
  return { errors: {}, values, preview: { frequency, day, spans: planned, overlaps } };
}
