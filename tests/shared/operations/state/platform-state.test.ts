import { describe, expect, test } from 'vitest';
import { platformState as words } from '#shared/operations/state/platform-state.fr.ts';
import {
  faultOf,
  levelOfBackup,
  levelOfLoop,
  levelOfSpace,
} from '#shared/operations/state/platform-state.ts';

const now = new Date('2023-05-10T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('[EP3] what a figure calls for', () => {
  test('a disk of which less than 15 % is free, or that is not known', () => {
    expect(levelOfSpace({ free: 15, total: 100 })).toBe('fine');
    expect(levelOfSpace({ free: 14.9, total: 100 })).toBe('watch');
    expect(levelOfSpace({ free: 0, total: 0 })).toBe('unknown');
  });

  test('a backup that is older than two days, or that was never made', () => {
    expect(levelOfBackup(daysAgo(2), now)).toBe('fine');
    expect(levelOfBackup(daysAgo(2.1), now)).toBe('watch');
    expect(levelOfBackup(null, now)).toBe('watch');
  });

  test('an event loop that is late by more than 200 ms', () => {
    expect(levelOfLoop(200)).toBe('fine');
    expect(levelOfLoop(201)).toBe('watch');
    expect(levelOfLoop(null)).toBe('unknown');
  });
});

describe('[EP5] why a job failed', () => {
  test('is told by the code of the error or of what caused it, and never by its words', () => {
    expect(faultOf({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:25' })).toBe(
      'unreachable',
    );
    expect(faultOf({ message: 'Failed query', cause: { code: 'ENOSPC' } })).toBe('diskFull');
    expect(faultOf({ code: 'EENVELOPE', message: 'no such user somebody@ville.example' })).toBe(
      'refusedRecipient',
    );
    expect(faultOf({ message: 'job timed out' })).toBe('tooLong');
  });

  test('whatever the queue kept of it', () => {
    for (const kept of [
      null,
      undefined,
      'text',
      12,
      [],
      {},
      { code: 7 },
      { code: '__proto__' },
      { cause: null },
    ])
      expect(faultOf(kept)).toBe('other');
  });
});

describe('[EP3] figures in words', () => {
  test('sizes and durations as people say them', () => {
    expect([words.size(900), words.size(2_400_000), words.size(81_500_000_000)]).toEqual([
      '1 Ko',
      '2 Mo',
      '81,5 Go',
    ]);
    expect([words.duration(59), words.duration(3_700), words.duration(90_000)]).toEqual([
      '0 minute',
      '1 heure et 1 minute',
      '1 jour et 1 heure',
    ]);
  });
});
