import { describe, expect, test } from 'vitest';
import { agendaBalance, moveTo, parseMinutes, rankKey } from '#shared/meetings/meeting/agenda.ts';

describe('[M8] the agenda', () => {
  test.each([
    ['15', 15],
    [' 480 ', 480],
    ['0', null],
    ['481', null],
    ['1.5', null],
    ['', null],
    ['dix', null],
  ])('a length of %o minutes is %s', (text, wanted) => {
    const parsed = parseMinutes(text);
    expect(parsed.ok ? parsed.value : null).toBe(wanted);
  });

  test('sums what is accepted against the length of the meeting', () => {
    const span = { startsAt: new Date('2023-03-21T13:00:00Z'), endsAt: new Date('2023-03-21T14:30:00Z') };
    const items = [
      { status: 'accepted' as const, minutes: 60 },
      { status: 'accepted' as const, minutes: 45 },
      { status: 'proposed' as const, minutes: 120 },
    ];
    expect(agendaBalance(items, span)).toEqual({ total: 105, length: 90, left: -15 });
  });

  test('a point moves to a rank, kept within the list', () => {
    expect(moveTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
    expect(moveTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moveTo(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a']);
    expect(moveTo(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  });

  test('keys of ranks compare as ranks do', () => {
    expect([10, 2, 0, 59].map(rankKey).sort()).toEqual([0, 2, 10, 59].map(rankKey));
  });
});
