import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import type { MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { type Gesture, gesturesOf } from '../../kernel/gesture.server.ts';
import { refuseBy } from '../../kernel/refusal.server.ts';

/** The meeting whose page it is, and who looks at it. */
export interface HeldPage {
  readonly meeting: MeetingForMember;
  readonly userId: string;
}

type OnText = (services: Services, page: HeldPage, form: FormData) => Promise<Result<unknown, DomainError>>;

/** What reads or writes the live text of the minutes: no operation does. */
function onText(right: GroupAction, run: OnText, page: typeof paths.meetingMinutes): Gesture<HeldPage> {
  return {
    async perform(context, held, form) {
      if (!canInGroup(held.meeting.group.role, right)) throw forbidden();
      const done = await run(context.get(servicesContext), held, form);
      if (done.ok) return { to: page(held.meeting) };
      return refuseBy({ error: done.error, fields: { '': done.error } }, { form: '' });
    },
  };
}

/** Begins the minutes from the agenda, and goes to that page. */
export const beginMinutesAt = (page: typeof paths.meetingMinutes) =>
  onText(
    'minutes.write',
    async ({ db, meetingMinutes, now }, { meeting, userId }) => {
      const items = await listAgenda(db, { meetingId: meeting.id, userId, now: now() });
      const accepted = items.filter(({ status }) => status === 'accepted');
      return meetingMinutes.begin(meeting, userId, accepted);
    },
    page,
  );

const { meetingMinutes: here } = paths;

/** What the buttons of the page of the minutes do. */
export const minutesGestures = {
  begin: beginMinutesAt(here),
  sheet: onText(
    'minutes.write',
    ({ meetingMinutes }, { meeting, userId }) => meetingMinutes.addSheet(meeting, userId),
    here,
  ),
  submit: onText(
    'minutes.write',
    ({ meetingMinutes }, { meeting, userId }) => meetingMinutes.submit(meeting, userId),
    here,
  ),
  approve: onText(
    'minutes.approve',
    ({ meetingMinutes }, { meeting, userId }, form) =>
      meetingMinutes.approve(meeting, userId, String(form.get('at') ?? '')),
    here,
  ),
  takeBack: gesturesOf(({ meeting }: HeldPage) => ({ meetingId: meeting.id }))('minutes.takeApprovalBack', {
    fields: {},
    done: (_made, { meeting }) => here(meeting),
  }),
};
