import { Form, Link } from 'react-router';
import { z } from 'zod';
import { findWatched, type WatchedObject } from '#db/news/notification/watches.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { newsTabs } from '#shared/news/news-tabs.fr.ts';
import { notification } from '#shared/news/notification/notification.fr.ts';
import { WATCH_LEVELS, WATCHED_KINDS } from '#shared/news/notification/notification.ts';
import { pathOfLine } from '#shared/news/notification/object-path.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, choice, gesturesOf } from '../../../kernel/gesture.server.ts';
import { LevelChoice } from '../level-choice.tsx';
import type { Route } from './+types/notification-watch';

const words = notification.watch;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ watched }) => [
    { href: paths.notifications(), label: newsTabs.title },
    { href: paths.notificationWatch(watched.kind, watched.objectId), label: words.title },
  ],
});

const Watched = z
  .string()
  .regex(/^(group|document|board):[0-9a-f-]{36}$/)
  .transform((value) => {
    const [kind = '', objectId = ''] = value.split(':');
    return { kind: WATCHED_KINDS.find((known) => known === kind) ?? 'group', objectId };
  });

/** What the address names, if this person may follow it. */
async function requireWatched(request: Request, context: Route.LoaderArgs['context']) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asked = Watched.safeParse(new URL(request.url).searchParams.get('objet'));
  const reader = { userId, now: now() };
  const watched = asked.success ? await findWatched(db, { ...asked.data, ...reader }) : null;
  if (!watched) throw notFound();
  const group = watched.group && watched.kind !== 'group' ? watched.group : null;
  const ofGroup = group && (await findWatched(db, { kind: 'group', objectId: group.id, ...reader }));
  return { watched, ofGroup: ofGroup ? (ofGroup.level ?? 'mine') : null };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { watched, ofGroup } = await requireWatched(request, context);
  return { watched, ofGroup };
}

const gestures = {
  choose: gesturesOf(({ kind, objectId }: WatchedObject) => ({ kind, objectId }))('notification.watch', {
    fields: { level: choice([...WATCH_LEVELS, 'inherit']) },
    done: (_made, { kind, objectId }) => ({
      to: paths.notificationWatch(kind, objectId),
      said: words.saved,
      focus: null,
    }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  const { watched } = await requireWatched(request, context);
  return act(context, await request.formData(), gestures, watched);
}

export default function NotificationWatch({ loaderData }: Route.ComponentProps) {
  const { watched, ofGroup } = loaderData;
  const { kind, objectId, title, group } = watched;
  const here =
    kind === 'group'
      ? paths.group({ id: objectId, title })
      : pathOfLine({ objectKind: kind, objectId, title, group, cardId: null, place: null, verb: null });
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, title)}</title>
      <div className="head">
        <div>
          {group && <p className="over">{group.name}</p>}
          <h1>{notification.followOf(title)}</h1>
          <p className="lead">{words.lead[kind]}</p>
        </div>
      </div>
      <Form method="post" className="measure">
        <LevelChoice chosen={watched.level} ofGroup={ofGroup} />
        <p className="mt-5 flex flex-wrap gap-4">
          <button className="btn primary wide-s" type="submit" name="intent" value="choose">
            {words.save}
          </button>
          <Link className="btn wide-s" to={here}>
            {words.open(title)}
          </Link>
        </p>
      </Form>
    </main>
  );
}
