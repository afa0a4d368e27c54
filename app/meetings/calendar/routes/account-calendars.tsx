import { randomBytes } from 'node:crypto';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import {
  createCalendarFeed,
  listCalendarFeeds,
  revokeCalendarFeed,
} from '#db/meetings/calendar/calendar-feeds.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listRecentObjects } from '#db/search/recent.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { calendar as words } from '#shared/meetings/calendar/calendar.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { AccountHeader } from '../../../people/person/account-header.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { FeedTable } from '../feed-table.tsx';
import { GROUP_PREFIX, NewFeed } from '../new-feed.tsx';
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
    listRecentObjects(db, { userId, now: at, groupIds, limit: BOARDS_MAX, kinds: ['board'] }),
  ]);
  const { searchParams } = new URL(request.url);
  const [board, group] = [searchParams.get('tableau'), searchParams.get('groupe')];
  return {
    feeds,
    boards: boards.map(({ id, title }) => ({ id, title })),
    groups: groups.map(({ id, name }) => ({ id, name })),
    chosen: group ? GROUP_PREFIX + group : (boards.find(({ id }) => id === board)?.id ?? ''),
    isRevoked: searchParams.get('etat') === 'supprimee',
    now: at,
  };
}

const FeedForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('create'), board: z.string().max(100).catch('') }),
  z.object({ intent: z.literal('revoke'), feed: z.string().max(100) }),
]);

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const { db, now, newId, origin } = context.get(servicesContext);
  const form = parseForm(FeedForm, await request.formData());
  if (form.intent === 'revoke') {
    await revokeCalendarFeed(db, { id: form.feed, userId });
    throw redirect(`${paths.accountCalendars()}?etat=supprimee`);
  }
  const token = randomBytes(32).toString('base64url');
  const ofGroup = form.board.startsWith(GROUP_PREFIX) ? form.board.slice(GROUP_PREFIX.length) : null;
  const boardId = ofGroup === null ? form.board || null : null;
  const feed = { id: newId(), userId, boardId, groupId: ofGroup, token, now: now() };
  const made = await createCalendarFeed(db, feed);
  if (made.ok) return { address: origin + paths.calendarFeed(token), error: null };
  if (made.error === 'access.notFound') throw notFound();
  return data({ address: null, error: fr.errors[made.error] }, { status: 422 });
}

export default function AccountCalendars({ loaderData, actionData }: Route.ComponentProps) {
  const { feeds, boards, groups, chosen, isRevoked, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      {isRevoked && !actionData && <Notice kind="success">{words.revoked}</Notice>}
      <NewFeed boards={boards} groups={groups} chosen={chosen} answer={actionData} />
      <section className="plate" aria-labelledby="feeds">
        <header>
          <h2 id="feeds">{words.listTitle}</h2>
        </header>
        {feeds.length > 0 ? <FeedTable feeds={feeds} now={now} /> : <p className="muted">{words.none}</p>}
      </section>
    </main>
  );
}
