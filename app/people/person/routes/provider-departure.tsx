import { redirect } from 'react-router';
import { z } from 'zod';
import { ownAddress } from '#shared/kernel/own-address.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ProviderRefused } from '../provider-refused.tsx';
import type { Route } from './+types/provider-departure';

export const handle = staticPage;

const LINK = z.literal('1').nullable().catch(null);

/**
 * [ID7] To a provider of identities, to sign in or, for whoever is signed in, to link. A link and not a form: browsers hold the whole
 * chain of a provider's redirects against the policy of the page whose form began it.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { providers } = context.get(servicesContext).waysIn;
  const { searchParams } = new URL(request.url);
  const linkTo = LINK.parse(searchParams.get('relier')) ? (context.get(memberContext)?.id ?? null) : null;
  const provider = providers.list.find(({ id }) => id === params.fournisseur);
  if (!provider) throw new Response(null, { status: 404 });
  const begun = await providers.begin(provider.id, { next: ownAddress(searchParams.get('suite')), linkTo });
  if (begun)
    throw redirect(begun.url, { headers: { 'Set-Cookie': begun.cookie, 'Cache-Control': 'no-store' } });
  return { name: provider.name };
}

export default function ProviderDeparture({ loaderData: { name } }: Route.ComponentProps) {
  return <ProviderRefused name={name} why="unavailable" email="" />;
}
