import { sql } from 'drizzle-orm';
import type { Db, RunSql } from '../../kernel/client.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { bytesOf } from '../../realtime/doc-updates.ts';
import { rowsOf } from '../../search/search-terms.ts';

/** Rooms of which an update, or what was made of it in SQL, says one of these words, in order of name. Letters that came one by one are found in what was made of them. */
export async function findRoomsHolding(db: Db, words: readonly string[]): Promise<string[]> {
  const bytes = anyOf(words, (word) => sql`position(convert_to(${word}, 'UTF8') in data) > 0`);
  const said = (text: ReturnType<typeof sql>) =>
    anyOf(words, (word) => sql`position(${word}::text in ${text}) > 0`);
  const found = await rowsOf<{ room: string }>(
    db,
    sql`select distinct room from doc_update where ${bytes}
      union select 'document:' || document_id from document_text where ${said(sql`text`)}
      union select 'board:' || board_id from card where ${said(sql`card::text`)}
      union select 'application:' || id from application where ${said(sql`answers::text`)}
      order by 1`,
  );
  return found.map(({ room }) => room);
}

function anyOf(words: readonly string[], holds: (word: string) => ReturnType<typeof sql>) {
  return sql`(${sql.join(words.map(holds), sql` or `)})`;
}

/** A row of a log, with how many numbers it covers. */
export interface LoggedRow {
  readonly seq: number;
  readonly span: number;
  readonly data: Uint8Array;
}

/** The whole log of a room, in order. */
export async function loadLog(run: RunSql, room: string): Promise<LoggedRow[]> {
  const { rows } = await run('select seq, span, data from doc_update where room = $1 order by seq', [room]);
  return rows.map(({ seq, span, data }) => ({ seq: Number(seq), span: Number(span), data: bytesOf(data) }));
}

/**
 * [PD6] Puts these updates in the place of those of the same numbers, takes the room's snapshot away and raises its generation: all of
 * it or nothing. False when the log was packed meanwhile.
 */
export async function replaceRows(
  db: Db,
  { room, rows }: { room: string; rows: readonly LoggedRow[] },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cordee.pack:${room}`}))`);
    const there = await rowsOf<{ seq: number; span: number }>(
      tx,
      sql`select seq::int as seq, span from doc_update where room = ${room}`,
    );
    const spans = new Map(there.map(({ seq, span }) => [Number(seq), span]));
    if (rows.some(({ seq, span }) => spans.get(seq) !== span)) return false;
    for (const { seq, data } of rows)
      await tx.execute(sql`update doc_update set data = ${data} where room = ${room} and seq = ${seq}`);
    await tx.execute(sql`delete from doc_snapshot where room = ${room}`);
    await tx.execute(sql`update doc_room set epoch = epoch + 1 where room = ${room}`);
    return true;
  });
}
