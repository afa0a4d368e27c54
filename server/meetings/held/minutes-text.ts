import type { Attendee, Guest } from '#db/meetings/held/meeting-attendances.ts';
import type { MeetingVote } from '#db/meetings/held/meeting-votes.ts';
import { type BlockNode, b, h2, p, table } from '#db/seed/builders/prose.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { Attended } from '#shared/meetings/held/attendance.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { minutes } from '#shared/meetings/held/minutes.fr.ts';
import { outcomeOf } from '#shared/meetings/held/vote-outcome.fr.ts';

const words = minutes.text;

/** [MR12] What minutes begin with: when and where, then a heading for each item of the agenda, to be filled. */
export function firstText(
  meeting: { readonly startsAt: Date; readonly endsAt: Date; readonly place: string },
  agenda: readonly { readonly title: string }[],
): BlockNode[] {
  const { startsAt, endsAt, place } = meeting;
  return [
    p(words.when(dates.day(startsAt), dates.clock(startsAt), dates.clock(endsAt))),
    ...(place ? [p(words.place(place))] : []),
    ...agenda.flatMap(({ title }, index) => [h2(words.item(index + 1, title)), p()]),
  ];
}

/** The attendance and the votes, as they stand at the end of the minutes, and so in every export. */
export function sheetText({
  attendees,
  guests,
  votes,
}: {
  readonly attendees: readonly Attendee[];
  readonly guests: readonly Guest[];
  readonly votes: readonly MeetingVote[];
}): BlockNode[] {
  const people = attendees.flatMap(({ name, organisation, attended }) =>
    attended
      ? [[organisation?.name ?? meetingHeld.attendance.withoutOrganisation, name, saidOf(attended)]]
      : [],
  );
  people.sort(([a = '', c = ''], [d = '', e = '']) => inFrench(a, d) || inFrench(c, e));
  const invited = guests.map((guest) => [guest.organisation, guest.name, saidOf(guest)]);
  const closed = votes.flatMap(({ question, choices, result }) =>
    result ? [[question, outcomeOf(choices, result).join(' ')]] : [],
  );
  return [
    h2(words.attendance),
    table({ header: [words.organisation, words.person, words.presence], rows: [...people, ...invited] }),
    ...(closed.length > 0
      ? [
          h2(words.votes),
          table({ header: [words.question, words.outcome].map((head) => b(head)), rows: closed }),
        ]
      : []),
  ];
}

function saidOf({ presence, mode, leftAt }: Attended): string {
  const { attendance } = meetingHeld;
  if (presence !== 'present') return attendance.presence[presence];
  const how = `${attendance.presence.present}, ${attendance.mode[mode]}`;
  return leftAt ? `${how}, ${attendance.left(dates.clock(leftAt))}` : how;
}
