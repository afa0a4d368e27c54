import { expect, test } from 'vitest';
import { type ListedCity, listingOf } from '#shared/programme/territory/city-list.ts';

const city = (name: string, region: string, agreement: string, isInProgramme = true): ListedCity => ({
  code: name,
  name,
  population: 20_000,
  department: { code: '90', name: 'Haut-Marais' },
  region: { code: region, name: region },
  intermunicipality: 'CA du Pays d’Œuvre',
  agreement: { id: agreement, name, isInProgramme, signedOn: null },
});

const cities = [
  city('Valmont-sur-Loire', 'Marais', 'ACV001'),
  city('Élancourt', 'Marais', 'ACV001'),
  city('Dreux', 'Marais', 'ACV003'),
  city('Castelbrume', 'Écume', 'ACV002'),
  city('Tardive', 'Écume', 'ACV223', false),
];
const all = { query: '', region: '', withLater: false };
const names = (filter: Partial<typeof all>) =>
  listingOf(cities, { ...all, ...filter }).groups.flatMap((group) => group.cities.map(({ name }) => name));

test('[T11] cities come by region, both in French alphabetical order', () => {
  expect(listingOf(cities, all).groups.map(({ region }) => region.name)).toEqual(['Écume', 'Marais']);
  expect(names({})).toEqual(['Castelbrume', 'Dreux', 'Élancourt', 'Valmont-sur-Loire']);
});

test('[T11] the counts are those of what is shown, conventions counted once', () => {
  expect(listingOf(cities, all)).toMatchObject({ shown: { cities: 4, agreements: 3 }, laterCities: 1 });
  expect(listingOf(cities, { ...all, region: 'Marais' }).shown).toEqual({ cities: 3, agreements: 2 });
});

test('[T7] later signatories are shown on request only', () => {
  expect(names({})).not.toContain('Tardive');
  expect(names({ withLater: true })).toContain('Tardive');
});

test.each([
  ['valmont sur', ['Valmont-sur-Loire']],
  ['ELANC', ['Élancourt']],
  ['pays d oeuvre', ['Castelbrume', 'Dreux', 'Élancourt', 'Valmont-sur-Loire']],
  ['nulle part', []],
])('[T11] a search for « %s » forgets accents, case and hyphens', (query, found) => {
  expect(names({ query })).toEqual(found);
});

test('[T11] the regions to choose from do not shrink with the search', () => {
  expect(listingOf(cities, { ...all, query: 'dreux' }).regions.map(({ name }) => name)).toEqual([
    'Écume',
    'Marais',
  ]);
});
