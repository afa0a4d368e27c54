import { expect, test } from 'vitest';
import { cityImport as words } from '#shared/programme/territory/city-import.fr.ts';
import { decideCityImport } from '#shared/programme/territory/city-import.ts';
import { judgeImportToUndo } from '#shared/programme/territory/city-import-undo.ts';
import type { PlacedOrganisation } from '#shared/programme/territory/city-organisation.ts';
import {
  CASTELBRUME,
  SAINT_AUBIN,
  sampleEntries,
  tableOf,
  VALMONT,
} from '#tests/support/programme/city-files.ts';

const there: PlacedOrganisation = {
  ...{ id: 'a', name: 'Ville de Valmont-sur-Loire', shortName: 'VL', colour: 1 },
  ...{ kind: 'municipality', municipalityCode: null },
};

test('[T13] an import says of each commune of the 222 what becomes of its organisation, and of no other', () => {
  const decision = decideCityImport(tableOf([VALMONT, SAINT_AUBIN, CASTELBRUME]), sampleEntries, {
    ...{ agreements: [], places: [], organisations: [there] },
  });
  if (!decision.ok) throw new Error('refused');
  expect(decision.value.organisations.map(words.organisation)).toEqual([
    'Rattachée à l’organisation qui existe : Ville de Valmont-sur-Loire.',
    'Nouvelle organisation : Saint-Aubin-les-Marais, lettres SA.',
  ]);
  expect(words.planned(decision.value)).toContain('1 organisation nouvelle, 1 organisation rattachée');
});

test('[T4] an empty name says nothing, and is no difference', () => {
  const decision = decideCityImport(tableOf([[...VALMONT].with(1, '')]), sampleEntries, {
    ...{ agreements: [], places: [], organisations: [] },
  });
  expect(decision.ok && decision.value.warnings).toEqual([]);
});

test('[T13] only the last import is undone, while nothing counts on it', () => {
  expect(judgeImportToUndo({ before: 'then', isLast: true, inUse: 0 })).toEqual({ ok: true, value: 'then' });
  expect(judgeImportToUndo({ before: 'then', isLast: true, inUse: 1 })).toEqual({
    ok: false,
    error: 'cityImport.inUse',
  });
  for (const asked of [null, { before: 'then', isLast: false, inUse: 0 }])
    expect(judgeImportToUndo(asked)).toEqual({ ok: false, error: 'cityImport.notLast' });
});
