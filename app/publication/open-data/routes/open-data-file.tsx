import { redirect } from 'react-router';
import { notFound } from '../../../kernel/access.server.ts';
import { openFile, readOpenData } from '../open-data.server.ts';
import type { Route } from './+types/open-data-file';

/** [OD1] A file of the open data, for anybody and from any other site. [OD3] The catalogue has an address of its own, where its old one leads. */
export async function loader({ params: { fichier }, request, context }: Route.LoaderArgs) {
  if (fichier && /^catalogue\.(?:jsonld|ttl)$/.test(fichier)) return redirect(`/${fichier}`, 301);
  const name = fichier ?? new URL(request.url).pathname.slice(1);
  const file = await openFile(await readOpenData(context), name);
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
