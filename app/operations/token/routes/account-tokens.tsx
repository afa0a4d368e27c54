import { data } from 'react-router';
import { z } from 'zod';
import { listAccessTokens, listOrganisationTokens } from '#db/operations/token/access-tokens.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { accessToken as words } from '#shared/operations/token/access-token.fr.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuseBy } from '../../../kernel/refusal.server.ts';
import { AccountHeader } from '../../../people/person/account-header.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
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
  const revoking = new URL(request.url).searchParams.get('revoquer');
  return {
    tokens,
    colleagues,
    organisation: organisation?.name ?? null,
    revoking: [...tokens, ...colleagues].find(({ id }) => id === revoking) ?? null,
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
  const { auth, operations } = context.get(servicesContext);
  const sent = await request.formData();
  const form = parseForm(TokenForm, sent);
  if (form.intent === 'revoke') {
    const { token } = form;
    const revoked = await operations.run('accessToken.revoke', { userId: member.id }, { token });
    if (!revoked.ok) throw notFound();
    throw goOn(context, { to: accessTokenPaths.account(), said: words.revoked, focus: 'tokens' });
  }
  const scopes = sent.getAll('scopes').map(String);
  const forOrganisation = form.organisation === 'oui';
  const typed = { name: form.name, scopes, days: form.days, forOrganisation };
  const session = await auth.api.getSession({ headers: request.headers });
  const asked = { ...typed, sessionId: session?.session.id ?? '' };
  const made = await operations.run('accessToken.create', { userId: member.id }, asked);
  if (made.ok)
    return data<NewTokenAnswer>({ secret: made.value.secret, errors: {}, typed: null }, { headers: SECRET });
  const { errors } = refuseBy(made, null).data;
  return data<NewTokenAnswer>({ secret: null, errors, typed }, { status: 422, headers: SECRET });
}

export default function AccountTokens({ loaderData, actionData }: Route.ComponentProps) {
  const { tokens, colleagues, organisation, revoking, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      {revoking && <RevokeToken token={revoking} addressOf={accessTokenPaths.account} />}
      <p className="muted mb-6 max-w-[46rem]">
        {words.lead} <a href={accessTokenPaths.developers()}>{words.developers}</a>
      </p>
      <Plate id="tokens" title={words.listTitle}>
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
      </Plate>
      {organisation && colleagues.length > 0 && (
        <Plate id="colleagues" title={words.colleaguesTitle(organisation)}>
          <p className="muted small mb-4">{words.colleaguesLead}</p>
          <TokenTable
            tokens={colleagues}
            caption={words.colleaguesTitle(organisation)}
            showsPerson
            now={now}
            addressOf={accessTokenPaths.account}
          />
        </Plate>
      )}
      <NewToken organisation={organisation} answer={actionData} />
    </main>
  );
}
