import { notFound } from '../../../kernel/access.server.ts';
import { openFile, readOpenData } from '../open-data.server.ts';
import type { Route } from './+types/open-data-file';

/** [OD1] A file of the open data, for anybody and from any other site. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const file = await openFile(await readOpenData(context), params.fichier);
  if (!file) throw notFound();
  return new Response(file.body as BodyInit, {
    headers: {
      'Content-Type': file.type,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
