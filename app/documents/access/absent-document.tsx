import { absentDocument as words } from '#shared/documents/absent-document.fr.ts';
import { errorPage, frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { AccessRequestForm } from './access-request-form.tsx';

/** [A11] In the place of a document that one may not read, or that does not exist: they look the same, and can be asked for. */
export function AbsentDocument({ segment }: { segment: string }) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(errorPage.notFound.title)}</title>
      <div className="head">
        <div>
          <h1>{errorPage.notFound.title}</h1>
          <p className="lead">{errorPage.notFound.text}</p>
        </div>
      </div>
      <section className="plate max-w-2xl" aria-labelledby="demande">
        <header>
          <h2 id="demande">{words.title}</h2>
        </header>
        <p className="mb-4">{words.lead}</p>
        <AccessRequestForm action={paths.documentAccessRequest({ id: segment })} />
      </section>
    </main>
  );
}
