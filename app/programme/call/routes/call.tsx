import { currentForm, findCall, listExtensions } from '#db/programme/call/calls.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import { callStateAt, endOfTolerance, takesSubmissions } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { staticPage } from '../../../kernel/static-page.ts';
import { SiteFoot } from '../../../publication/public-site/site-foot.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { CallCalendar, CallCriteria, CallQuestions } from '../call-facts.tsx';
import { CallStateBadge } from '../call-state.tsx';
import type { Route } from './+types/call';

export const handle = staticPage;

/** [CA2] The page of a call, for everybody once it is published. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, now, origin } = context.get(servicesContext);
  const member = context.get(memberContext);
  const callId = idOfSegment(params.appel);
  const mayPrepare = member !== null && canOnPlatform(member.platformRole, 'call.manage');
  const at = now();
  const call = callId ? await findCall(db, { callId, mayPrepare, now: at }) : null;
  const current = call && (await currentForm(db, call.id));
  if (!call || !current) throw notFound();
  const extensions = await listExtensions(db, call.id);
  const canonical = origin + programmePaths.call(call);
  return { call, form: current.form, extensions, state: callStateAt(call, at), mayPrepare, canonical };
}

/** Asked for each time: an opening and a closing are to the minute. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function CallPage({ loaderData }: Route.ComponentProps) {
  const { call, form, extensions, state, mayPrepare, canonical } = loaderData;
  const said = {
    preparing: words.deadline.preparing(),
    announced: words.deadline.announced(call.opensAt),
    open: words.deadline.open(call.closesAt),
    tolerance: words.deadline.tolerance(endOfTolerance(call)),
    closed: words.deadline.closed(call.closesAt),
  }[state];
  return (
    <>
      <title>{`${call.title} · ${frame.product}`}</title>
      <link rel="canonical" href={canonical} />
      {state === 'preparing' && <meta name="robots" content="noindex" />}
      <a className="skip" href="#contenu">
        {frame.skipToContent}
      </a>
      <header className="site-top">
        <a className="brand" href={paths.home()} aria-label={obligations.homeLink}>
          <Logo />
          <span>{frame.product}</span>
        </a>
      </header>
      <main className="site" id="contenu">
        <header className="mb-8">
          <p className="row mb-2">
            <span className="muted">
              {words.kind} · {call.season.name}
            </span>
            <CallStateBadge state={state} />
          </p>
          <h1>{call.title}</h1>
          <p className="lead mt-3">{said}</p>
          <div className="row mt-4">
            {takesSubmissions(state) && (
              <a className="btn primary" href={programmePaths.newApplication(call.id)}>
                {words.apply}
              </a>
            )}
            {mayPrepare && (
              <a className="btn" href={programmePaths.administrationCall(call)}>
                {words.administration.settings}
              </a>
            )}
          </div>
          {takesSubmissions(state) && <p className="muted small mt-2">{words.applyHint}</p>}
          {state === 'announced' && <p className="muted mt-2">{words.applyLater}</p>}
        </header>
        {call.presentation && (
          <section className="plate" aria-labelledby="presentation">
            <h2 className="mb-3" id="presentation">
              {words.presentation}
            </h2>
            <div className="stack max-w-(--measure)">
              {call.presentation.split(/\n\s*\n/).map((text) => (
                <p className="whitespace-pre-line" key={text}>
                  {text}
                </p>
              ))}
            </div>
          </section>
        )}
        <CallCalendar {...call} extensions={extensions} />
        <CallCriteria criteria={call.criteria} />
        <CallQuestions form={form} />
        <footer className="muted small mt-8">{words.foot}</footer>
      </main>
      <SiteFoot />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} />;
}
