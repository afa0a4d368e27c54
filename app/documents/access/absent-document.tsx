import { absentDocument as words } from '#shared/documents/access/absent-document.fr.ts';
import { errorPage, frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { PageHead } from '../../ui/page/page-head.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { AccessRequestForm } from './access-request-form.tsx';

/** [A11] In the place of a document that one may not read, or that does not exist: they look the same, and can be asked for. */
export function AbsentDocument({ segment }: { segment: string }) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(errorPage.notFound.title)}</title>
      <PageHead title={errorPage.notFound.title} lead={errorPage.notFound.text} />
      <Plate id="demande" title={words.title} className="max-w-2xl">
        <p className="mb-4">{words.lead}</p>
        <AccessRequestForm action={paths.documentAccessRequest({ id: segment })} />
      </Plate>
    </main>
  );
}
