import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import type { MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import { heldDone as words } from '#shared/meetings/held/held-done.fr.ts';
import type { MinutesStatus } from '#shared/meetings/held/minutes.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { forbidden } from '../../kernel/access.server.ts';
import type { Done } from '../../kernel/done.server.ts';
import { type Gesture, gesturesOf } from '../../kernel/gesture.server.ts';
import { refuseBy } from '../../kernel/refusal.server.ts';

/** The meeting whose page it is, and who looks at it. */
export interface HeldPage {
  readonly meeting: MeetingForMember;
  readonly userId: string;
}

type OnText = (services: Services, page: HeldPage, form: FormData) => Promise<Result<unknown, DomainError>>;
type Following = (meeting: MeetingForMember) => Done;

/** What reads or writes the live text of the minutes: no operation does. */
function onText(right: GroupAction, run: OnText, next: Following): Gesture<HeldPage> {
  return {
    async perform(context, held, form) {
      if (!canInGroup(held.meeting.group.role, right)) throw forbidden();
      const done = await run(context.get(servicesContext), held, form);
      if (done.ok) return next(held.meeting);
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
    (meeting) => ({ to: page(meeting), said: words.minutesBegun, focus: 'compte-rendu' }),
  );

/** At one of the steps of the minutes. */
const at =
  (step: MinutesStatus, said: string): Following =>
  (meeting) => ({ to: paths.meetingMinutes(meeting), said, focus: step });

/** What the buttons of the page of the minutes do. */
export const minutesGestures = {
  begin: beginMinutesAt(paths.meetingMinutes),
  sheet: onText(
    'minutes.write',
    ({ meetingMinutes }, { meeting, userId }) => meetingMinutes.addSheet(meeting, userId),
    at('draft', words.sheetAdded),
  ),
  submit: onText(
    'minutes.write',
    ({ meetingMinutes }, { meeting, userId }) => meetingMinutes.submit(meeting, userId),
    at('submitted', words.submitted),
  ),
  approve: onText(
    'minutes.approve',
    ({ meetingMinutes }, { meeting, userId }, form) =>
      meetingMinutes.approve(meeting, userId, String(form.get('at') ?? '')),
    at('approved', words.approved),
  ),
  takeBack: gesturesOf(({ meeting }: HeldPage) => ({ meetingId: meeting.id }))('minutes.takeApprovalBack', {
    fields: {},
    done: (_made, { meeting }) => at('approved', words.approvalTakenBack)(meeting),
  }),
};
