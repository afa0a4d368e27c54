import { data, redirect } from 'react-router';
import { z } from 'zod';
import { listAccessTokens, listOrganisationTokens } from '#db/operations/token/access-tokens.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { accessToken as words } from '#shared/operations/token/access-token.fr.ts';
import { parseAccessToken } from '#shared/operations/token/access-token.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { AccountHeader } from '../../../people/person/account-header.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NewToken, type NewTokenAnswer } from '../new-token.tsx';
import { RevokeToken, TokenTable } from '../token-table.tsx';
import type { Route } from './+types/account-tokens';
import '../access-tokens.css';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: accessTokenPaths.account(), label: words.title },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, organisation } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const [tokens, colleagues] = await Promise.all([
    listAccessTokens(db, { userId }),
    listOrganisationTokens(db, { userId }),
  ]);
  const { searchParams } = new URL(request.url);
  const revoking = searchParams.get('revoquer');
  return {
    tokens,
    colleagues,
    organisation: organisation?.name ?? null,
    revoking: [...tokens, ...colleagues].find(({ id }) => id === revoking) ?? null,
    isRevoked: searchParams.get('etat') === 'revoque',
    now: now(),
  };
}

const TokenForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('create'),
    name: z.string().max(1_000).catch(''),
    days: SentCount.catch(0),
    organisation: z.literal('oui').optional().catch(undefined),
  }),
  z.object({ intent: z.literal('revoke'), token: z.string().max(100) }),
]);
/** Secrets stay out of every cache. */
const SECRET = { 'Cache-Control': 'no-store' };

export async function action({ request, context }: Route.ActionArgs) {
  const member = requireMember(context);
  const { auth, accessTokens, operations } = context.get(servicesContext);
  const sent = await request.formData();
  const form = parseForm(TokenForm, sent);
  if (form.intent === 'revoke') {
    const { token } = form;
    const revoked = await operations.run('accessToken.revoke', { userId: member.id }, { token });
    if (!revoked.ok) throw notFound();
    throw redirect(accessTokenPaths.account({ news: 'revoque' }));
  }
  const scopes = sent.getAll('scopes').map(String);
  const forOrganisation = form.organisation === 'oui';
  const typed = { name: form.name, scopes, days: form.days, forOrganisation };
  const refused = (errors: NewTokenAnswer['errors']) =>
    data<NewTokenAnswer>({ secret: null, errors, typed }, { status: 422, headers: SECRET });
  const parsed = parseAccessToken(typed);
  if (!parsed.ok) {
    const said = Object.entries(parsed.errors).map(([field, code]) => [field, words.errors[code]]);
    return refused(Object.fromEntries(said));
  }
  const session = await auth.api.getSession({ headers: request.headers });
  const made = await accessTokens.create({
    ...parsed.value,
    by: member,
    sessionId: session?.session.id ?? '',
    forOrganisation,
  });
  if (!made.ok) return refused({ '': words.errors[made.error] });
  return data<NewTokenAnswer>({ secret: made.value, errors: {}, typed: null }, { headers: SECRET });
}

export default function AccountTokens({ loaderData, actionData }: Route.ComponentProps) {
  const { tokens, colleagues, organisation, revoking, isRevoked, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      {isRevoked && !actionData && <Notice kind="success">{words.revoked}</Notice>}
      {revoking && <RevokeToken token={revoking} addressOf={accessTokenPaths.account} />}
      <p className="muted mb-6 max-w-[46rem]">
        {words.lead} <a href={accessTokenPaths.developers()}>{words.developers}</a>
      </p>
      <section className="plate" aria-labelledby="tokens">
        <header>
          <h2 id="tokens">{words.listTitle}</h2>
        </header>
        {tokens.length > 0 ? (
          <TokenTable
            tokens={tokens}
            caption={words.listTitle}
            now={now}
            addressOf={accessTokenPaths.account}
          />
        ) : (
          <p className="muted">{words.none}</p>
        )}
      </section>
      {organisation && colleagues.length > 0 && (
        <section className="plate" aria-labelledby="colleagues">
          <header>
            <h2 id="colleagues">{words.colleaguesTitle(organisation)}</h2>
          </header>
          <p className="muted small mb-4">{words.colleaguesLead}</p>
          <TokenTable
            tokens={colleagues}
            caption={words.colleaguesTitle(organisation)}
            showsPerson
            now={now}
            addressOf={accessTokenPaths.account}
          />
        </section>
      )}
      <NewToken organisation={organisation} answer={actionData} />
    </main>
  );
}
