import { LogOut, ShieldCheck } from 'lucide-react';
import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listSessions } from '#db/people/person/sessions.ts';
import { listWaysIn } from '#db/people/person/ways-in.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { secondFactor } from '#shared/people/person/second-factor.fr.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuseBy } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { AccountHeader } from '../account-header.tsx';
import { changePassword } from '../change-password.server.ts';
import { SessionTable } from '../session-table.tsx';
import { WaysInTable } from '../ways-in-table.tsx';
import type { Route } from './+types/account-security';

const words = people.security;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: paths.accountSecurity(), label: words.title },
  ],
});

const NEWS = {
  'mot-de-passe': words.changed,
  appareil: words.closed,
  'autres-appareils': words.othersClosed,
  'double-authentification': secondFactor.removed,
  reliee: waysIn.account.linked,
  deliee: waysIn.account.unlinked,
} as const;
const News = z
  .enum(['mot-de-passe', 'appareil', 'autres-appareils', 'double-authentification', 'reliee', 'deliee'])
  .nullable()
  .catch(null);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { auth, db, now, waysIn: services } = context.get(servicesContext);
  const at = now();
  const session = await auth.api.getSession({ headers: request.headers });
  const sessions = await listSessions(db, { userId, now: at });
  const news = News.parse(new URL(request.url).searchParams.get('etat'));
  const ways = await listWaysIn(db, userId);
  const hasSecondFactor = session?.user.twoFactorEnabled === true;
  return {
    sessions,
    currentId: session?.session.id ?? '',
    hasSecondFactor,
    ways,
    providers: services.providers.list,
    news,
    now: at,
  };
}

const Intent = z.object({
  intent: z.enum(['password', 'close', 'others', 'everywhere', 'unlink']),
  session: z.string().catch(''),
  way: z.string().catch(''),
});

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId, email } = requireMember(context);
  const live = context.get(servicesContext);
  const { auth, operations, waysIn: services } = live;
  const form = await request.formData();
  const { intent, session, way } = parseForm(Intent, form);
  if (intent === 'unlink') {
    const unlinked = await services.unlink({ id: way, userId });
    if (!unlinked.ok) return data({ errors: { '': people.errors[unlinked.error] } }, { status: 422 });
    throw redirect(`${paths.accountSecurity()}?etat=deliee`);
  }
  if (intent === 'password') {
    const changed = await changePassword(live, request, form, email);
    if (!changed.ok) return data({ errors: changed.errors }, { status: 422 });
    throw redirect(`${paths.accountSecurity()}?etat=mot-de-passe`, { headers: changed.headers });
  }
  if (intent === 'close') {
    const ended = await operations.run('account.endSession', { userId }, { sessionId: session });
    if (!ended.ok) return refuseBy(ended, {});
    throw redirect(`${paths.accountSecurity()}?etat=appareil`);
  }
  if (intent === 'others') {
    const current = await auth.api.getSession({ headers: request.headers });
    if (current) await operations.run('account.endSessions', { userId }, { except: current.session.id });
    throw redirect(`${paths.accountSecurity()}?etat=autres-appareils`);
  }
  await operations.run('account.endSessions', { userId }, { except: null });
  const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true });
  throw redirect(`${paths.signIn()}?etat=deconnexion`, { headers });
}

export default function AccountSecurity({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions, currentId, hasSecondFactor, ways, providers, news, now } = loaderData;
  const errors: Partial<Record<string, string>> = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      {news && !actionData && <Notice kind="success">{NEWS[news]}</Notice>}
      <section className="plate" aria-labelledby="password-title">
        <header>
          <h2 id="password-title">{words.passwordTitle}</h2>
        </header>
        {/* A whole page load: the fields come back empty, and the page with its new session. */}
        <Form method="post" reloadDocument noValidate className="max-w-[34rem]">
          <p className="muted small mb-4">{words.passwordLead}</p>
          <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={actionData} />
          <TextField
            label={words.currentPassword}
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            error={errors.currentPassword}
          />
          <TextField
            label={people.newPassword}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            hint={people.passwordHint}
            error={errors.password}
          />
          <p className="mt-5">
            <button className="btn primary wide-s" type="submit" name="intent" value="password">
              {words.change}
            </button>
          </p>
        </Form>
      </section>
      <section className="plate" aria-labelledby="ways-in">
        <header>
          <h2 id="ways-in">{waysIn.account.title}</h2>
        </header>
        <WaysInTable ways={ways} providers={providers} now={now} />
      </section>
      <section className="plate" aria-labelledby="second-factor">
        <header>
          <h2 id="second-factor">{secondFactor.title}</h2>
        </header>
        <p className="muted small mb-4">{secondFactor.lead}</p>
        <p>{hasSecondFactor ? secondFactor.on : secondFactor.off}</p>
        <p className="mt-4">
          <Link className="btn" to={paths.accountSecondFactor()} reloadDocument>
            <ShieldCheck className="icon" aria-hidden="true" />
            {hasSecondFactor ? secondFactor.manage : secondFactor.setUp}
          </Link>
        </p>
      </section>
      <section className="plate" aria-labelledby="sessions">
        <header>
          <h2 id="sessions">{words.sessionsTitle}</h2>
        </header>
        <SessionTable sessions={sessions} currentId={currentId} now={now} />
        <Form method="post" reloadDocument className="mt-6">
          <p className="muted small mb-3">{words.everywhereLead}</p>
          <p className="row">
            {sessions.length > 1 && (
              <button className="btn" type="submit" name="intent" value="others">
                {words.others}
              </button>
            )}
            <button className="btn" type="submit" name="intent" value="everywhere">
              <LogOut className="icon" aria-hidden="true" />
              {words.everywhere}
            </button>
          </p>
        </Form>
      </section>
    </main>
  );
}
