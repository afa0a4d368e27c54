import { data } from 'react-router';
import { documentPast as words } from '#shared/documents/document-past.fr.ts';
import { memberContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { madeFile } from '../../kernel/made-file.server.ts';
import { contributionsCsv, loadContributions } from '../history/contributions.server.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-contributions';

/** [V6] The parts of organisations in the text of a document, as a file. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { document } = await requireDocument(context, params.document, 'document.read');
  const contributions = await loadContributions(context, document.id);
  const name = encodeURIComponent(`${words.who.csvName(document.title)}.csv`);
  return madeFile(
    contributionsCsv(contributions),
    `attachment; filename="auteurs.csv"; filename*=UTF-8''${name}`,
  );
}

export function action() {
  throw data(null, { status: 405 });
}
