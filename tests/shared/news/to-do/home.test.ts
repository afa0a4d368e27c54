import { expect, test } from 'vitest';
import { home } from '#shared/news/to-do/home.fr.ts';

test('[HO1] the home page calls one’s organisation what it is', () => {
  expect(home.yours('municipality')).toMatch(/^Votre ville/);
  expect(home.yours('intermunicipality')).toMatch(/^Votre intercommunalité/);
  for (const kind of ['consultancy', 'territorialFacilitator'] as const)
    expect(home.yours(kind)).toMatch(/^Votre organisation/);
});
