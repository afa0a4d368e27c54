import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { findOpenGroup, withdrawJoin } from '#db/people/member/join-requests.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { join as words } from '#shared/people/member/join.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextAreaField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import type { Route } from './+types/group-join';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.groupJoin({ id: group.id, title: group.name }), label: words.pageTitle(group.name) },
  ],
});

/** [MB1] The group, if this person may ask to join it. */
async function requireOpen(context: Route.LoaderArgs['context'], segment: string) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const groupId = idOfSegment(segment);
  const group = groupId && (await findOpenGroup(db, { groupId, userId, now: now() }));
  if (!group) throw notFound();
  return { userId, group };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { group } = await requireOpen(context, params.groupe);
  return { group, state: new URL(request.url).searchParams.get('etat') };
}

const Asked = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask'), message: z.string().max(20_000) }),
  z.object({ intent: z.literal('withdraw') }),
]);

export async function action({ request, params, context }: Route.ActionArgs) {
  const { userId, group } = await requireOpen(context, params.groupe);
  const { db, joinRequests } = context.get(servicesContext);
  const asked = parseForm(Asked, await request.formData());
  const page = paths.groupJoin({ id: group.id, title: group.name });
  if (asked.intent === 'withdraw') {
    await withdrawJoin(db, { groupId: group.id, userId });
    throw redirect(`${page}?etat=retiree`);
  }
  const { message } = asked;
  const made = await joinRequests.ask({ groupId: group.id, userId, message });
  if (made.ok) throw redirect(`${page}?etat=envoyee`);
  return made.error === 'join.tooMany'
    ? refuse({ '': made.error }, { message }, { status: 429 })
    : refuse({ message: made.error }, { message });
}

export default function GroupJoin({ loaderData: { group, state }, actionData }: Route.ComponentProps) {
  const { own } = group;
  const isSent = state === 'envoyee' && !actionData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.pageTitle(group.name))}</title>
      <div className="head">
        <div>
          <p className="over">
            <ThemeChip theme={group.theme} />
          </p>
          <h1>{words.pageTitle(group.name)}</h1>
          <p className="lead">{group.purpose}</p>
        </div>
        <Link className="btn" to={paths.groups()}>
          {words.back}
        </Link>
      </div>
      {state === 'retiree' && !own && !actionData && <Notice kind="success">{words.withdrawn}</Notice>}
      {own && (
        <Notice kind={isSent ? 'success' : 'info'}>
          <p>{isSent ? words.sent : words.waiting(dates.short(own.askedAt))}</p>
          <Form method="post" className="mt-2">
            <button className="btn sm" type="submit" name="intent" value="withdraw">
              {words.withdraw}
            </button>
          </Form>
        </Notice>
      )}
      <Form method="post" className="card max-w-2xl" noValidate key={own?.message}>
        <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
        <p className="muted mb-4">{words.lead}</p>
        <TextAreaField
          label={words.message}
          name="message"
          hint={words.messageHint}
          defaultValue={actionData?.values.message ?? own?.message}
          error={actionData?.errors.message}
          rows={4}
        />
        <p className="mt-4">
          <button className="btn primary" type="submit" name="intent" value="ask">
            {own ? words.renew : words.submit}
          </button>
        </p>
      </Form>
    </main>
  );
}
