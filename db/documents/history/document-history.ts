import { and, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Authors } from '#shared/documents/excerpt/excerpt-line.ts';
import type { LogMinute } from '#shared/documents/history/document-versions.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Database, Db, RunSql } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { PastPoint } from '../../realtime/doc-updates.ts';
import { loadAuthorship } from '../../realtime/lineage.ts';
import { docRooms, docUpdates } from '../../realtime/schema.ts';

/** One answer goes no further back than that, whatever the length of the log. */
const MOST = { rows: 40_000, minutes: 1_500 } as const;

const room = (documentId: string) => roomName({ kind: 'document', id: documentId });

/** How far a document has come: the number of its last update, 0 when nothing was ever written. It says nothing of what is in it. */
export async function findHeadSeq(db: Db, documentId: string): Promise<number> {
  const [head] = await db
    .select({ seq: docRooms.seq })
    .from(docRooms)
    .where(eq(docRooms.room, room(documentId)));
  return head?.seq ?? 0;
}

/**
 * The minutes in which a document was written, in order, up to number `upTo` (included); `isWhole` is false when there are
 * earlier ones.
 */
export async function listLogMinutes(
  run: RunSql,
  { documentId, upTo }: { documentId: Readable<'document'>; upTo: number },
): Promise<{ minutes: LogMinute[]; isWhole: boolean }> {
  const { rows } = await run(MINUTES, [room(documentId), upTo, MOST.rows, MOST.minutes]);
  const minutes = rows.map((row) => ({
    seq: Number(row.seq),
    firstSeq: Number(row.first_seq),
    firstAt: new Date(String(row.first_at)),
    lastAt: new Date(String(row.last_at)),
    writers: Array.isArray(row.writers) ? row.writers.map(String) : [],
  }));
  return { minutes, isWhole: (minutes[0]?.firstSeq ?? 1) <= 1 };
}

const MINUTES = `
  with page as (
    select seq, span, at, coalesce(first_at, at) as first_at, coalesce(writers, array[user_id]) as writers
    from doc_update where room = $1 and seq <= $2 order by seq desc limit $3
  ), minute as (
    select max(seq) as seq, min(seq - span + 1) as first_seq, min(first_at) as first_at, max(at) as last_at
    from page group by date_trunc('minute', at) order by max(seq) desc limit $4
  ), writer as (
    select date_trunc('minute', at) as minute, array_agg(distinct w.id order by w.id) filter (where w.id is not null) as ids
    from page cross join lateral unnest(page.writers) as w(id) group by 1
  )
  select minute.*, writer.ids as writers from minute
  left join writer on writer.minute = date_trunc('minute', minute.last_at) order by seq`;

/** The state of a document at an instant or at a number: the last update that had come by then; null before the first. */
export async function findState(
  run: RunSql,
  documentId: Readable<'document'>,
  point: PastPoint,
): Promise<{ seq: number; at: Date } | null> {
  const [condition, value] =
    'seq' in point ? ['seq <= $2', point.seq] : ['at <= $2::timestamptz', point.at.toISOString()];
  const { rows } = await run(
    `select seq, at from doc_update where room = $1 and ${condition} order by seq desc limit 1`,
    [room(documentId), value],
  );
  const [row] = rows;
  return row ? { seq: Number(row.seq), at: new Date(String(row.at)) } : null;
}

/** These people with their organisations, by id; accounts that are gone are absent. */
export async function listPeople(db: Db, ids: readonly string[]): Promise<Map<string, PersonBadge>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name, organisation: organisationBadge })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** [V6] [LG1] Whose the letters of a document are, and who they are. Accounts that are gone are not among the people. */
export async function listAuthors(
  { db, run }: Pick<Database, 'db' | 'run'>,
  documentId: Readable<'document'>,
): Promise<Authors> {
  const { authorship } = await loadAuthorship(run, room(documentId));
  return { authorship, people: await listPeople(db, authorship.people) };
}

/** The accounts that wrote in a document between two of its updates, the first not included, as far as the log alone says. */
export function listWritersBetween(
  db: Db,
  asked: { documentId: Readable<'document'>; from: number; to: number },
): Promise<string[]> {
  return selectWriters(db, asked);
}

/** The same, for what is kept of the document. */
export function writersIn(
  tx: Tx,
  asked: { documentId: string; from: number; to: number },
): Promise<string[]> {
  return selectWriters(tx, asked);
}

async function selectWriters(
  db: Db,
  { documentId, from, to }: { documentId: string; from: number; to: number },
): Promise<string[]> {
  const who = sql<string | null>`unnest(coalesce(${docUpdates.writers}, array[${docUpdates.userId}]))`;
  const { room: ofRoom, seq } = docUpdates;
  const writers = db
    .selectDistinct({ id: who.as('id') })
    .from(docUpdates)
    .where(and(eq(ofRoom, room(documentId)), gt(seq, from), lte(seq, to)))
    .as('writers');
  const rows = await db.select().from(writers).where(isNotNull(writers.id)).orderBy(writers.id);
  return rows.flatMap(({ id }) => id ?? []);
}
