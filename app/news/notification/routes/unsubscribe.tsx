import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { notification } from '#shared/news/notification/notification.fr.ts';
import type { Unsubscribed } from '#shared/news/notification/notification.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Door } from '../../../people/person/door.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Route } from './+types/unsubscribe';

export const handle = staticPage;

const words = notification.unsubscribe;

type State =
  | { readonly kind: 'asked' | 'done' | 'undone'; readonly from: Unsubscribed }
  | { readonly kind: 'unusable' };

/** [NO9] Looking changes nothing: programs that check links of mails look too. */
export function loader({ params, context }: Route.LoaderArgs) {
  const asked = context.get(servicesContext).unsubscribeLinks.read(params.jeton);
  return asked
    ? data<State>({ kind: 'asked', from: asked.from })
    : data<State>({ kind: 'unusable' }, { status: 404 });
}

/** What our page sends, and what a mail program does (RFC 8058), which ends as well. */
const Gesture = z.union([
  z.object({ intent: z.enum(['end', 'undo']) }),
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }).transform(() => ({ intent: 'end' as const })),
]);

export async function action({ request, params, context }: Route.ActionArgs) {
  const { operations, unsubscribeLinks } = context.get(servicesContext);
  const asked = unsubscribeLinks.read(params.jeton);
  if (!asked) return data<State>({ kind: 'unusable' }, { status: 404 });
  const isUndone = parseForm(Gesture, await request.formData()).intent === 'undo';
  const name = isUndone ? 'notification.restoreMails' : 'notification.endMails';
  const done = await operations.run(name, { userId: null }, { link: params.jeton });
  if (!done.ok) throw notFound();
  return data<State>({ kind: isUndone ? 'undone' : 'done', from: asked.from });
}

export default function Unsubscribe({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? loaderData;
  return (
    <Door title={words.title}>
      <title>{frame.pageTitle(words.title)}</title>
      <div className="mt-4">
        {state.kind === 'unusable' ? <Notice kind="warning">{words.unusable}</Notice> : <Ending {...state} />}
      </div>
      <p className="mt-5">
        <Link to={paths.accountNotifications()}>{words.settings}</Link>
      </p>
    </Door>
  );
}

function Ending({ kind, from }: Exclude<State, { kind: 'unusable' }>) {
  const of = words.of[from];
  return (
    <>
      {kind === 'asked' ? (
        <p>{words.question(of)}</p>
      ) : (
        <Notice kind="success">{kind === 'done' ? words.done(of) : words.undone}</Notice>
      )}
      <p className="muted small mt-2">{words.stays}</p>
      <Form method="post" reloadDocument className="mt-4">
        <button
          className={kind === 'done' ? 'btn wide-s' : 'btn primary wide-s'}
          type="submit"
          name="intent"
          value={kind === 'done' ? 'undo' : 'end'}
        >
          {kind === 'done' ? words.undo : words.submit}
        </button>
      </Form>
    </>
  );
}
