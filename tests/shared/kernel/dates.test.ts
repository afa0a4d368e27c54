import { describe, expect, test } from 'vitest';
import { dates } from '#shared/kernel/dates.fr.ts';

const now = new Date('2023-03-14T13:00:00Z');

describe('dates in words', () => {
  test.each([
    ['2023-03-14T12:59:40Z', 'à l’instant'],
    ['2023-03-14T12:55:00Z', 'il y a 5 minutes'],
    ['2023-03-14T08:05:00Z', 'aujourd’hui, 9\u00a0h\u00a005'],
    ['2023-03-13T15:20:00Z', 'hier, 16\u00a0h\u00a020'],
    ['2023-03-09T08:00:00Z', 'jeudi, 9\u00a0h'],
    ['2023-03-01T08:00:00Z', '1er mars'],
    ['2022-03-08T08:00:00Z', '8 mars 2022'],
    // Midnight in Paris is still the evening before in universal time.
    ['2023-03-13T23:30:00Z', 'aujourd’hui, 0\u00a0h\u00a030'],
  ])('%s is « %s » on 14 March 2023 at 14\u00a0h', (iso, words) => {
    expect(dates.relative(new Date(iso), now)).toBe(words);
  });

  test('a clock that is off by up to three days makes no negative duration of it', () => {
    for (let minutes = -3 * 1440; minutes <= 3 * 1440; minutes += 7) {
      const words = dates.relative(new Date(now.getTime() + minutes * 60_000), now);
      expect(words).toMatch(
        /^(à l’instant|il y a [1-9]\d? minutes?|aujourd’hui, .+|hier, .+|\p{L}+, .+|\d{1,2} mars)$/u,
      );
      if (minutes > 0) expect(words).not.toMatch(/^(il y a|hier|à l’instant)/);
    }
  });

  test.each([
    ['2023-03-14T13:00:00Z', 'Aujourd’hui à 14\u00a0h'],
    ['2023-03-14T22:30:00Z', 'Aujourd’hui à 23\u00a0h\u00a030'],
    ['2023-03-14T23:30:00Z', 'Demain à 0\u00a0h\u00a030'],
    // The clocks of Paris go forward on the 26th.
    ['2023-04-01T07:00:00Z', 'Samedi 1er avril à 9\u00a0h'],
    ['2024-01-02T08:00:00Z', 'Mardi 2 janvier 2024 à 9\u00a0h'],
  ])('%s, to come, is « %s »', (iso, words) => {
    expect(dates.ahead(new Date(iso), now)).toBe(words);
  });

  test('the exact date names the day and the hour of Paris', () => {
    expect(dates.exact(now)).toBe('mardi 14 mars 2023 à 14\u00a0h');
    expect(dates.day(new Date('2023-06-01T22:30:00Z'))).toBe('vendredi 2 juin 2023');
    expect(dates.short(new Date('2023-07-01T12:00:00Z'))).toBe('1er juillet 2023');
  });
});
