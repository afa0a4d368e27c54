import { Link } from 'react-router';
import { findImport } from '#db/documents/conversion/document-imports.ts';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { conversionPage as words } from '#shared/documents/conversion/conversion-page.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { LossList } from '../conversion/loss-list.tsx';
import type { Route } from './+types/document-import';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document: { id, title, group } }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupDocuments(titled), label: documentWords.documents },
      { href: paths.document({ id, title }), label: title },
      { href: paths.documentImport({ id, title }), label: words.reportTitle },
    ];
  },
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const documentId = idOfSegment(params.document);
  const document =
    documentId && (await findDocumentForMember(db, { documentId, userId: member.id, now: now() }));
  if (!document) throw notFound();
  const { id, title, group } = document;
  return {
    document: { id, title, group: { id: group.id, name: group.name } },
    came: await findImport(db, { documentId: id }),
  };
}

export default function DocumentImport({ loaderData: { document, came } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.reportTitle, document.title)}</title>
      <header className="stack mb-6">
        <h1>{words.reportTitle}</h1>
        <p className="lead">
          {came ? words.reportLead(came.fileName, came.by, dates.exact(came.at)) : words.reportNone}
        </p>
      </header>
      {came && (
        <section className="plate pt-4">
          <LossList losses={came.losses} />
        </section>
      )}
      <p className="mt-6">
        <Link className="btn primary" to={paths.document(document)}>
          {words.backToDocument}
        </Link>
      </p>
    </main>
  );
}
