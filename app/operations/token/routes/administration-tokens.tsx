import { listAllAccessTokens } from '#db/operations/token/access-tokens.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { accessToken as words } from '#shared/operations/token/access-token.fr.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { RevokeToken, TokenTable } from '../token-table.tsx';
import type { Route } from './+types/administration-tokens';
import '../access-tokens.css';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: accessTokenPaths.administration(), label: words.administration.title },
  ],
});

/** [TK6] Every token of the installation. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: by } = requirePlatform(context, 'platform.administer');
  const { db, now } = context.get(servicesContext);
  const tokens = await listAllAccessTokens(db, { by });
  if (!tokens) throw notFound();
  const revoking = new URL(request.url).searchParams.get('revoquer');
  return {
    tokens,
    revoking: tokens.find(({ id }) => id === revoking) ?? null,
    now: now(),
  };
}

const gestures = {
  revoke: gesturesOf(() => ({}))('accessToken.revoke', {
    fields: { token: text },
    done: () => ({ to: accessTokenPaths.administration(), said: words.revoked, focus: null }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'platform.administer');
  return act(context, await request.formData(), gestures, null);
}

export default function AdministrationTokens({ loaderData }: Route.ComponentProps) {
  const { tokens, revoking, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.administration.title, frame.administration)}</title>
      <PageHead title={words.administration.title} lead={words.administration.lead} />
      {revoking && <RevokeToken token={revoking} addressOf={accessTokenPaths.administration} />}
      {tokens.length > 0 ? (
        <TokenTable
          tokens={tokens}
          caption={words.administration.title}
          showsPerson
          now={now}
          addressOf={accessTokenPaths.administration}
        />
      ) : (
        <p className="muted">{words.administration.none}</p>
      )}
    </main>
  );
}
