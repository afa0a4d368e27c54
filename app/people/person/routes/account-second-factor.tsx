import { data, Link } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { secondFactor as words } from '#shared/people/person/second-factor.fr.ts';
import { keyOfTotpAddress, needsSecondFactor } from '#shared/people/person/second-factor.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Door } from '../door.tsx';
import { RecoveryCodes } from '../recovery-codes.tsx';
import {
  beginSecondFactor,
  confirmSecondFactor,
  newRecoveryCodes,
  removeSecondFactor,
} from '../second-factor.server.ts';
import { SecondFactorForms, SecondFactorSetUp } from '../second-factor-forms.tsx';
import type { Route } from './+types/account-second-factor';

export const handle = staticPage;

export async function loader({ request, context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { auth, env } = context.get(servicesContext);
  const session = await auth.api.getSession({ headers: request.headers });
  return {
    isOn: session?.user.twoFactorEnabled === true,
    isRequired: needsSecondFactor(env.secondFactorRoles, member),
  };
}

const Asked = z.object({
  intent: z.enum(['begin', 'confirm', 'codes', 'remove']),
  password: z.string().max(200).catch(''),
  code: z.string().max(100).catch(''),
  /** What was begun, as the page itself wrote it: a wrong code shows it again. */
  address: z
    .string()
    .max(1000)
    .refine((text) => keyOfTotpAddress(text) !== null)
    .optional()
    .catch(undefined),
});

interface Answer {
  readonly address?: string | undefined;
  readonly codes?: readonly string[];
  readonly form?: 'codes' | 'remove';
  readonly errors: Readonly<Partial<Record<string, string>>>;
}
const answered = (answer: Answer, init?: ResponseInit) => data<Answer>(answer, init);
/** Recovery codes and keys stay out of every cache. */
const SECRET = { 'Cache-Control': 'no-store' };

export async function action({ request, context }: Route.ActionArgs) {
  const member = requireMember(context);
  const { id: userId } = member;
  const { auth, operations, env } = context.get(servicesContext);
  const { intent, password, code, address } = parseForm(Asked, await request.formData());
  const refused = (answer: Answer) => answered(answer, { status: 422, headers: SECRET });
  if (intent === 'begin') {
    const begun = await beginSecondFactor(auth, request, password);
    if (!begun.ok) return refused({ errors: begun.errors });
    return answered({ address: begun.value, errors: {} }, { headers: SECRET });
  }
  if (intent === 'confirm') {
    const confirmed = await confirmSecondFactor(auth, request, { typed: code, userId });
    if (!confirmed.ok) return refused({ address, errors: confirmed.errors });
    const { codes, headers } = confirmed.value;
    headers.set('Cache-Control', 'no-store');
    return answered({ codes, errors: {} }, { headers });
  }
  if (intent === 'codes') {
    const made = await newRecoveryCodes(auth, request, password);
    if (!made.ok) return refused({ form: 'codes', errors: made.errors });
    return answered({ codes: made.value, errors: {} }, { headers: SECRET });
  }
  if (needsSecondFactor(env.secondFactorRoles, member))
    return refused({ form: 'remove', errors: { '': words.mayNotRemove } });
  const removed = await removeSecondFactor(auth, request, password);
  if (!removed.ok) return refused({ form: 'remove', errors: removed.errors });
  await operations.run('account.forgetDevices', { userId }, {});
  const to = paths.accountSecurity();
  throw goOn(context, { to, said: words.removed, focus: null, headers: removed.value });
}

export default function AccountSecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { isOn, isRequired } = loaderData;
  const { address, codes, form, errors = {} } = actionData ?? {};
  return (
    <Door title={words.title}>
      <title>{frame.pageTitle(words.title)}</title>
      {codes ? (
        <RecoveryCodes codes={codes} next={isRequired ? paths.home() : paths.accountSecurity()} />
      ) : (
        <>
          <p className="muted mt-2">{words.lead}</p>
          {isRequired && !isOn && (
            <div className="mt-4">
              <Notice kind="info">{words.required}</Notice>
            </div>
          )}
          {isOn ? (
            <SecondFactorForms isRequired={isRequired} refusal={actionData && { form, errors }} />
          ) : (
            <SecondFactorSetUp address={address} refusal={actionData && { form, errors }} />
          )}
          <p className="mt-6">
            <Link to={paths.accountSecurity()} reloadDocument>
              {words.back}
            </Link>
          </p>
        </>
      )}
    </Door>
  );
}
