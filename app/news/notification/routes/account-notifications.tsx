import { Link, redirect } from 'react-router';
import { z } from 'zod';
import {
  findNotificationSettings,
  saveNotificationSettings,
} from '#db/news/notification/notification-settings.ts';
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
import { parseForm } from '../../../kernel/refusal.server.ts';
import { AccountHeader } from '../../../people/person/account-header.tsx';
import { Notice } from '../../../ui/notice.tsx';
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

export async function loader({ request, context }: Route.LoaderArgs) {
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
    isSaved: new URL(request.url).searchParams.get('etat') === 'enregistre',
  };
}

const delivery = z.enum(DELIVERIES);
const hour = z.coerce.number().int().min(0).max(23);
const isTicked = z.literal('oui').optional();
const Settings = z.object({
  mention: delivery,
  reply: delivery,
  assigned: delivery,
  suggestion: delivery,
  own: delivery,
  group: delivery,
  digest: isTicked,
  quietFrom: hour,
  quietTo: hour,
  quietWeekends: isTicked,
});

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const { db } = context.get(servicesContext);
  const { digest, quietFrom, quietTo, quietWeekends, ...deliveries } = parseForm(
    Settings,
    await request.formData(),
  );
  await saveNotificationSettings(db, {
    userId,
    deliveries,
    digest: digest !== undefined,
    quietFrom,
    quietTo,
    quietWeekends: quietWeekends !== undefined,
  });
  throw redirect(`${paths.accountNotifications()}?etat=enregistre`);
}

export default function AccountNotifications({ loaderData }: Route.ComponentProps) {
  const { settings, groups, objects, isSaved } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(notification.title, people.account.title)}</title>
      <AccountHeader />
      {isSaved && <Notice kind="success">{words.saved}</Notice>}
      <p className="lead mb-6">
        {words.lead} <Link to={paths.notifications()}>{words.toCentre}</Link>
      </p>
      <SettingsForm settings={settings} />
      <section className="plate mt-8" aria-labelledby="groups">
        <header>
          <h2 id="groups">{words.groupsTitle}</h2>
        </header>
        <WatchedList watched={groups} />
      </section>
      <section className="plate" aria-labelledby="watched">
        <header>
          <h2 id="watched">{words.watchedTitle}</h2>
        </header>
        {objects.length > 0 ? (
          <WatchedList watched={objects} />
        ) : (
          <p className="muted">{words.noneWatched}</p>
        )}
      </section>
    </main>
  );
}
