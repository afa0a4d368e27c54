import { describe, expect, test } from 'vitest';
import { openNeeds, openObjects, openSchema } from '#shared/publication/open-data/open-table.ts';
import { openTables } from '#shared/publication/open-data/sheet-tables.ts';
import { openSheets } from '#tests/support/library/open-sheets.ts';

const origin = 'https://cordee.example';
const tablesWith = (includesClosed: boolean) => openTables({ origin, sheets: openSheets, includesClosed });

describe('open tables', () => {
  test('[OD1] each published sheet is a line, with its cities, its days and its permanent address', () => {
    const [sheets] = tablesWith(false);
    if (!sheets) throw new Error('a table was expected');
    expect(openObjects(sheets)[0]).toMatchObject({
      titre: 'Arbres & ombrage',
      villes: ['Valmont', 'Saint-Aubin'],
      codes_insee: ['01004'],
      jours_agents: 32,
      debut: '2022-10-13',
      publiee_le: '2023-05-01',
      mise_a_jour_le: '2023-05-12',
      adresse: `${origin}/cas-d-usage/arbres-et-ombrage-0a1b2c3d`,
    });
    expect(openObjects(sheets)[1]).toMatchObject({ taille: null, codes_insee: [], debut: null });
  });

  test('[OD1] every line has a cell for every column, and the schema names them all', () => {
    for (const table of tablesWith(true)) {
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      const { fields } = openSchema(table) as { fields: { name: string }[] };
      expect(fields.map(({ name }) => name)).toEqual(table.columns.map(({ name }) => name));
    }
  });

  test('[OD2] closed needs are left out, unless the programme chose to tell them with their reason', () => {
    const names = (includesClosed: boolean) =>
      tablesWith(includesClosed)
        .filter(({ key }) => key === 'besoins-de-donnees')
        .flatMap((table) => openObjects(table).map(({ jeu }) => jeu));
    expect(names(false)).toEqual(['Inventaire des arbres', 'Relevés de crue']);
    expect(names(true)).toEqual(['Inventaire des arbres', 'Réseaux enterrés', 'Relevés de crue']);
    for (const { facts } of openSheets)
      for (const { status } of openNeeds(facts, false)) expect(status).toBe('open');
  });

  test('[OD1] tables of nothing have no day', () => {
    for (const { rows, updatedAt } of openTables({ origin, sheets: [], includesClosed: false })) {
      expect(rows).toEqual([]);
      expect(updatedAt).toBeNull();
    }
  });
});
