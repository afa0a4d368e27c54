import { expect, test } from 'vitest';
import { catalogue, typographicFaults } from '#tests/support/catalogue.ts';

const all = catalogue.filter(([, text]) => !/^[\w.+-]+@|^https?:|^\/|^smtp/.test(text));

test.each(typographicFaults)('[W1] no sentence of the catalogue has %s', (_, pattern) => {
  const wrong = all.filter(([, text]) => pattern.test(text)).map(([at, text]) => `${at}: ${text}`);
  expect(wrong).toEqual([]);
});

test('[W1] the catalogue was really read', () => {
  expect(all.length).toBeGreaterThan(40);
});
