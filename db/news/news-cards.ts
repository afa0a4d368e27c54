import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { CardEventKind, NewsFact } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { cardEvents } from '../boards/card/card-event-schema.ts';
import { boards, cards } from '../boards/schema.ts';
import type { Db } from '../kernel/client.ts';
import { type AskedNews, asked, countedBy, type FoundNews, inEach, tableOf } from './news-source.ts';

/**
 * [HV1] Cards that others made, moved, finished, archived, or gave to this person since then. Of an assignment to somebody else
 * nothing is told.
 */
export async function newsOfCards(db: Db, { userId, groups, limit }: AskedNews): Promise<FoundNews[]> {
  const events = sql<{ what: CardEventKind; subject: string }[]>`json_agg(json_build_object(
    'what', ${cardEvents.what}, 'subject', ${cardEvents.subject}) order by ${cardEvents.at}, ${cardEvents.seq})`;
  const last = sql<Date>`max(${cardEvents.at})`.mapWith(cardEvents.at);
  const isOfOthers = or(
    sql`cardinality(${cardEvents.writers}) = 0`,
    sql`exists (select from unnest(${cardEvents.writers}) as w(id) where w.id <> ${userId})`,
  );
  const found = db
    .select({
      id: cards.cardId,
      title: sql<string>`${cards.title}`.as('card_title'),
      boardId: sql<string>`${boards.id}`.as('board'),
      boardTitle: sql<string>`${boards.title}`.as('board_title'),
      events: events.as('events'),
      writers: sql<string[]>`(array_agg(array_to_string(${cardEvents.writers}, ' ')))`.as('writers'),
      at: last.as('at'),
      ...countedBy(sql`${last} desc, ${cards.cardId}`),
    })
    .from(cardEvents)
    .innerJoin(cards, and(eq(cards.boardId, cardEvents.boardId), eq(cards.cardId, cardEvents.cardId)))
    .innerJoin(boards, eq(boards.id, cardEvents.boardId))
    .where(
      and(
        eq(boards.groupId, asked.groupId),
        isNull(boards.trashedAt),
        gt(cardEvents.at, asked.since),
        isOfOthers,
        or(sql`${cardEvents.what} <> 'assigned'`, eq(cardEvents.subject, userId)),
      ),
    )
    .groupBy(cards.boardId, cards.cardId, boards.id)
    .orderBy(desc(last), cards.cardId)
    .limit(limit)
    .as('found');
  const { id, title, boardId, boardTitle, writers, at, total } = found;
  const rows = await db
    .select({
      ...{ groupId: asked.groupId, id, title, boardId, boardTitle, writers, at, total },
      events: found.events,
    })
    .from(tableOf(groups))
    .innerJoinLateral(found, inEach)
    .orderBy(asked.rank, found.place);
  return rows.map((row) => ({
    groupId: row.groupId,
    total: row.total,
    byIds: row.writers.flatMap((ids) => ids.split(' ')).filter((by) => by !== userId && by !== ''),
    item: {
      kind: 'card',
      id: row.id,
      title: row.title,
      href: paths.boardCard({ id: row.boardId, title: row.boardTitle }, row.id),
      compareHref: null,
      context: row.boardTitle,
      facts: factsOf(row.events),
      at: row.at,
    },
  }));
}

/** What is left to tell of a card that went through several columns: where it ended. */
function factsOf(events: readonly { what: CardEventKind; subject: string }[]): NewsFact[] {
  const has = (what: CardEventKind) => events.some((event) => event.what === what);
  const move = events.findLast(({ what }) => what === 'moved' || what === 'finished');
  return [
    ...(has('created') ? [{ what: 'created' } as const] : []),
    ...(has('assigned') ? [{ what: 'assigned' } as const] : []),
    ...(has('archived') ? [{ what: 'archived' } as const] : []),
    ...(move
      ? [{ what: move.what === 'finished' ? ('finished' as const) : ('moved' as const), to: move.subject }]
      : []),
  ];
}
