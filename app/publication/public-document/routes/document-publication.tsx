import { Form, Link, redirect } from 'react-router';
import { findInterview } from '#db/publication/interview/published-interviews.ts';
import { findSheetIdOfDocument } from '#db/publication/sheet/use-case-sheets.ts';
import { isWhole } from '#db/publication/synthesis/synthesis-whole.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publishedInterview } from '#shared/publication/interview/published-interview.fr.ts';
import { publication as words } from '#shared/publication/public-document/publication.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { servicesContext } from '../../../context.ts';
import { documentCrumbs } from '../../../documents/document-crumbs.ts';
import { requireDocument } from '../../../documents/require-document.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { loadPublication } from '../public-states.server.ts';
import { publicationGestures } from '../publication-gestures.server.ts';
import type { Route } from './+types/document-publication';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentPublication(document), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { document } = await requireDocument(context, params.document, 'document.organise');
  await leaveToOwnPage(context, document.id);
  return {
    document,
    publication: await loadPublication(context, document),
    now: context.get(servicesContext).now(),
  };
}

/** [US5] The text of a use-case sheet is published through the states of the sheet, and no other way. */
async function leaveToOwnPage(context: Route.LoaderArgs['context'], documentId: string): Promise<void> {
  const id = await findSheetIdOfDocument(context.get(servicesContext).db, documentId);
  if (id) throw redirect(sheetPaths.sheet({ id }));
  // [SY11] So is the whole of a synthesis, once it is signed.
  if (await isWhole(context.get(servicesContext).db, documentId)) throw redirect(synthesisPaths.synthesis());
  // [IV1] So is an interview, with the consent of whoever is interviewed.
  const interview = await findInterview(context.get(servicesContext).db, documentId);
  if (interview) throw redirect(interviewPaths.interview({ id: documentId }));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.organise');
  await leaveToOwnPage(context, document.id);
  return act(context, await request.formData(), publicationGestures, { document, userId: member.id });
}

export default function DocumentPublication({ loaderData, actionData }: Route.ComponentProps) {
  const { document, publication, now } = loaderData;
  const isPublic = publication !== null && publication.withdrawnAt === null;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, document.title, document.group.name)}</title>
      <PageHead title={words.pageTitle(document.title)} lead={words.lead}>
        <Link className="btn" to={paths.document(document)}>
          {words.back}
        </Link>
      </PageHead>
      {document.visibility === 'restricted' && !isPublic && (
        <Notice kind="warning">{words.restrictedNote}</Notice>
      )}
      <section className="plate max-w-3xl stack" aria-labelledby="publication">
        <h2 id="publication">{words.title}</h2>
        {publication ? <Current publication={publication} now={now} /> : <p>{words.never}</p>}
        <p className="muted small">{words.whatIsSeen}</p>
        {!publication && (
          <p>
            <Link to={interviewPaths.interview(document)}>{publishedInterview.makeOne}</Link>
          </p>
        )}
        <ErrorSummary
          title={words.refused}
          faults={Object.values(actionData?.errors ?? {}).flatMap((message) =>
            message ? [{ message }] : [],
          )}
          answer={actionData}
        />
        <Form method="post" className="row">
          <button
            className={!isPublic || publication.isChanged ? 'btn primary' : 'btn'}
            type="submit"
            name="intent"
            value="publish"
          >
            {isPublic ? words.update : words.publish}
          </button>
          {isPublic && (
            <button className="btn" type="submit" name="intent" value="withdraw">
              {words.withdraw}
            </button>
          )}
          {publication?.withdrawnAt && (
            <button className="btn" type="submit" name="intent" value="restore">
              {words.restore}
            </button>
          )}
        </Form>
      </section>
      {isPublic && <Indexing isIndexed={publication.isIndexed} />}
    </main>
  );
}

function Current({ publication, now }: { publication: NonNullable<Data['publication']>; now: Date }) {
  const { address, origin, publishedAt, publishedBy, withdrawnAt, isChanged } = publication;
  const href = paths.publicDocument(address);
  if (withdrawnAt) return <p>{words.withdrawnOn(dates.relative(withdrawnAt, now))}</p>;
  return (
    <>
      <p>{words.publishedOn(dates.relative(publishedAt, now), publishedBy ?? words.formerMember)}</p>
      <p>
        <span className="muted">{words.addressLabel}</span>
        <br />
        <a className="break-all" href={href}>
          {origin + href}
        </a>
      </p>
      <p className={isChanged ? 'note warning' : 'muted'}>{isChanged ? words.changed : words.unchanged}</p>
    </>
  );
}

function Indexing({ isIndexed }: { isIndexed: boolean }) {
  return (
    <Form method="post" className="plate max-w-3xl mt-8">
      <label className="check">
        <input type="checkbox" name="isIndexed" defaultChecked={isIndexed} key={String(isIndexed)} />
        <span>
          {words.indexed}
          <span className="muted small block">{words.indexedHelp}</span>
        </span>
      </label>
      <p className="mt-3">
        <button className="btn sm" type="submit" name="intent" value="indexed">
          {words.saveIndexed}
        </button>
      </p>
    </Form>
  );
}
