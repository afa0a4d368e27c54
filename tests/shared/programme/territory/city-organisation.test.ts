import { expect, test } from 'vitest';
import {
  type CityToPlace,
  cityOfProgramme,
  type PlacedOrganisation,
  placeCities,
} from '#shared/programme/territory/city-organisation.ts';

const city = (code: string, name: string, department = 'Ain'): CityToPlace => ({ code, name, department });
const organisation = (
  id: string,
  name: string,
  more: Partial<PlacedOrganisation> = {},
): PlacedOrganisation => ({
  ...{ id, name, shortName: 'ZZ', colour: 0, kind: 'municipality', municipalityCode: null },
  ...more,
});

test('[T12] a commune is refused that is unknown, merged, or of none of the 222 conventions', () => {
  const bourg = { ...city('01053', 'Bourg-en-Bresse'), isMerged: false, isInProgramme: true };
  expect(cityOfProgramme(bourg)).toEqual({ ok: true, value: city('01053', 'Bourg-en-Bresse') });
  expect(cityOfProgramme(null)).toEqual({ ok: false, error: 'city.unknown' });
  expect(cityOfProgramme({ ...bourg, isMerged: true })).toEqual({ ok: false, error: 'city.merged' });
  expect(cityOfProgramme({ ...bourg, isInProgramme: false })).toEqual({
    ok: false,
    error: 'city.outOfProgramme',
  });
});

test('[T12] a city keeps the organisation of its code, whatever that is called', () => {
  const there = [organisation('a', 'La capitale', { municipalityCode: '01053', kind: 'agency' })];
  expect(placeCities([city('01053', 'Bourg-en-Bresse')], there)).toMatchObject([{ does: 'keep', id: 'a' }]);
});

test('[T12] else the municipality of its name is tied, « Ville de … » after the very name, and once', () => {
  const place = (name: string, there: PlacedOrganisation[]) => placeCities([city('01053', name)], there)[0];
  for (const written of ['BOURG EN BRESSE', 'Ville de Bourg-en-Bresse', 'Mairie de Bourg-en-Bresse'])
    expect(place('Bourg-en-Bresse', [organisation('a', written)]), written).toMatchObject({
      does: 'tie',
      id: 'a',
    });
  expect(place('Agen', [organisation('a', 'Ville d’Agen')])).toMatchObject({ does: 'tie', id: 'a' });
  const both = [organisation('a', 'Agen'), organisation('b', 'Ville d’Agen')];
  expect(place('Agen', both)).toMatchObject({ does: 'tie', id: 'a' });
  expect(place('Agen', both.toReversed())).toMatchObject({ does: 'tie', id: 'a' });
  for (const other of [
    organisation('a', 'Agen', { kind: 'consultancy' }),
    organisation('a', 'Agen', { municipalityCode: '47001' }),
  ])
    expect(place('Agen', [other]), other.kind).toMatchObject({ does: 'make', name: 'Agen (Ain)' });
  expect(placeCities([city('1', 'Agen'), city('2', 'Agen', '')], [organisation('a', 'Agen')])).toMatchObject([
    { does: 'tie' },
    { does: 'make', name: 'Agen (2)' },
  ]);
});

test('[T12] [O1] [O2] else one is made: its name is its own, its letters and its colour suit those before', () => {
  const made = placeCities(
    [city('01', 'Bar'), city('02', 'Baz'), city('03', 'Bar', 'Meuse'), city('04', 'Bar', 'Meuse')],
    [organisation('a', 'Barbe', { shortName: 'BA', colour: 1, municipalityCode: '99' })],
  );
  expect(made).toMatchObject([
    { name: 'Bar', shortName: 'BR', colour: 2 },
    { name: 'Baz', shortName: 'BZ', colour: 3 },
    { name: 'Bar (Meuse)', shortName: 'AR', colour: 4 },
    { name: 'Bar (04)', shortName: 'B1', colour: 5 },
  ]);
});
