import { csvOfTables, fileAnswer, readTables } from '../exports.server.ts';
import type { Route } from './+types/steering-csv';

/** [PI11] What the page shows, or one part of it, as CSV. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { tables, name } = await readTables(context, request);
  return fileAnswer(csvOfTables(tables), 'text/csv; charset=utf-8', `${name}.csv`);
}
