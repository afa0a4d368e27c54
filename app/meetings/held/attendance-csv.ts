import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { Attended } from '#shared/meetings/held/attendance.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';

const words = meetingHeld.attendance;

interface Line {
  readonly name: string;
  readonly attended: Attended | null;
}

/** [MR4] The attendance of a meeting, a line a person: the members of the group, then the guests. */
export function attendanceCsv(
  attendees: readonly (Line & { readonly organisation: { readonly name: string } | null })[],
  guests: readonly (Attended & { readonly name: string; readonly organisation: string })[],
): string {
  const clock = (at: Date | null) => (at ? dates.clock(at) : '');
  const line = (organisation: string, { name, attended }: Line) => [
    organisation,
    name,
    attended ? words.presence[attended.presence] : words.unknown,
    attended?.presence === 'present' ? words.mode[attended.mode] : '',
    clock(attended?.arrivedAt ?? null),
    clock(attended?.leftAt ?? null),
  ];
  return csvText(
    [
      [...words.csvColumns],
      ...attendees.map((person) => line(person.organisation?.name ?? '', person)),
      ...guests.map((guest) => line(guest.organisation, { name: guest.name, attended: guest })),
    ],
    'tableur',
  );
}
