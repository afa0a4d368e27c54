import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LogMinute, versionsOf } from '#shared/documents/history/document-versions.ts';

const start = Date.parse('2026-03-03T09:00:00Z');
/** A minute so many minutes after nine o’clock. */
const minute = (at: number, seq: number, ...writers: string[]): LogMinute => ({
  seq,
  firstSeq: seq,
  firstAt: new Date(start + at * 60_000),
  lastAt: new Date(start + at * 60_000 + 20_000),
  writers,
});
const cut = (...minutes: LogMinute[]) =>
  versionsOf(minutes).map(({ seq, writers }) => `${seq} ${writers.join('+')}`);

describe('[V3] versions form by themselves', () => {
  test('at a pause of ten minutes, and not before', () => {
    expect(cut(minute(0, 1, 'anna'), minute(9, 2, 'anna'), minute(20, 3, 'anna'))).toEqual([
      '2 anna',
      '3 anna',
    ]);
  });
  test('when others take over after three minutes; not when they take turns', () => {
    expect(cut(minute(0, 1, 'anna'), minute(5, 2, 'boris'))).toEqual(['1 anna', '2 boris']);
    expect(cut(minute(0, 1, 'anna'), minute(1, 2, 'boris'), minute(2, 3, 'anna'))).toEqual(['3 anna+boris']);
    expect(cut(minute(0, 1, 'anna'), minute(5, 2, 'anna', 'boris'))).toEqual(['2 anna+boris']);
  });
  test('a minute whose writers the log does not name goes with the one before', () => {
    expect(cut(minute(0, 1, 'anna'), minute(5, 2), minute(6, 3, 'anna'))).toEqual(['3 anna']);
  });
  test('every minute is in exactly one version, in order', () => {
    const logs = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.subarray(['anna', 'boris', 'chloé'])))
      .map((steps) => {
        let at = 0;
        return steps.map(([pause, writers], index) => {
          at += pause;
          return minute(at, index + 1, ...writers);
        });
      });
    fc.assert(
      fc.property(logs, (log) => {
        const versions = versionsOf(log);
        expect(versions.flatMap(({ minutes }) => minutes)).toEqual(log);
        for (const { seq, minutes } of versions) expect(seq).toBe(minutes.at(-1)?.seq);
      }),
    );
  });
});
