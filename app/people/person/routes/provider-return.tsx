import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Door } from '../door.tsx';
import { enter } from '../enter.server.ts';
import { ProviderRefused } from '../provider-refused.tsx';
import type { Route } from './+types/provider-return';

export const handle = staticPage;

const words = waysIn.provider;

/** [ID7] [ID8] Back from a provider: in, to the second factor, to a question, or to a page that says why not. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { auth, waysIn: ways } = context.get(servicesContext);
  const provider = ways.providers.list.find(({ id }) => id === params.fournisseur);
  if (!provider) throw new Response(null, { status: 404 });
  const named = { id: provider.id, name: provider.name };
  const { search } = new URL(request.url);
  const arrival = await ways.providers.finish(provider.id, { query: search, headers: request.headers });
  const headers = { 'Set-Cookie': ways.providers.clear.begun, 'Cache-Control': 'no-store' };
  if (arrival.kind === 'known') {
    const cookies = [ways.providers.clear.begun, arrival.cookie];
    const entered = await enter(auth, request, { ...arrival, cookies });
    if (typeof entered !== 'string') throw entered;
    return data({ ...named, arrival: null, sentence: entered }, { status: 403, headers });
  }
  const status = arrival.kind === 'refused' ? 403 : 200;
  return data({ ...named, arrival, sentence: null }, { status, headers });
}

const Confirmed = z.object({ token: z.string().max(100) });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id } = requireMember(context);
  const { providers } = context.get(servicesContext).waysIn;
  const provider = providers.list.find((one) => one.id === params.fournisseur);
  if (!provider) throw new Response(null, { status: 404 });
  const { token } = parseForm(Confirmed, await request.formData());
  const linked = await providers.confirm(token, id);
  const done = { to: paths.accountSecurity(), said: waysIn.account.linked, focus: 'ways-in' };
  if (linked === 'linked') throw goOn(context, done);
  return data({ why: linked }, { status: 422 });
}

export default function ProviderReturn({ loaderData, actionData }: Route.ComponentProps) {
  const { name, arrival, sentence } = loaderData;
  if (actionData) return <ProviderRefused name={name} why={actionData.why} email="" />;
  if (arrival?.kind === 'refused')
    return <ProviderRefused name={name} why={arrival.why} email={arrival.email} />;
  if (arrival?.kind === 'asks') {
    return (
      <Door title={words.confirmTitle(name)}>
        <title>{frame.pageTitle(words.confirmTitle(name))}</title>
        <p className="mt-4">{words.confirmLead(arrival.email, name)}</p>
        <Form method="post" action={paths.providerReturn(loaderData.id)} reloadDocument className="mt-5 row">
          <input type="hidden" name="token" value={arrival.token} />
          <button className="btn primary" type="submit">
            {words.confirm}
          </button>
          <Link className="btn" to={paths.accountSecurity()} reloadDocument>
            {words.cancel}
          </Link>
        </Form>
      </Door>
    );
  }
  return (
    <Door title={words.title(name)}>
      <title>{frame.pageTitle(words.title(name))}</title>
      <div className="mt-4">
        <Notice kind="warning">{sentence}</Notice>
      </div>
      <p className="mt-5">
        <Link className="btn primary" to={paths.signIn()} reloadDocument>
          {people.forgotten.back}
        </Link>
      </p>
    </Door>
  );
}
