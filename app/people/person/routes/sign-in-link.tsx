import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { ownAddress } from '#shared/kernel/own-address.ts';
import { paths } from '#shared/paths.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ShownAnswer } from '../../../ui/shown-answer.tsx';
import { Door } from '../door.tsx';
import { EmailField } from '../email-field.tsx';
import { enter } from '../enter.server.ts';
import type { Route } from './+types/sign-in-link';

export const handle = staticPage;

const words = waysIn.link;
const SECRET = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
const Token = z
  .string()
  .regex(/^[\w-]{43}$/)
  .nullable()
  .catch('');
const tokenOf = (request: Request) => Token.parse(new URL(request.url).searchParams.get('jeton'));

/** Only shows the link’s button: programs that read mails open every address in them. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { links } = context.get(servicesContext).waysIn;
  const token = tokenOf(request);
  const link = token === null ? null : await links.read(token, request.headers);
  return data({ hasToken: token !== null, link }, { headers: SECRET });
}

const Typed = z.object({ email: z.string().catch('') });
interface Answer {
  readonly email?: string;
  readonly sentTo?: string;
  readonly isUnusable?: boolean;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { auth, waysIn: ways } = context.get(servicesContext);
  const token = tokenOf(request);
  if (token !== null) {
    const used = await ways.links.use(token);
    if (!used) return data<Answer>({ isUnusable: true, errors: {} }, { status: 422, headers: SECRET });
    const entered = await enter(auth, request, used);
    if (typeof entered !== 'string') throw entered;
    return data<Answer>({ errors: { '': entered } }, { status: 422, headers: SECRET });
  }
  const typed = Typed.parse(Object.fromEntries(await request.formData()));
  const email = parseEmail(typed.email);
  if (!email.ok)
    return data<Answer>(
      { email: typed.email, errors: { email: people.errors[email.error] } },
      { status: 422 },
    );
  const next = ownAddress(new URL(request.url).searchParams.get('suite'));
  const asked = await ways.links.ask({ email: email.value, next, headers: request.headers });
  if (!asked.ok) {
    const errors = { '': words.tooMany(Math.ceil(asked.seconds / 60)) };
    return data<Answer>({ email: email.value, errors }, { status: 429 });
  }
  return data<Answer>({ sentTo: email.value, errors: {} }, { headers: { 'Set-Cookie': asked.cookie } });
}

export default function SignInLink({ loaderData, actionData }: Route.ComponentProps) {
  const { hasToken, link } = loaderData;
  const errors: Partial<Record<string, string>> = actionData?.errors ?? {};
  const isUnusable = (hasToken && !link) || actionData?.isUnusable;
  return (
    <Door title={hasToken ? words.openTitle : words.title}>
      <title>{frame.pageTitle(hasToken ? words.openTitle : words.title)}</title>
      {isUnusable ? (
        <>
          <p className="lead mt-3">{words.unusable}</p>
          <p className="mt-5">
            <Link className="btn primary" to={paths.signInLink()} reloadDocument>
              {words.again}
            </Link>
          </p>
        </>
      ) : actionData?.sentTo ? (
        <div className="mt-4">
          <ShownAnswer answer={actionData}>
            <Notice kind="success">{words.sent(actionData.sentTo)}</Notice>
          </ShownAnswer>
          <p className="muted">{people.forgotten.notReceived}</p>
        </div>
      ) : link ? (
        <Form method="post" reloadDocument className="mt-5">
          <ErrorSummary title={people.signIn.refused} faults={faultsOf(errors)} answer={actionData} />
          <p>{words.openLead(link.email)}</p>
          {!link.isSameBrowser && (
            <div className="mt-4">
              <Notice kind="warning">{words.otherBrowser}</Notice>
            </div>
          )}
          <p className="mt-4">
            <button className="btn primary wide-s" type="submit">
              {people.signIn.submit}
            </button>
          </p>
        </Form>
      ) : (
        <>
          <p className="muted mt-2">{words.lead}</p>
          <Form method="post" reloadDocument noValidate className="mt-5">
            <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={actionData} />
            <EmailField value={actionData?.email} error={errors.email} />
            <p className="mt-4">
              <button className="btn primary wide-s" type="submit">
                {words.submit}
              </button>
            </p>
          </Form>
        </>
      )}
      <p className="mt-5">
        <Link to={paths.signIn()} reloadDocument>
          {people.forgotten.back}
        </Link>
      </p>
    </Door>
  );
}
