import { describe, expect, test } from 'vitest';
import { icalText } from '#shared/meetings/calendar/ical-text.ts';
import { overlaps, parseMeetingLink, phaseOf } from '#shared/meetings/meeting/meeting.ts';
import { meetingEvent } from '#shared/meetings/meeting/meeting-event.ts';
import { MeetingTextsInput, PlanInput } from '#shared/meetings/meeting/plan-input.ts';
import { unreminded } from '#tests/support/meetings/typed-reminders.ts';

const at = (hour: number) => new Date(Date.UTC(2023, 2, 21, hour));
const texts = { title: 'Séance 6', place: '', link: '', description: '' };

describe('[M1] what a meeting says', () => {
  test('is trimmed to lines, and its link is one of the web', () => {
    const given = {
      ...texts,
      title: ' Séance\n 6 ',
      place: ' Mairie,\n salle 2 ',
      link: ' https://visio.example/x ',
    };
    expect(MeetingTextsInput.parse(given)).toEqual({
      ...texts,
      place: 'Mairie, salle 2',
      link: 'https://visio.example/x',
    });
  });

  test.each(['visio.example', 'javascript:alert(1)', 'https://', 'ftp://visio.example', 'https://a b'])(
    'a link %o is refused',
    (link) => expect(parseMeetingLink(link)).toEqual({ ok: false, error: 'meeting.linkInvalid' }),
  );

  test('is refused field by field, all of them at once, beside when it would end before it starts', () => {
    const when = { day: '2023-03-21', start: '16:00:00', end: '14:00' };
    const once = { repeat: '', endsBy: 'times', times: '', until: '', isHeld: '', invite: '' };
    const { error } = PlanInput.safeParse({
      ...texts,
      ...when,
      ...unreminded,
      ...once,
      title: ' ',
      link: 'ftp://x',
    });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['title', 'title.empty'],
      ['link', 'meeting.linkInvalid'],
      ['end', 'meeting.endBeforeStart'],
    ]);
  });
});

test('[M7] meetings overlap when one begins before the other ends; one after the other do not', () => {
  const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
  expect(overlaps(span(13, 15), span(14, 16))).toBe(true);
  expect(overlaps(span(13, 15), span(12, 17))).toBe(true);
  expect(overlaps(span(13, 15), span(15, 16))).toBe(false);
});

test.each([
  ['planned', null, 12, 'next'],
  ['planned', null, 14, 'next'],
  ['planned', null, 15, 'past'],
  ['planned', 13, 16, 'running'],
  ['held', 13, 16, 'past'],
  ['cancelled', null, 12, 'cancelled'],
] as const)('[M5] %s, opened at %s, is at %i h: %s', (status, opened, hour, phase) => {
  const openedAt = opened === null ? null : at(opened);
  expect(phaseOf({ status, openedAt, startsAt: at(13), endsAt: at(15) }, at(hour))).toBe(phase);
});

test('[M9] a meeting in a calendar: instants, sequence, who asks whom, and no line that people’s words could add', () => {
  const meeting = {
    ...texts,
    id: 'm1',
    title: 'Séance 6 ; relevés\r\nATTENDEE:x',
    place: 'Mairie, salle 2',
    startsAt: at(13),
    endsAt: at(15),
    status: 'planned' as const,
    sequence: 3,
  };
  const event = meetingEvent(meeting, {
    url: 'https://c.example/seances/m1',
    groupName: 'Nature',
    about: '',
  });
  const people = {
    organizer: { name: 'Nature "en ville"\r\nX', email: 'c@c.example' },
    attendee: { name: 'Nadia', email: 'nadia@v.example' },
  };
  const ask = { name: null, method: 'REQUEST' as const, now: at(9) };
  const text = icalText({ ...ask, events: [{ ...event, people }] }).replaceAll('\r\n ', '');
  const lines = text.split('\r\n');
  expect(lines).toEqual(expect.arrayContaining(['METHOD:REQUEST', 'UID:m1@cordee', 'SEQUENCE:3']));
  expect(lines).toEqual(expect.arrayContaining(['DTSTART:20230321T130000Z', 'DTEND:20230321T150000Z']));
  expect(lines).toEqual(expect.arrayContaining(['STATUS:CONFIRMED', 'LOCATION:Mairie\\, salle 2']));
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
    'ATTENDEE;CN="Nadia";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:nadia@v.example',
  ]);
  expect(text).toContain('ORGANIZER;CN="Nature  en ville');
  const cancelled = meetingEvent({ ...meeting, status: 'cancelled' }, { url: '', groupName: '', about: '' });
  expect(icalText({ ...ask, method: 'CANCEL', events: [cancelled] })).toContain('STATUS:CANCELLED\r\n');
});
