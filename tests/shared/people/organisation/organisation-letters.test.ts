import { expect, test } from 'vitest';
import { parseShortName } from '#shared/people/organisation/new-organisation.ts';
import { lettersOf } from '#shared/people/organisation/organisation-letters.ts';

const none = new Set<string>();

test('[O1] letters of a mark are made from the name: of its two words, or the first two of its only one', () => {
  expect(lettersOf('Bourg-en-Bresse', none)).toBe('BB');
  expect(lettersOf('Agen', none)).toBe('AG');
  expect(lettersOf('Évreux', none)).toBe('EV');
  expect(lettersOf('Le Mans', none)).toBe('MA');
  expect(lettersOf('L’Isle-d’Abeau', none)).toBe('IA');
  expect(lettersOf('Œuvreville', none)).toBe('OE');
});

test('[O1] others that read well are taken where the first are another’s; where all are taken, the first again', () => {
  const taken = new Set<string>();
  for (let time = 0; time < 40; time += 1) {
    const letters = lettersOf('Agen', taken);
    expect(parseShortName(letters)).toEqual({ ok: true, value: letters });
    if (taken.has(letters)) {
      expect(letters).toBe('AG');
      expect(taken.size).toBeGreaterThan(8);
      return;
    }
    taken.add(letters);
  }
  expect.unreachable('the letters of one name have an end');
});

test('[O1] a name of signs alone, or of one letter, has letters too', () => {
  for (const name of ['Y', '?!', 'La', 'Ô']) {
    const letters = lettersOf(name, none);
    expect(parseShortName(letters), name).toEqual({ ok: true, value: letters });
  }
});
