import { LogOut } from 'lucide-react';
import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { endSession, endSessions, listSessions } from '#db/sessions.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { people } from '#shared/messages/fr/people.ts';
import { paths } from '#shared/paths.ts';
import { requireMember } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { AccountHeader } from '../people/account-header.tsx';
import { changePassword } from '../people/change-password.server.ts';
import { SessionTable } from '../people/session-table.tsx';
import { parseForm } from '../refusal.server.ts';
import { ErrorSummary, faultsOf } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/account-security';

const words = people.security;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: paths.accountSecurity(), label: words.title },
  ],
});

const NEWS = { 'mot-de-passe': words.changed, appareil: words.closed } as const;
const News = z.enum(['mot-de-passe', 'appareil']).nullable().catch(null);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { auth, db, now } = context.get(servicesContext);
  const at = now();
  const session = await auth.api.getSession({ headers: request.headers });
  const sessions = (await listSessions(db, { userId, now: at })).map(({ ipAddress: _, ...shown }) => shown);
  const news = News.parse(new URL(request.url).searchParams.get('etat'));
  return { sessions, currentId: session?.session.id ?? '', news, now: at };
}

const Intent = z.object({
  intent: z.enum(['password', 'close', 'everywhere']),
  session: z.string().catch(''),
});

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId, email } = requireMember(context);
  const { auth, db, rooms } = context.get(servicesContext);
  const form = await request.formData();
  const { intent, session } = parseForm(Intent, form);
  if (intent === 'password') {
    const changed = await changePassword(auth, request, form, email);
    if (!changed.ok) return data({ errors: changed.errors }, { status: 422 });
    throw redirect(`${paths.accountSecurity()}?etat=mot-de-passe`, { headers: changed.headers });
  }
  if (intent === 'close') {
    await endSession(db, { id: session, userId });
    rooms.recheck({ userId });
    throw redirect(`${paths.accountSecurity()}?etat=appareil`);
  }
  await endSessions(db, { userId });
  rooms.recheck({ userId });
  const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true });
  throw redirect(`${paths.signIn()}?etat=deconnexion`, { headers });
}

export default function AccountSecurity({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions, currentId, news, now } = loaderData;
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
      <section className="plate" aria-labelledby="sessions">
        <header>
          <h2 id="sessions">{words.sessionsTitle}</h2>
        </header>
        <SessionTable sessions={sessions} currentId={currentId} now={now} />
        <Form method="post" reloadDocument className="mt-6">
          <p className="muted small mb-3">{words.everywhereLead}</p>
          <button className="btn" type="submit" name="intent" value="everywhere">
            <LogOut className="icon" aria-hidden="true" />
            {words.everywhere}
          </button>
        </Form>
      </section>
    </main>
  );
}
