import { describe, expect, test } from 'vitest';
import { isDay } from '#shared/kernel/day/days.ts';
import { instantOfLocal, passageOf } from '#shared/meetings/meeting/local-time.ts';
import { checkSpan } from '#shared/meetings/meeting/meeting.ts';
import { fieldOf, planSpans } from '#shared/meetings/meeting/plan.ts';
import { follow, localSpanOf, spansOfDays } from '#shared/meetings/meeting/reschedule.ts';

const instant = (day: string, time: string) => {
  const found = instantOfLocal(day, time);
  return found.ok ? found.value.toISOString() : found.error;
};

describe('[M2] the clock of Paris', () => {
  test.each([
    ['2023-01-10', '14:00', '2023-01-10T13:00:00.000Z'],
    ['2023-07-10', '14:00', '2023-07-10T12:00:00.000Z'],
    ['2023-03-26', '01:59', '2023-03-26T00:59:00.000Z'],
    ['2023-03-26', '03:00', '2023-03-26T01:00:00.000Z'],
    ['2023-10-29', '02:30', '2023-10-29T00:30:00.000Z'],
  ])('%s at %s is %s', (day, time, wanted) => expect(instant(day, time)).toBe(wanted));

  test.each(['02:00', '02:30', '02:59'])('jumps over %s on 26 March 2023', (time) =>
    expect(instant('2023-03-26', time)).toBe('meeting.hourSkipped'),
  );

  test.each(['2023-02-30', '2023-13-01', '14/03/2023', '', '2023-3-1', '0000-01-01'])(
    '%o is no day',
    (day) => {
      expect(isDay(day)).toBe(false);
      expect(instant(day, '14:00')).toBe('meeting.dayInvalid');
    },
  );

  test.each(['', '24:00', '12:60', '9:00', 'midi'])('%o is no time', (time) =>
    expect(instant('2023-03-14', time)).toBe('meeting.timeInvalid'),
  );

  test('shows one hour twice in the night of 29 October 2023', () => {
    expect(passageOf(new Date('2023-10-29T00:30:00Z'))).toBe('first');
    expect(passageOf(new Date('2023-10-29T01:30:00Z'))).toBe('second');
    expect(passageOf(new Date('2023-10-29T03:30:00Z'))).toBeNull();
    expect(passageOf(new Date('2023-03-14T13:00:00Z'))).toBeNull();
  });
});

describe('[M6] the rest of a series', () => {
  const hours = { start: '14:00', end: '16:00' };
  const [winter, summer] = (() => {
    const spans = spansOfDays(['2023-03-21', '2023-03-28'], hours);
    return spans.ok ? spans.value : [];
  })();

  test('stays at the same hours of Paris when clocks change', () => {
    expect(winter?.startsAt.toISOString()).toBe('2023-03-21T13:00:00.000Z');
    expect(summer?.startsAt.toISOString()).toBe('2023-03-28T12:00:00.000Z');
  });

  test('goes as many days further, at the new hours', () => {
    if (!summer) throw new Error('a span was expected');
    const from = { day: '2023-03-21', ...hours };
    const moved = follow(summer, { from, to: { day: '2023-03-23', start: '09:30', end: '11:00' } });
    expect(moved).toEqual({
      ok: true,
      value: { startsAt: new Date('2023-03-30T07:30:00Z'), endsAt: new Date('2023-03-30T09:00:00Z') },
    });
  });

  test('is refused as a whole when one of its days has not the hour', () => {
    const night = { start: '02:30', end: '04:00' };
    expect(spansOfDays(['2023-03-19', '2023-03-26'], night)).toEqual({
      ok: false,
      error: 'meeting.hourSkipped',
    });
  });
});

describe('[M1] [M2] a meeting in the night in which clocks change', () => {
  const night = (day: string, start: string, end: string) => ({ when: { day, start, end }, repeat: null });
  const spanOf = (wish: ReturnType<typeof night>) => {
    const spans = planSpans(wish);
    return spans.ok ? spans.value[0] : undefined;
  };

  test.each([
    ['2023-03-26', '01:30', '03:30', 1],
    ['2026-03-29', '01:30', '03:30', 1],
    ['2023-10-29', '01:30', '03:30', 3],
    ['2026-10-25', '01:30', '03:30', 3],
    // Both are the first passage of their hour.
    ['2023-10-29', '02:00', '02:30', 0.5],
    ['2023-10-29', '02:30', '03:00', 1.5],
  ])('of %s from %s to %s lasts %d h, and is shown at its own hours', (day, start, end, hours) => {
    const span = spanOf(night(day, start, end));
    if (!span) throw new Error('a span was expected');
    expect((span.endsAt.getTime() - span.startsAt.getTime()) / 3_600_000).toBe(hours);
    expect(checkSpan(span).ok).toBe(true);
    expect(localSpanOf(span)).toEqual({ day, start, end });
  });

  test.each([
    ['02:00', '04:00', 'start'],
    ['01:00', '02:30', 'end'],
  ])('from %s to %s on 26 March 2023 is refused beside its %s', (start, end, field) => {
    const wish = night('2023-03-26', start, end);
    expect(planSpans(wish)).toEqual({ ok: false, error: 'meeting.hourSkipped' });
    expect(fieldOf('meeting.hourSkipped', wish)).toBe(field);
  });

  test('does not end in the second passage of the hour in which it begins', () => {
    const span = spanOf(night('2023-10-29', '02:50', '02:10'));
    expect(span && checkSpan(span)).toEqual({ ok: false, error: 'meeting.endBeforeStart' });
  });
});
