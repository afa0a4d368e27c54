import { Link } from 'react-router';
import { findNotificationSettings } from '#db/news/notification/notification-settings.ts';
import { listWatched } from '#db/news/notification/watches.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { notification } from '#shared/news/notification/notification.fr.ts';
import { DELIVERIES } from '#shared/news/notification/notification.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, choice, gesturesOf, text, ticked } from '../../../kernel/gesture.server.ts';
import { AccountHeader } from '../../../people/person/account-header.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { SettingsForm } from '../settings-form.tsx';
import { WatchedList } from '../watched-list.tsx';
import type { Route } from './+types/account-notifications';

const words = notification.settingsPage;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: paths.accountNotifications(), label: notification.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const reader = { userId, now: now() };
  const watched = await listWatched(db, reader);
  const groups = (await listGroupsForMember(db, reader)).map(({ id, name }) => ({
    kind: 'group' as const,
    objectId: id,
    title: name,
    group: null,
    level: watched.find(({ objectId }) => objectId === id)?.level ?? null,
  }));
  return {
    settings: await findNotificationSettings(db, { userId }),
    groups,
    objects: watched.filter(({ kind }) => kind !== 'group'),
  };
}

const delivery = choice(DELIVERIES);
const gestures = {
  settings: gesturesOf(() => ({}))('notification.choose', {
    fields: {
      ...{ mention: delivery, reply: delivery, assigned: delivery, suggestion: delivery },
      ...{ programme: delivery, own: delivery, group: delivery, digest: ticked },
      newsletter: ticked,
      ...{ quietFrom: text, quietTo: text, quietWeekends: ticked },
    },
    done: () => ({ to: paths.accountNotifications(), said: words.saved, focus: null }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  return act(context, await request.formData(), gestures, null);
}

export default function AccountNotifications({ loaderData }: Route.ComponentProps) {
  const { settings, groups, objects } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(notification.title, people.account.title)}</title>
      <AccountHeader />
      <p className="lead mb-6">
        {words.lead} <Link to={paths.notifications()}>{words.toCentre}</Link>
      </p>
      <SettingsForm settings={settings} />
      <Plate id="groups" title={words.groupsTitle} className="mt-8">
        <WatchedList watched={groups} />
      </Plate>
      <Plate id="watched" title={words.watchedTitle}>
        {objects.length > 0 ? (
          <WatchedList watched={objects} />
        ) : (
          <p className="muted">{words.noneWatched}</p>
        )}
      </Plate>
    </main>
  );
}
