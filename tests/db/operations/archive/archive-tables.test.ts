import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ARCHIVE_TABLES, fieldsOf } from '#db/operations/archive/archive-rows.ts';
import { archiveFields } from '#shared/operations/archive/archive-fields.fr.ts';
import { archiveTables } from '#shared/operations/archive/archive-tables.fr.ts';

test('[OA1] every column that leaves has French words, and no words stand for a column that is not', () => {
  const fields = ARCHIVE_TABLES.flatMap((table) => fieldsOf(table).map(({ name }) => name));
  expect(fields.filter((name) => !archiveFields[name])).toEqual([]);
  // Of people and organisations, and where a file is in the archive.
  const others = ['shortName', 'municipalityCode', 'declaredEmail', 'colour', 'path'];
  const known = new Set([...fields, ...others]);
  expect(Object.keys(archiveFields).filter((name) => !known.has(name))).toEqual([]);
  const names = ARCHIVE_TABLES.map(({ name }) => name);
  expect(Object.keys(archiveTables).filter((name) => !names.includes(name as never))).toEqual([
    'organisations',
    'personnes',
  ]);
});

test('[OA3] no column leaves that opens a door, and none that is named as staying is unknown', () => {
  for (const table of ARCHIVE_TABLES) {
    const columns = Object.keys(getTableColumns(table.table));
    expect((table.omit ?? []).filter((name) => !columns.includes(name))).toEqual([]);
    const leaving = fieldsOf(table).map(({ name }) => name);
    expect(
      leaving.filter((name) => /token|password|^secret|storageKey|email|choice$/i.test(name)),
      getTableName(table.table),
    ).toEqual([]);
  }
});
