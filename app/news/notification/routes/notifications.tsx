import { Form, Link } from 'react-router';
import { HEARD_PAGE, listHeard } from '#db/news/notification/notifications.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SentInstant } from '#shared/kernel/sent-values.ts';
import { newsTabs } from '#shared/news/news-tabs.fr.ts';
import { linesOf } from '#shared/news/notification/lines.ts';
import { notification as words } from '#shared/news/notification/notification.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { NewsTabs } from '../../news-tabs.tsx';
import { LineList } from '../line-list.tsx';
import type { Route } from './+types/notifications';

export const handle = frameHandle({ crumbs: () => [{ href: paths.notifications(), label: newsTabs.title }] });

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
    now: at,
  };
}

const gestures = {
  read: gesturesOf(() => ({ objectId: null }))('notification.read', {
    fields: {},
    done: ({ readAt }) => ({
      to: paths.notifications(),
      said: words.allRead,
      focus: 'unread',
      undo: { label: words.undo, fields: { intent: 'undo', readAt: readAt.toISOString() } },
    }),
  }),
  undo: gesturesOf(() => ({}))('notification.unread', {
    fields: { readAt: text },
    done: () => ({ to: paths.notifications(), said: words.unreadAgain, focus: 'unread' }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  return act(context, await request.formData(), gestures, null);
}

export default function Notifications({ loaderData }: Route.ComponentProps) {
  const { lines, older, isOlder, now } = loaderData;
  const [unread, read] = [lines.filter(({ isUnread }) => isUnread), lines.filter((line) => !line.isUnread)];
  return (
    <main id="contenu">
      <title>{frame.pageTitle(newsTabs.mine, newsTabs.title)}</title>
      <PageHead title={newsTabs.title} lead={words.lead}>
        <Link className="btn" to={paths.accountNotifications()}>
          {words.settings}
        </Link>
      </PageHead>
      <NewsTabs current="mine" />
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
    <Empty title={words.emptyTitle} text={words.emptyText}>
      <Link className="btn" to={paths.accountNotifications()}>
        {words.settings}
      </Link>
    </Empty>
  );
}
