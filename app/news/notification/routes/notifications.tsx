import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { HEARD_PAGE, listHeard, markRead, markUnread } from '#db/news/notification/notifications.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SentInstant } from '#shared/kernel/sent-values.ts';
import { linesOf } from '#shared/news/notification/lines.ts';
import { notification as words } from '#shared/news/notification/notification.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { Logo } from '../../../ui/logo.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { LineList } from '../line-list.tsx';
import type { Route } from './+types/notifications';

export const handle = frameHandle({ crumbs: () => [{ href: paths.notifications(), label: words.title }] });

const Instant = SentInstant.optional().catch(undefined);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const before = Instant.parse(searchParams.get('avant') ?? undefined);
  const at = now();
  const heard = await listHeard(db, { userId, now: at, before });
  return {
    lines: linesOf(heard),
    // Whoever has more than a page sees the rest from the last of it on.
    older: heard.length === HEARD_PAGE ? (heard.at(-1)?.at.toISOString() ?? null) : null,
    isOlder: before !== undefined,
    readAt: Instant.parse(searchParams.get('etat') ?? undefined)?.toISOString() ?? null,
    now: at,
  };
}

const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('read') }),
  z.object({ intent: z.literal('undo'), readAt: SentInstant }),
]);

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const form = parseForm(Gesture, await request.formData());
  if (form.intent === 'undo') {
    await markUnread(db, { userId, readAt: form.readAt });
    throw redirect(paths.notifications());
  }
  const at = now();
  await markRead(db, { userId, now: at });
  throw redirect(paths.notifications({ state: at.toISOString() }));
}

export default function Notifications({ loaderData }: Route.ComponentProps) {
  const { lines, older, isOlder, readAt, now } = loaderData;
  const [unread, read] = [lines.filter(({ isUnread }) => isUnread), lines.filter((line) => !line.isUnread)];
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Link className="btn" to={paths.accountNotifications()}>
          {words.settings}
        </Link>
      </div>
      {readAt && (
        <Notice kind="success">
          <Form method="post" className="flex flex-wrap items-center gap-4">
            {words.allRead}
            <input type="hidden" name="readAt" value={readAt} />
            <button className="btn sm" type="submit" name="intent" value="undo">
              {words.undo}
            </button>
          </Form>
        </Notice>
      )}
      {lines.length === 0 ? (
        <Nothing />
      ) : (
        <div className="measure">
          <section className="plate" aria-labelledby="unread">
            <header>
              <h2 id="unread">{words.unreadTitle}</h2>
              {unread.length > 0 && (
                <Form method="post">
                  <button className="btn sm" type="submit" name="intent" value="read">
                    {words.markAll}
                  </button>
                </Form>
              )}
            </header>
            {unread.length > 0 ? (
              <LineList lines={unread} now={now} />
            ) : (
              <p className="muted">{words.nothingUnread}</p>
            )}
          </section>
          {read.length > 0 && (
            <section className="plate" aria-labelledby="read">
              <header>
                <h2 id="read">{words.readTitle}</h2>
              </header>
              <LineList lines={read} now={now} />
            </section>
          )}
        </div>
      )}
      {(older || isOlder) && (
        <p className="mt-6 flex gap-4">
          {older && <Link to={paths.notifications({ before: older })}>{words.older}</Link>}
          {isOlder && <Link to={paths.notifications()}>{words.newest}</Link>}
        </p>
      )}
    </main>
  );
}

function Nothing() {
  return (
    <div className="empty">
      <Logo />
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
      <Link className="btn" to={paths.accountNotifications()}>
        {words.settings}
      </Link>
    </div>
  );
}
