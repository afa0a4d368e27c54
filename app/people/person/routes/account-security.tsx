import { LogOut, ShieldCheck } from 'lucide-react';
import { data, Form, Link } from 'react-router';
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
import { goOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuseBy } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
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

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { auth, db, now, waysIn: services } = context.get(servicesContext);
  const at = now();
  const session = await auth.api.getSession({ headers: request.headers });
  const sessions = await listSessions(db, { userId, now: at });
  const ways = await listWaysIn(db, userId);
  const hasSecondFactor = session?.user.twoFactorEnabled === true;
  return {
    sessions,
    currentId: session?.session.id ?? '',
    hasSecondFactor,
    ways,
    providers: services.providers.list,
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
  const done = (said: string, focus: string | null, headers?: Headers) =>
    goOn(context, { to: paths.accountSecurity(), said, focus, headers });
  if (intent === 'unlink') {
    const unlinked = await services.unlink({ id: way, userId });
    if (!unlinked.ok) return data({ errors: { '': people.errors[unlinked.error] } }, { status: 422 });
    throw done(waysIn.account.unlinked, 'ways-in');
  }
  if (intent === 'password') {
    const changed = await changePassword(live, request, form, email);
    if (!changed.ok) return data({ errors: changed.errors }, { status: 422 });
    throw done(words.changed, null, changed.headers);
  }
  if (intent === 'close') {
    const ended = await operations.run('account.endSession', { userId }, { sessionId: session });
    if (!ended.ok) return refuseBy(ended, {});
    throw done(words.closed, 'sessions');
  }
  if (intent === 'others') {
    const current = await auth.api.getSession({ headers: request.headers });
    if (current) await operations.run('account.endSessions', { userId }, { except: current.session.id });
    throw done(words.othersClosed, 'sessions');
  }
  await operations.run('account.endSessions', { userId }, { except: null });
  const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true });
  throw goOn(context, { to: paths.signIn(), said: people.signIn.signedOutEverywhere, focus: null, headers });
}

export default function AccountSecurity({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions, currentId, hasSecondFactor, ways, providers, now } = loaderData;
  const errors: Partial<Record<string, string>> = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      <Plate id="password-title" title={words.passwordTitle}>
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
      </Plate>
      <Plate id="ways-in" title={waysIn.account.title}>
        <WaysInTable ways={ways} providers={providers} now={now} />
      </Plate>
      <Plate id="second-factor" title={secondFactor.title}>
        <p className="muted small mb-4">{secondFactor.lead}</p>
        <p>{hasSecondFactor ? secondFactor.on : secondFactor.off}</p>
        <p className="mt-4">
          <Link className="btn" to={paths.accountSecondFactor()} reloadDocument>
            <ShieldCheck className="icon" aria-hidden="true" />
            {hasSecondFactor ? secondFactor.manage : secondFactor.setUp}
          </Link>
        </p>
      </Plate>
      <Plate id="sessions" title={words.sessionsTitle}>
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
      </Plate>
    </main>
  );
}
