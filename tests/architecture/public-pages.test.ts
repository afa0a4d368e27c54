import { expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { PUBLIC_PAGES, PUBLIC_TEXTS, UNLISTED } from '#shared/publication/public-site/public-pages.ts';
import { placesFor } from '#shared/publication/public-site/site-navigation.ts';
import { ROUTE_ROWS } from '#tests/support/route-rows.ts';

/** What stands outside the workspace, whose layout turns visitors away. */
const outside = routes.flatMap(({ path, children }) => (path && !children ? [path] : []));

const registers = { listed: PUBLIC_PAGES, texts: PUBLIC_TEXTS, unlisted: UNLISTED };
const placesOf = (pattern: string) =>
  Object.entries(registers).flatMap(([name, register]) => (pattern in register ? [name] : []));

test('[PS13] every address outside the workspace is on the map of the site, or stands beside it with a reason', () => {
  expect(outside.length).toBeGreaterThan(60);
  expect(outside.filter((pattern) => placesOf(pattern).length !== 1)).toEqual([]);
});

test('[PS13] nothing is on the map, or beside it, that is no address', () => {
  const known = new Set(outside);
  const told = Object.values(registers).flatMap((register) => Object.keys(register));
  expect(told.filter((pattern) => !known.has(pattern))).toEqual([]);
});

test('[PS13] whatever answers a visitor with a page is listed, unless its reason says otherwise', () => {
  const opened = Object.entries(ROUTE_ROWS)
    .filter(([, row]) => row.startsWith('200'))
    // The home of a visitor stands at that of members.
    .map(([pattern]) => pattern || 'accueil');
  expect(opened.filter((pattern) => placesOf(pattern).length === 0)).toEqual([]);
  expect(opened.filter((pattern) => UNLISTED[pattern]?.includes('members'))).toEqual([]);
});

test('[PS13] each text stands under a page that lists its kind', () => {
  const listing = Object.values(PUBLIC_PAGES).map(({ texts }) => texts);
  for (const kind of Object.values(PUBLIC_TEXTS)) expect(listing).toContain(kind);
});

test.each([
  ['/cas-d-usage', 'Cas d’usage', 'page'],
  ['/cas-d-usage/arbres-0123abcd/reproduire', 'Cas d’usage', 'true'],
  ['/entretiens', 'Cas d’usage', 'true'],
  ['/dossiers/arbres-0123abcd', 'Cas d’usage', 'true'],
  ['/documents-publics/guide-0123abcd', 'Guides', 'true'],
  ['/appels', 'Appels', 'page'],
])('[PS9] %s stands under « %s »', (path, label, current) => {
  expect(placesFor(path).filter((place) => place.current)).toMatchObject([{ label, current }]);
});

test('[PS9] a page that stands nowhere marks no place', () => {
  for (const path of ['/', '/aide', '/guidesx', '/carte-postale'])
    expect(placesFor(path).filter(({ current }) => current)).toEqual([]);
});
