import { Form, Link } from 'react-router';
import {
  describeInterview,
  noteConsent,
  publishInterview,
  takeBackInterview,
  withdrawConsent,
} from '#db/publication/interview/published-interviews.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publishedInterview as words } from '#shared/publication/interview/published-interview.fr.ts';
import { servicesContext } from '../../../context.ts';
import { documentCrumbs } from '../../../documents/document-crumbs.ts';
import { fingerprintNow } from '../../../documents/publication.server.ts';
import { requireDocument } from '../../../documents/require-document.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { choiceOf } from '../../../kernel/refusal.server.ts';
import { answer, field, readTyped } from '../../../programme/experiment/answer.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { interviewText, loadInterview } from '../interview.server.ts';
import { ConsentPlate, PersonForm } from '../interview-forms.tsx';
import type { Route } from './+types/document-interview';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: interviewPaths.interview(document), label: words.title },
  ],
});

const NEWS = ['personne', 'accord', 'retrait', 'publie', 'retire'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { document } = await requireDocument(context, params.document, 'document.write');
  const state = new URL(request.url).searchParams.get('etat');
  return {
    document,
    ...(await loadInterview(context, document)),
    mayPublish: canInDocument(document, 'document.organise'),
    today: parisDay(context.get(servicesContext).now()),
    news: NEWS.find((known) => known === state) ?? null,
  };
}

const FIELDS = {
  'publishedInterview.personMissing': 'personName',
  'publishedInterview.hookMissing': 'hook',
  'publishedInterview.consentIncomplete': 'means',
  'publishedInterview.consentDayInvalid': 'givenOn',
} as const;

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  const { db, now, newId } = context.get(servicesContext);
  const typed = readTyped(await request.formData());
  const text = (name: string) => field(typed, name);
  const change = { documentId: document.id, userId: member.id, now: now(), newId };
  const consent = {
    givenBy: text('givenBy'),
    givenOn: text('givenOn'),
    means: text('means'),
    coversImages: text('coversImages') === 'on',
  };
  const page = interviewPaths.interview(document);
  const said = (news: (typeof NEWS)[number]) => ({ to: `${page}?etat=${news}`, typed, fields: FIELDS });
  switch (choiceOf(typed.intent, ['person', 'consent', 'withdraw', 'publish', 'takeBack'])) {
    case 'consent': {
      const sha256 = await fingerprintNow(context, document);
      return answer(await noteConsent(db, { ...change, typed: consent, sha256 }), said('accord'));
    }
    case 'withdraw':
      return answer(await withdrawConsent(db, { ...change, typed: consent }), said('retrait'));
    case 'publish': {
      const published = { ...change, text: await interviewText(context, document) };
      return answer(await publishInterview(db, published), said('publie'));
    }
    case 'takeBack':
      return answer(await takeBackInterview(db, change), said('retire'));
    case 'person': {
      const person = { personName: text('personName'), personRole: text('personRole') };
      const fields = { ...person, organisation: text('organisation'), hook: text('hook') };
      return answer(await describeInterview(db, { ...change, typed: fields }), said('personne'));
    }
  }
}

export default function DocumentInterview({ loaderData, actionData }: Route.ComponentProps) {
  const { document, interview, standing, today, news } = loaderData;
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
      {news && !actionData && <Notice kind="success">{words.news[news]}</Notice>}
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
  const said = refused?.values.intent === 'publish' ? refused : undefined;
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
