import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { CardEventKind, NewsFact } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { cardEvents } from '../boards/card/card-event-schema.ts';
import { boards, cards } from '../boards/schema.ts';
import type { Db } from '../kernel/client.ts';
import { type AskedNews, type FoundNews, namesOf } from './news-source.ts';

/**
 * [HV1] Cards that others made, moved, finished, archived, or gave to this person since then. Of an assignment to somebody else
 * nothing is told.
 */
export async function newsOfCards(db: Db, { userId, groupId, since, limit }: AskedNews): Promise<FoundNews> {
  const events = sql<{ what: CardEventKind; subject: string }[]>`json_agg(json_build_object(
    'what', ${cardEvents.what}, 'subject', ${cardEvents.subject}) order by ${cardEvents.at}, ${cardEvents.seq})`;
  const last = sql<Date>`max(${cardEvents.at})`.mapWith(cardEvents.at);
  const isOfOthers = or(
    sql`cardinality(${cardEvents.writers}) = 0`,
    sql`exists (select from unnest(${cardEvents.writers}) as w(id) where w.id <> ${userId})`,
  );
  const rows = await db
    .select({
      id: cards.cardId,
      title: cards.title,
      board: { id: boards.id, title: boards.title },
      events,
      writers: sql<string[]>`(array_agg(array_to_string(${cardEvents.writers}, ' ')))`,
      at: last,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(cardEvents)
    .innerJoin(cards, and(eq(cards.boardId, cardEvents.boardId), eq(cards.cardId, cardEvents.cardId)))
    .innerJoin(boards, eq(boards.id, cardEvents.boardId))
    .where(
      and(
        eq(boards.groupId, groupId),
        isNull(boards.trashedAt),
        gt(cardEvents.at, since),
        isOfOthers,
        or(sql`${cardEvents.what} <> 'assigned'`, eq(cardEvents.subject, userId)),
      ),
    )
    .groupBy(cards.boardId, cards.cardId, boards.id)
    .orderBy(desc(last), cards.cardId)
    .limit(limit);
  const others = rows.map(({ writers }) =>
    writers.flatMap((ids) => ids.split(' ')).filter((id) => id !== userId && id !== ''),
  );
  const names = await namesOf(db, others.flat());
  const items = rows.map(({ id, title, board, at, events: told }, index) => ({
    kind: 'card' as const,
    id,
    title,
    href: paths.boardCard(board, id),
    compareHref: null,
    context: board.title,
    by: names(others[index] ?? []),
    facts: factsOf(told),
    at,
  }));
  return { items, total: rows[0]?.total ?? 0 };
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
