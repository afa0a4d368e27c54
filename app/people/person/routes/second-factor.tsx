import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { ownAddress } from '#shared/kernel/own-address.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { secondFactor } from '#shared/people/person/second-factor.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Door } from '../door.tsx';
import { giveSecondFactor } from '../second-factor.server.ts';
import type { Route } from './+types/second-factor';

export const handle = staticPage;

const words = secondFactor.door;
const nextOf = (request: Request) => ownAddress(new URL(request.url).searchParams.get('suite'));

export function loader({ request, context }: Route.LoaderArgs) {
  if (context.get(memberContext)) throw redirect(nextOf(request));
  return { signIn: paths.signIn(nextOf(request)) };
}

const Typed = z.object({
  code: z.string().max(100).catch(''),
  trust: z.literal('1').optional().catch(undefined),
});

export async function action({ request, context }: Route.ActionArgs) {
  const { auth } = context.get(servicesContext);
  const { code, trust } = Typed.parse(Object.fromEntries(await request.formData()));
  const given = await giveSecondFactor(auth, request, { typed: code, trust: trust === '1' });
  if (given.ok) throw redirect(nextOf(request), { headers: given.headers });
  return data(
    { errors: { [given.isOver ? '' : 'code']: given.message }, isOver: given.isOver },
    { status: 422 },
  );
}

export default function SecondFactor({ loaderData: { signIn }, actionData }: Route.ComponentProps) {
  const errors: Partial<Record<string, string>> = actionData?.errors ?? {};
  return (
    <Door title={words.title}>
      <title>{frame.pageTitle(words.title)}</title>
      <p className="muted mt-2">{words.lead}</p>
      <Form method="post" reloadDocument noValidate className="mt-5">
        <ErrorSummary title={people.signIn.refused} faults={faultsOf(errors)} answer={actionData} />
        {!actionData?.isOver && (
          <>
            <TextField
              label={words.code}
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              required
              hint={words.hint}
              error={errors.code}
            />
            <div className="mt-4">
              <label className="check" htmlFor="trust">
                <input type="checkbox" id="trust" name="trust" value="1" aria-describedby="trust-hint" />
                {words.trust}
              </label>
              <p className="muted small" id="trust-hint">
                {words.trustHint}
              </p>
            </div>
            <p className="mt-4">
              <button className="btn primary wide-s" type="submit">
                {words.submit}
              </button>
            </p>
          </>
        )}
      </Form>
      <p className="muted small mt-5">{words.lost}</p>
      <p className="mt-4">
        <Link to={signIn} reloadDocument>
          {words.back}
        </Link>
      </p>
    </Door>
  );
}
