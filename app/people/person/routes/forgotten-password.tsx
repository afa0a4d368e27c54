import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ShownAnswer } from '../../../ui/shown-answer.tsx';
import { Door } from '../door.tsx';
import { EmailField } from '../email-field.tsx';
import { askForPasswordMail, setPasswordByLink } from '../password-mail.server.ts';
import type { Route } from './+types/forgotten-password';

export const handle = staticPage;

const Token = z.string().min(1).max(200).nullable().catch(null);
const tokenOf = (request: Request) => Token.parse(new URL(request.url).searchParams.get('jeton'));

export function loader({ request }: Route.LoaderArgs) {
  return { hasLink: tokenOf(request) !== null };
}

const text = z.string().catch('');
const Typed = z.object({ email: text, password: text });

interface Answer {
  readonly email?: string;
  readonly sentTo?: string;
  readonly isUnusable?: boolean;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}
const refused = (answer: Answer) => data<Answer>(answer, { status: 422 });

export async function action({ request, context }: Route.ActionArgs) {
  const { auth, readNewPassword } = context.get(servicesContext);
  const typed = Typed.parse(Object.fromEntries(await request.formData()));
  const token = tokenOf(request);
  if (token) {
    const password = await readNewPassword(typed.password, '');
    if (!password.ok) return refused({ errors: { password: people.errors[password.error] } });
    if (await setPasswordByLink(auth, token, password.value))
      throw goOn(context, { to: paths.signIn(), said: people.signIn.passwordChanged, focus: null });
    return refused({ isUnusable: true, errors: { '': people.reset.unusable } });
  }
  const email = parseEmail(typed.email);
  if (!email.ok) return refused({ email: typed.email, errors: { email: people.errors[email.error] } });
  const problem = await askForPasswordMail(auth, request, email.value);
  if (problem) return refused({ email: typed.email, errors: { '': problem } });
  return data<Answer>({ sentTo: email.value, errors: {} });
}

export default function ForgottenPassword({ loaderData: { hasLink }, actionData }: Route.ComponentProps) {
  const words = hasLink ? people.reset : people.forgotten;
  const errors = actionData?.errors ?? {};
  return (
    <Door title={words.title}>
      <title>{frame.pageTitle(words.title)}</title>
      {actionData?.sentTo ? (
        <div className="mt-4">
          <ShownAnswer answer={actionData}>
            <Notice kind="success">{people.forgotten.sent(actionData.sentTo)}</Notice>
          </ShownAnswer>
          <p className="muted">{people.forgotten.notReceived}</p>
        </div>
      ) : (
        <>
          <p className="muted mt-2">{words.lead}</p>
          <Form method="post" reloadDocument noValidate className="mt-5">
            <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={actionData} />
            {hasLink ? (
              <TextField
                label={people.newPassword}
                name="password"
                type="password"
                autoComplete="new-password"
                required
                hint={people.passwordHint}
                error={errors.password}
              />
            ) : (
              <EmailField value={actionData?.email} error={errors.email} />
            )}
            <p className="row mt-4">
              <button className="btn primary wide-s" type="submit">
                {words.submit}
              </button>
              {actionData?.isUnusable && (
                <Link className="btn" to={paths.forgottenPassword()} reloadDocument>
                  {people.reset.again}
                </Link>
              )}
            </p>
          </Form>
        </>
      )}
      <p className="mt-5">
        <Link to={paths.signIn()}>{people.forgotten.back}</Link>
      </p>
    </Door>
  );
}
