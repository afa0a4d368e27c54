import { Mail } from 'lucide-react';
import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { hasAnyPerson } from '#db/people/person/people.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { ownAddress } from '#shared/kernel/own-address.ts';
import { paths } from '#shared/paths.ts';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { entryPaths } from '#shared/people/entry/entry-paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { CLOSING_SCRIPT } from '#shared/realtime/device-seal.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useNonce } from '../../../ui/nonce.tsx';
import { DemoAccounts } from '../demo-accounts.tsx';
import { Door } from '../door.tsx';
import { EmailField } from '../email-field.tsx';
import { OtherWaysIn } from '../other-ways-in.tsx';
import { signIn } from '../sign-in.server.ts';
import type { Route } from './+types/sign-in';

export const handle = staticPage;

const words = people.signIn;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, env, waysIn: ways } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  if (context.get(memberContext)) throw redirect(ownAddress(searchParams.get('suite')));
  if (!(await hasAnyPerson(db))) throw redirect(paths.firstInstallation());
  const next = ownAddress(searchParams.get('suite'));
  return {
    isDemo: env.DEMO,
    linkAddress: paths.askForSignInLink(next),
    providers: ways.providers.list.map(({ id, name }) => ({
      name,
      href: paths.providerDeparture(id, { next }),
    })),
    cameBy: await ways.providers.cameBy(request.headers),
  };
}

const SignInForm = z.object({ email: z.string().trim().catch(''), password: z.string().catch('') });

export async function action({ request, context }: Route.ActionArgs) {
  const { auth } = context.get(servicesContext);
  const { email, password } = SignInForm.parse(Object.fromEntries(await request.formData()));
  const missing = {
    ...(!email && { email: words.emailMissing }),
    ...(!password && { password: words.passwordMissing }),
  };
  if (Object.keys(missing).length > 0) return data({ email, errors: missing }, { status: 422 });
  const answer = await signIn(auth, request, { email, password });
  if (!answer.ok)
    return data(
      { email, errors: { '': answer.message } },
      { status: answer.status, headers: answer.headers },
    );
  const next = ownAddress(new URL(request.url).searchParams.get('suite'));
  return redirect(answer.awaitsCode ? paths.secondFactor(next) : next, { headers: answer.headers });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { isDemo, linkAddress, providers, cameBy } = loaderData;
  const errors: Partial<Record<string, string>> = actionData?.errors ?? {};
  const nonce = useNonce();
  return (
    <Door>
      <title>{frame.pageTitle(words.title)}</title>
      {/* [L11] The page is complete without it: it closes what whoever was here before has left. */}
      <script src={CLOSING_SCRIPT} nonce={nonce} async fetchPriority="low" />
      <h2>{words.heading}</h2>
      <OtherWaysIn providers={providers} cameBy={cameBy} />
      {/* A whole page load: whoever signs in leaves nothing of the visitor's page behind. */}
      <Form method="post" reloadDocument noValidate className="mt-4">
        <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={actionData} />
        <EmailField value={actionData?.email} error={errors.email} />
        <TextField
          label={people.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={errors.password}
        />
        <p className="row mt-4">
          <button className="btn primary wide-s" type="submit">
            {words.submit}
          </button>
          <Link className="btn quiet" to={linkAddress}>
            <Mail className="icon" aria-hidden="true" />
            {waysIn.link.ask}
          </Link>
        </p>
        <p className="mt-3">
          <Link to={paths.forgottenPassword()}>{words.forgotten}</Link>
        </p>
        <p className="mt-2">
          <Link to={entryPaths.ask()} reloadDocument>
            {entry.ask.title}
          </Link>
        </p>
      </Form>
      {isDemo && <DemoAccounts />}
    </Door>
  );
}
