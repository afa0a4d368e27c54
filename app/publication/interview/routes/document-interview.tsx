import { Form, Link } from 'react-router';
import { canInDocument } from '#shared/documents/document-access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publishedInterview as words } from '#shared/publication/interview/published-interview.fr.ts';
import { servicesContext } from '../../../context.ts';
import { documentCrumbs } from '../../../documents/document-crumbs.ts';
import { requireDocument } from '../../../documents/require-document.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { loadInterview } from '../interview.server.ts';
import { ConsentPlate, PersonForm } from '../interview-forms.tsx';
import { interviewGestures } from '../interview-gestures.server.ts';
import type { Route } from './+types/document-interview';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: interviewPaths.interview(document), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { document } = await requireDocument(context, params.document, 'document.write');
  return {
    document,
    ...(await loadInterview(context, document)),
    mayPublish: canInDocument(document, 'document.organise'),
    today: parisDay(context.get(servicesContext).now()),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  return act(context, await request.formData(), interviewGestures, { document, userId: member.id });
}

export default function DocumentInterview({ loaderData, actionData }: Route.ComponentProps) {
  const { document, interview, standing, today } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, document.title, document.group.name)}</title>
      <div className="head">
        <div className="min-w-0">
          <h1 className="break-words">{words.pageTitle(document.title)}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Link className="btn" to={paths.document(document)}>
          {words.back}
        </Link>
      </div>
      <div className="cols">
        <PersonForm fields={interview?.fields ?? null} refused={actionData} />
        <aside className="stack-lg" aria-label={words.consent}>
          {interview && (
            <ConsentPlate
              key={interview.consents.length}
              fields={interview.fields}
              standing={standing}
              lines={interview.consents}
              today={today}
              refused={actionData}
            />
          )}
          {interview && <PublishPlate {...loaderData} refused={actionData} />}
        </aside>
      </div>
    </main>
  );
}

type PublishPlateProps = Pick<
  Route.ComponentProps['loaderData'],
  'standing' | 'publicAddress' | 'mayPublish' | 'origin'
> & { readonly refused: Route.ComponentProps['actionData'] };

function PublishPlate({ standing, publicAddress, mayPublish, origin, refused }: PublishPlateProps) {
  const said = refused?.values.form === 'publish' ? refused : undefined;
  const href = publicAddress && interviewPaths.publicInterview(publicAddress);
  return (
    <section className="plate" aria-labelledby="publication">
      <h2 id="publication">{words.publication}</h2>
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      {href ? (
        <p>
          <span className="muted block">{words.address}</span>
          <a className="break-all" href={href}>
            {origin + href}
          </a>
        </p>
      ) : (
        <p>{words.never}</p>
      )}
      {standing !== 'given' && <p className="small muted">{words.notReady}</p>}
      {!mayPublish && <p className="small muted">{words.mayOrganise}</p>}
      {mayPublish && (
        <Form method="post" className="row mt-3">
          {standing === 'given' && (
            <button className="btn primary" type="submit" name="intent" value="publish">
              {href ? words.update : words.publish}
            </button>
          )}
          {href && (
            <button className="btn" type="submit" name="intent" value="takeBack">
              {words.takeBack}
            </button>
          )}
        </Form>
      )}
    </section>
  );
}
