import type { RouterContextProvider } from 'react-router';
import { includesClosedNeeds } from '#db/library/need/closed-needs.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { catalogueOf } from '#shared/publication/open-data/catalogue.ts';
import {
  cellText,
  type OpenTable,
  openObjects,
  openSchema,
} from '#shared/publication/open-data/open-table.ts';
import { openTables } from '#shared/publication/open-data/sheet-tables.ts';
import { servicesContext } from '../../context.ts';
import { ODS_TYPE, odsOf } from '../../kernel/ods.server.ts';
import { turtleOf } from './turtle.server.ts';

/** More than the programme has cities, conventions and seasons. */
const SHEETS_MAX = 5_000;

/** [OD1] What the open data of the site are made of, now. */
export async function readOpenData(context: Readonly<RouterContextProvider>) {
  const { db, origin, now } = context.get(servicesContext);
  const [{ sheets }, includesClosed] = await Promise.all([
    listPublicSheets(db, { size: SHEETS_MAX }),
    includesClosedNeeds(db),
  ]);
  const given = { origin, sheets, includesClosed };
  return { ...given, tables: openTables(given), now: now() };
}

interface OpenFile {
  readonly body: string | Uint8Array;
  readonly type: string;
}

type OpenData = Awaited<ReturnType<typeof readOpenData>>;

const FORMATS: Record<string, (table: OpenTable) => OpenFile> = {
  json: (table) => ({ body: JSON.stringify(openObjects(table)), type: 'application/json' }),
  'schema.json': (table) => ({ body: JSON.stringify(openSchema(table)), type: 'application/json' }),
  csv: ({ columns, rows }) => ({
    body: csvText(
      [columns.map(({ name }) => name), ...rows.map((row) => row.map((cell) => String(cellText(cell))))],
      'csv',
    ),
    type: 'text/csv; charset=utf-8',
  }),
  ods: ({ title, columns, rows }) => ({
    body: odsOf([
      { title, columns: columns.map(({ name }) => name), rows: rows.map((row) => row.map(cellText)) },
    ]),
    type: ODS_TYPE,
  }),
};

/** [OD1] [OD3] The file of this name; null when there is none. */
export async function openFile(data: OpenData, name: string): Promise<OpenFile | null> {
  const [, key = '', format = ''] = /^([a-z-]+)\.([a-z.]+)$/.exec(name) ?? [];
  if (key === 'catalogue') {
    const catalogue = catalogueOf(data);
    if (format === 'jsonld')
      return { body: JSON.stringify(catalogue), type: 'application/ld+json; charset=utf-8' };
    return format === 'ttl' ? { body: await turtleOf(catalogue), type: 'text/turtle; charset=utf-8' } : null;
  }
  const table = data.tables.find((one) => one.key === key);
  return (table && FORMATS[format]?.(table)) ?? null;
}
