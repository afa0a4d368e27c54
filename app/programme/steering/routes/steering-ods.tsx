import { ODS_TYPE, odsOf } from '../../../kernel/ods.server.ts';
import { fileAnswer, readTables } from '../exports.server.ts';
import type { Route } from './+types/steering-ods';

/** [PI11] What the page shows as a workbook, a sheet a part. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { tables, name } = await readTables(context, request);
  return fileAnswer(odsOf(tables), ODS_TYPE, `${name}.ods`);
}
