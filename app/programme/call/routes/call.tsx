import { listLaureates } from '#db/programme/assessment/laureates.ts';
import { currentForm, findCall, listExtensions } from '#db/programme/call/calls.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import { callStateAt, endOfTolerance } from '#shared/programme/call/call.ts';
import { publicCalls } from '#shared/programme/call/public-calls.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { AbsentPage } from '../../../publication/public-site/absent-page.tsx';
import { SiteFrame } from '../../../publication/public-site/site-frame.tsx';
import { SocialMeta } from '../../../publication/public-site/social-meta.tsx';
import { CallCalendar, CallCriteria, CallQuestions } from '../call-facts.tsx';
import { CallStateBadge } from '../call-state.tsx';
import { LaureateList } from '../laureate-list.tsx';
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
  const laureates = (await listLaureates(db, { callIds: [call.id], now: at })).get(call.id) ?? null;
  const canonical = origin + programmePaths.call(call);
  return {
    call,
    form: current.form,
    extensions,
    laureates,
    state: callStateAt(call, at),
    mayPrepare,
    canonical,
  };
}

/** Asked for each time: an opening and a closing are to the minute. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function CallPage({ loaderData }: Route.ComponentProps) {
  const { call, form, extensions, laureates, state, mayPrepare, canonical } = loaderData;
  const said = {
    preparing: words.deadline.preparing(),
    announced: words.deadline.announced(call.opensAt),
    open: words.deadline.open(call.closesAt),
    tolerance: words.deadline.tolerance(endOfTolerance(call)),
    closed: words.deadline.closed(call.closesAt),
  }[state];
  return (
    <SiteFrame>
      <title>{`${call.title} · ${frame.product}`}</title>
      <SocialMeta title={call.title} description={said} canonical={canonical} kind="website" />
      {state === 'preparing' && <meta name="robots" content="noindex" />}
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
          {state === 'open' && (
            <a className="btn primary" href={programmePaths.apply(call)}>
              {words.apply}
            </a>
          )}
          {mayPrepare && (
            <a className="btn" href={programmePaths.administrationCall(call)}>
              {words.administration.settings}
            </a>
          )}
        </div>
        {state === 'open' && <p className="muted small mt-2">{words.applyHint}</p>}
        {state === 'announced' && <p className="muted mt-2">{words.applyLater}</p>}
      </header>
      {laureates && (
        <section className="plate" aria-labelledby="laureats">
          <h2 id="laureats">{publicCalls.laureates}</h2>
          <p className="muted mt-1">{publicCalls.announced(laureates.announcedAt)}</p>
          <LaureateList laureates={laureates} />
        </section>
      )}
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
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} />;
}
