import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DayEvent, icalText } from '#shared/meetings/calendar/ical-text.ts';
import { readStrictly } from '#tests/support/meetings/strict-calendar.ts';

const now = new Date('2023-03-14T09:05:07.123Z');
const event: DayEvent = {
  uid: 'card-1.board-1@cordee',
  day: '2023-02-28',
  summary: 'Compter les arbres',
  description: 'Tableau « Arbres »',
  url: 'https://cordee.example/tableaux/1/cartes/2',
  categories: ['Terrain', 'Données'],
};
const textOf = (events: readonly DayEvent[], name = 'Cordée') => icalText({ name, events, now });
/** As a reader does it: RFC 5545, 3.1. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const valueIn = (text: string, name: string) =>
  unfolded(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const unescaped = (value = '') =>
  value.replace(/\\([\\;,n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));

test('[B73] a due day is an event of that whole day, whose end is the day after', () => {
  expect(unfolded(textOf([event]))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cordée//Échéances//FR',
    'CALSCALE:GREGORIAN',
    'NAME:Cordée',
    'X-WR-CALNAME:Cordée',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT',
    'UID:card-1.board-1@cordee',
    'DTSTAMP:20230314T090507Z',
    'DTSTART;VALUE=DATE:20230228',
    'DTEND;VALUE=DATE:20230301',
    'SUMMARY:Compter les arbres',
    'DESCRIPTION:Tableau « Arbres »',
    'URL:https://cordee.example/tableaux/1/cartes/2',
    'CATEGORIES:Terrain,Données',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('[B73] whatever a text holds, lines keep to 75 octets, and a reader finds the text again', () => {
  const lines = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 3 })
    // The sign of half a character is what the strict reader looks for.
    .map((parts) => parts.join('\n').replaceAll('\uFFFD', '?'));
  fc.assert(
    fc.property(lines, (written) => {
      const text = textOf([{ ...event, summary: written }]);
      const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));
      expect(longest).toBeLessThanOrEqual(75);
      expect(readStrictly(text).events).toMatchObject([{ uid: event.uid, start: '20230228' }]);
      const kept = written
        .toWellFormed()
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '');
      expect(unescaped(valueIn(text, 'SUMMARY'))).toBe(kept);
    }),
    { numRuns: 60 },
  );
});

test('[B73] a text cannot begin a line of its own', () => {
  const hostile = 'Fin\r\nEND:VCALENDAR\nBEGIN:VALARM\u2028x\u0085y\u0000z';
  const text = textOf(
    [
      {
        ...event,
        uid: hostile,
        summary: hostile,
        description: hostile,
        url: `https://x/\r\n${hostile}`,
        categories: [hostile],
      },
    ],
    hostile,
  );
  const names = unfolded(text).map((line) => line.split(/[:;]/)[0]);
  expect(names.filter((name) => name === 'END')).toHaveLength(2);
  expect(names).not.toContain('BEGIN:VALARM');
  expect(readStrictly(text).events).toHaveLength(1);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
});

test('[B73] a calendar without events is a calendar', () => {
  expect(textOf([])).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
});
