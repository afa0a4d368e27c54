import type { RouterContextProvider } from 'react-router';
import { readSteering } from '#db/programme/steering/steering.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { steering as words } from '#shared/programme/steering/steering.fr.ts';
import { type SteeringTable, steeringTables } from '#shared/programme/steering/tables.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { madeFile } from '../../kernel/made-file.server.ts';
import { type AskedSteering, requireSteeringFile } from './scope.server.ts';

/** [PI11] The tables of the page that is asked, all or one (`partie`), and the name of the file without its end. */
export async function readTables(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<{ tables: SteeringTable[]; name: string; asked: AskedSteering }> {
  const asked = await requireSteeringFile(context, request);
  // A page says what it shows instead; a file of another day than the one asked would mislead.
  if (asked.day.error) throw notFound();
  const { db } = context.get(servicesContext);
  const all = steeringTables(await readSteering(db, asked.scope), asked.scope.end);
  const part = new URL(request.url).searchParams.get('partie');
  const tables = part === null ? all : all.filter(({ key }) => key === part);
  if (tables.length === 0) throw notFound();
  return { tables, name: words.fileName(asked.season.name, asked.scope.day), asked };
}

/** [PI11] One table as it is; several as lines of part, row, column and value, which programs read without guessing. */
export function csvOfTables(tables: readonly SteeringTable[]): string {
  const [only, ...others] = tables;
  const rows =
    only && others.length === 0
      ? [only.columns, ...only.rows]
      : [words.tables.long, ...tables.flatMap(longRows)];
  return csvText(
    rows.map((row) => row.map(String)),
    'tableur',
  );
}

function longRows({ title, columns, rows }: SteeringTable): (string | number)[][] {
  return rows.flatMap(([name = '', ...cells]) =>
    cells.map((cell, at) => [title, name, columns[at + 1] ?? '', cell]),
  );
}

/** A file that a browser saves under this name. */
export function fileAnswer(body: BodyInit | Uint8Array, type: string, name: string): Response {
  return madeFile(
    body,
    `attachment; filename="pilotage.${name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    { contentType: type },
  );
}
