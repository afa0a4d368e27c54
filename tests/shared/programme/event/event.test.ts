import { describe, expect, test } from 'vitest';
import { event as words } from '#shared/programme/event/event.fr.ts';
import {
  eventStateAt,
  isLinkShown,
  parseDocument,
  parseEvent,
  parseSecureAddress,
  type TypedEvent,
} from '#shared/programme/event/event.ts';
import { calendarEvent } from '#shared/programme/event/event-calendar.ts';

const typed: TypedEvent = {
  ...{ title: ' Webinaire ', description: ' Les données ', day: '2023-04-12', start: '14:00', endDay: '' },
  ...{ end: '15:30', place: '', link: 'https://visio.exemple/1', capacity: ' 1 200 ', toldTo: 'public' },
};
const faults = (given: Partial<TypedEvent>) => parseEvent({ ...typed, ...given });

describe('[EV2] what a form says of an event', () => {
  test('is read on the clock of Paris, on one day or several', () => {
    expect(parseEvent(typed)).toEqual({
      fields: {
        ...{ title: 'Webinaire', description: 'Les données', place: '', link: 'https://visio.exemple/1' },
        ...{ capacity: 1_200, toldTo: 'public' },
        startsAt: new Date('2023-04-12T12:00:00Z'),
        endsAt: new Date('2023-04-12T13:30:00Z'),
      },
    });
    expect(faults({ endDay: '2023-04-14', end: '12:00', capacity: '' })).toMatchObject({
      fields: { endsAt: new Date('2023-04-14T10:00:00Z'), capacity: null },
    });
  });

  test.each([
    [{ end: '13:00' }, { end: 'event.endBeforeStart' }],
    [{ end: '14:00' }, { end: 'event.endBeforeStart' }],
    [{ endDay: '2023-04-11' }, { end: 'event.endBeforeStart' }],
    [{ endDay: '2023-04-27' }, { end: 'event.tooLong' }],
    [{ day: '2023-02-30' }, { day: 'event.dayInvalid' }],
    [{ day: '2023-03-26', start: '02:30' }, { start: 'event.hourSkipped' }],
    [{ endDay: 'demain' }, { endDay: 'event.dayInvalid' }],
    [{ start: '25:00' }, { start: 'event.timeInvalid' }],
    [{ link: '' }, { place: 'event.whereMissing' }],
    [{ capacity: '0' }, { capacity: 'event.capacityInvalid' }],
    [{ capacity: '-3' }, { capacity: 'event.capacityInvalid' }],
    [{ capacity: '10001' }, { capacity: 'event.capacityInvalid' }],
    [{ title: ' ' }, { title: 'event.titleInvalid' }],
    [{ toldTo: '' }, { toldTo: 'event.toldToMissing' }],
    [{ place: 'a'.repeat(201) }, { place: 'event.placeTooLong' }],
    [{ description: 'a'.repeat(5_001) }, { description: 'event.textTooLong' }],
  ])('%j is refused', (given, told) => {
    expect(faults(given)).toEqual({ faults: told });
  });

  test.each([
    'http://visio.exemple/1',
    'javascript:alert(1)',
    'https://moi:secret@exemple.fr/',
    'visio.exemple',
    `https://exemple.fr/${'a'.repeat(2_000)}`,
  ])('« %s » is no address in it', (link) => {
    expect(faults({ link })).toEqual({ faults: { link: 'event.linkInvalid' } });
    expect(parseSecureAddress(link)).toBeNull();
  });
});

test('[EV9] a document has a title and a secure address', () => {
  expect(parseDocument({ documentTitle: 'Notes', address: 'https://exemple.fr/a' })).toEqual({
    fields: { title: 'Notes', url: 'https://exemple.fr/a' },
  });
  expect(parseDocument({ documentTitle: '', address: 'http://exemple.fr/a' })).toEqual({
    faults: { documentTitle: 'event.titleInvalid', address: 'event.linkInvalid' },
  });
});

test('[EV3] where an event stands', () => {
  const at = (hour: number) => new Date(Date.UTC(2023, 3, 12, hour));
  const event = { startsAt: at(12), endsAt: at(13), publishedAt: at(1), cancelledAt: null };
  expect([at(11), at(12), at(13)].map((now) => eventStateAt(event, now))).toEqual([
    ...['coming', 'running', 'past'],
  ]);
  expect(eventStateAt({ ...event, publishedAt: null }, at(11))).toBe('draft');
  expect(eventStateAt({ ...event, cancelledAt: at(2) }, at(11))).toBe('cancelled');
});

test('[EV4] the video address is told to whoever has a place, and to all of what is open and counts nobody', () => {
  const nobody = { toldTo: 'programme', capacity: null, own: null, mayManage: false } as const;
  expect(isLinkShown(nobody)).toBe(false);
  expect(isLinkShown({ ...nobody, own: 'waiting' })).toBe(false);
  expect(isLinkShown({ ...nobody, own: 'registered' })).toBe(true);
  expect(isLinkShown({ ...nobody, mayManage: true })).toBe(true);
  expect(isLinkShown({ ...nobody, toldTo: 'public' })).toBe(true);
  expect(isLinkShown({ ...nobody, toldTo: 'public', capacity: 3 })).toBe(false);
});

test('[EV7] calendars have it under one name, cancelled when it is', () => {
  const [startsAt, endsAt] = [new Date('2023-04-12T12:00:00Z'), new Date('2023-04-13T13:00:00Z')];
  const event = {
    ...{ id: 'e1', title: 'Webinaire', description: 'Tout', startsAt, endsAt, place: '', sequence: 3 },
    ...{ link: 'https://visio.exemple/1', cancelledAt: startsAt },
  };
  expect(calendarEvent(event, 'https://c.exemple/evenements/e1')).toMatchObject({
    ...{ uid: 'e1@cordee', sequence: 3, isCancelled: true, location: 'https://visio.exemple/1' },
    description: 'Tout\n\nhttps://visio.exemple/1',
  });
  expect(words.when(event)).toBe('du mercredi 12 avril 2023 à 14\u00a0h au jeudi 13 avril 2023 à 15\u00a0h');
});
