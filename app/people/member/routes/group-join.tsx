import { Form, Link } from 'react-router';
import { findOpenGroup } from '#db/people/member/join-requests.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { join as words } from '#shared/people/member/join.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { afterOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
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
  return { group };
}

export async function loader({ params, context }: Route.LoaderArgs) {
  return requireOpen(context, params.groupe);
}

interface JoinPage {
  readonly group: { readonly id: string; readonly name: string };
}
const ofGroup = gesturesOf(({ group }: JoinPage) => ({ groupId: group.id }));
const after = afterOn(({ group: { id, name } }: JoinPage) => paths.groupJoin({ id, title: name }));
const gestures = {
  ask: ofGroup('join.ask', { fields: { message: text }, done: after(words.sent, null) }),
  withdraw: ofGroup('join.withdraw', { fields: {}, done: after(words.withdrawn, null) }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireOpen(context, params.groupe);
  return act(context, await request.formData(), gestures, { group });
}

export default function GroupJoin({ loaderData: { group }, actionData }: Route.ComponentProps) {
  const { own } = group;
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
      {own && (
        <Notice kind="info">
          <p>{words.waiting(dates.short(own.askedAt))}</p>
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
