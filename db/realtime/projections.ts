import { CARD_COLUMNS, type ProjectedCard } from '#shared/boards/board-projection.ts';
import type { DocumentProjection } from '#shared/documents/text/document-projection.ts';
import { KEEP_EXCERPTS } from '../documents/excerpt/excerpt-projection.ts';
import type { RunSql } from '../kernel/client.ts';
import { KEEP_OUTCOMES } from '../meetings/decision/outcome-projection.ts';
import { ALIVE } from './alive.ts';

/** Which state of which object is kept: the room's log up to `seq`. */
export interface ProjectedState {
  readonly room: string;
  /** Of the document or board. */
  readonly id: string;
  readonly seq: number;
}

/** [K2] Up to which update the tables reflect this room; 0 when they say nothing of it. */
export async function findProjectedSeq(run: RunSql, room: string): Promise<number> {
  const { rows } = await run('select seq from doc_projection where room = $1', [room]);
  return Number(rows[0]?.seq ?? 0);
}

/** Rooms whose tables are behind their log, and whose last update came before `before`; the longest waiting first. */
export async function findRoomsToProject(
  run: RunSql,
  { before, limit }: { before: Date; limit: number },
): Promise<string[]> {
  const { rows } = await run(
    `select r.room from doc_room r join doc_update u on u.room = r.room and u.seq = r.seq
       left join doc_projection p on p.room = r.room
     where r.deleted_at is null and r.seq > coalesce(p.seq, 0) and u.at < $1::timestamptz
     order by u.at limit $2`,
    [before.toISOString(), limit],
  );
  return rows.map(({ room }) => String(room));
}

/*
 * One statement each: the number moves forward, and only if it did the tables follow. Two processes that project one room
 * wait for each other on its row, and the older of two states is dropped.
 */
export const MOVED = `
  with ${ALIVE}, moved as (
    insert into doc_projection as p (room, seq, at) select room, $2::bigint, $3::timestamptz from alive
    on conflict (room) do update set seq = excluded.seq, at = excluded.at where p.seq < excluded.seq
    returning room
  )`;

const SAVE_DOCUMENT = `${MOVED}, ${KEEP_OUTCOMES}, ${KEEP_EXCERPTS}
  insert into document_text (document_id, text, excerpt, outline, words, characters)
  select d.id, $5, $6, $7::jsonb, $8, $9::jsonb from document d, moved where d.id = $4
  on conflict (document_id) do update set
    text = excluded.text, excerpt = excluded.excerpt, outline = excluded.outline, words = excluded.words,
    characters = excluded.characters`;

/** [K2] Keeps what a document said at this state, unless a later one is kept already. */
export async function saveDocumentProjection(
  run: RunSql,
  { room, id, seq }: ProjectedState,
  { text, excerpt, outline, words, characters, outcomes, excerpts }: DocumentProjection,
  now: Date,
): Promise<void> {
  await run(SAVE_DOCUMENT, [
    room,
    seq,
    now.toISOString(),
    id,
    text,
    excerpt,
    JSON.stringify(outline),
    words,
    JSON.stringify(characters),
    JSON.stringify(outcomes),
    [...excerpts],
  ]);
}

const kept = Object.entries(CARD_COLUMNS);
const columns = kept.map(([name]) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`);
const list = (of: (column: string) => string) => columns.map(of).join(', ');

/* What became of the cards is told from how the table was before: a statement sees nothing of what it changes itself. */
const SAVE_BOARD = `${MOVED}, given as (
    select b.id as board_id, c.* from board b, moved, jsonb_to_recordset($5::jsonb) as c(
      "cardId" text, ${kept.map(([name, type]) => `"${name}" ${type}`).join(', ')})
    where b.id = $4
  ), past as (
    select k.* from card k, moved where k.board_id = $4
  ), authors as (
    select coalesce(array_agg(distinct w.id) filter (where w.id is not null), '{}') as ids
    from moved, doc_update u, unnest(coalesce(u.writers, array[u.user_id])) as w(id)
    where u.room = $1 and u.seq <= $2
      and u.seq > coalesce((select p.seq from doc_projection p where p.room = $1), 0)
  ), told as (
    insert into card_event (board_id, card_id, seq, what, subject, writers, at)
    select g.board_id, g."cardId", $2, e.what, e.subject, a.ids, $3::timestamptz
    from given g left join past o on o.card_id = g."cardId" cross join authors a cross join lateral (
      select 'created' as what, g."columnName" as subject where o.card_id is null and not g."isArchived"
      union all
      select case when g."isDone" and not o.is_done then 'finished' else 'moved' end, g."columnName"
        where o.column_id <> g."columnId" and not g."isArchived"
      union all
      select 'archived', g."columnName" where g."isArchived" and not o.is_archived
      union all
      select distinct 'assigned', p.id from unnest(g."assigneeIds") as p(id)
        where not g."isArchived" and (o.card_id is null or p.id <> all(o.assignee_ids))
    ) as e
    on conflict do nothing
  ), gone as (
    delete from card where board_id = $4 and exists (select from moved)
      and card_id not in (select "cardId" from given)
  )
  insert into card as k (board_id, card_id, ${columns.join(', ')})
  select board_id, "cardId", ${kept.map(([name]) => `"${name}"`).join(', ')} from given
  on conflict (board_id, card_id) do update set ${list((column) => `${column} = excluded.${column}`)}
  where (${list((column) => `k.${column}`)}) is distinct from (${list((column) => `excluded.${column}`)})`;

/** [K2] Keeps the cards that a board had at this state, and no other, unless a later one is kept already. */
export async function saveBoardProjection(
  run: RunSql,
  { room, id, seq }: ProjectedState,
  cards: readonly ProjectedCard[],
  now: Date,
): Promise<void> {
  await run(SAVE_BOARD, [room, seq, now.toISOString(), id, JSON.stringify(cards)]);
}
