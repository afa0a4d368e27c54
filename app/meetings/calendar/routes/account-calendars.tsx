import { data } from 'react-router';
import { listCalendarFeeds } from '#db/meetings/calendar/calendar-feeds.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listRecentBoards } from '#db/search/recent.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { calendar as words } from '#shared/meetings/calendar/calendar.fr.ts';
import { GROUP_PREFIX } from '#shared/meetings/calendar/feed-subject.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { notOurs } from '../../../kernel/refusal.server.ts';
import { AccountHeader } from '../../../people/person/account-header.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { FeedTable } from '../feed-table.tsx';
import { NewFeed } from '../new-feed.tsx';
import type { Route } from './+types/account-calendars';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: paths.accountCalendars(), label: words.title },
  ],
});

/** A list to choose from; whoever has more boards finds the others from their own page. */
const BOARDS_MAX = 100;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const groups = await listGroupsForMember(db, { userId, now: at });
  const groupIds = groups.map(({ id }) => id);
  const [feeds, boards] = await Promise.all([
    listCalendarFeeds(db, { userId }),
    listRecentBoards(db, { groupIds, limit: BOARDS_MAX }),
  ]);
  const { searchParams } = new URL(request.url);
  const [board, group] = [searchParams.get('tableau'), searchParams.get('groupe')];
  return {
    feeds,
    boards: boards.map(({ id, title }) => ({ id, title })),
    groups: groups.map(({ id, name }) => ({ id, name })),
    chosen: group ? GROUP_PREFIX + group : (boards.find(({ id }) => id === board)?.id ?? ''),
    now: at,
  };
}

const gestures = {
  revoke: gesturesOf(() => ({}))('calendarFeed.revoke', {
    fields: { feed: text },
    done: () => ({ to: paths.accountCalendars(), said: words.revoked, focus: 'feeds' }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const form = await request.formData();
  if (form.get('intent') !== 'create') {
    await act(context, form, gestures, null);
    return;
  }
  // What is made is shown on this page, this once: no other address may hold it.
  const { operations, origin } = context.get(servicesContext);
  const made = await operations.run(
    'calendarFeed.create',
    { userId },
    { board: String(form.get('board') ?? '') },
  );
  if (made.ok) return { address: origin + paths.calendarFeed(made.value.token), error: null };
  if (made.error === 'calendar.tooMany')
    return data({ address: null, error: fr.errors[made.error] }, { status: 422 });
  throw made.error === 'access.notFound' ? notFound() : notOurs();
}

export default function AccountCalendars({ loaderData, actionData }: Route.ComponentProps) {
  const { feeds, boards, groups, chosen, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      <NewFeed boards={boards} groups={groups} chosen={chosen} answer={actionData} />
      <Plate id="feeds" title={words.listTitle}>
        {feeds.length > 0 ? <FeedTable feeds={feeds} now={now} /> : <p className="muted">{words.none}</p>}
      </Plate>
    </main>
  );
}
