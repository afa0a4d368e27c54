import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import type { Db, RunSql } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isReadableBy, type Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';
import { documentVisits } from './schema.ts';

/** Up to which update somebody has read a document, and when that was. */
export interface Visit {
  readonly seq: number;
  readonly at: Date;
}

interface Visitor {
  readonly documentId: string;
  readonly userId: string;
}

/** [V8] Notes that somebody has read a document up to an update. It never moves backwards. */
export async function recordVisit(
  tx: Tx,
  { documentId, userId, seq, now }: Visitor & { seq: number; now: Date },
): Promise<void> {
  await tx
    .insert(documentVisits)
    .values({ documentId, userId, seq, at: now })
    .onConflictDoUpdate({
      target: [documentVisits.documentId, documentVisits.userId],
      set: { seq: sql`excluded.seq`, at: sql`excluded.at` },
      setWhere: sql`${documentVisits.seq} <= excluded.seq and ${documentVisits.at} <= excluded.at`,
    });
}

/** The last visit of somebody to a document; null when they never read it. */
export async function findVisit(db: Db, { documentId, userId }: Visitor): Promise<Visit | null> {
  const [visit] = await db
    .select({ seq: documentVisits.seq, at: documentVisits.at })
    .from(documentVisits)
    .where(and(eq(documentVisits.documentId, documentId), eq(documentVisits.userId, userId)));
  return visit ?? null;
}

/** The documents that this person read last and may read now, the last one first. */
export async function listOpened(
  db: Db,
  { limit, ...reader }: Reader & { groupIds: readonly Readable<'group'>[]; limit: number },
): Promise<{ id: Readable<'document'>; title: string; at: Date }[]> {
  const { at, documentId, userId } = documentVisits;
  const rows = await db
    .select({ id: documents.id, title: documents.title, at })
    .from(documentVisits)
    .innerJoin(documents, and(eq(documents.id, documentId), isNull(documents.trashedAt)))
    .where(and(eq(userId, reader.userId), isReadableBy(db, reader)))
    .orderBy(desc(at), documents.id)
    .limit(limit);
  return rows.map((row) => ({ ...row, id: asReadable<'document'>(row.id) }));
}

/** An update that somebody else than $1 wrote, alone or with others: those of several name nobody until they are packed. */
const BY_OTHERS = `
  case when u.writers is null then u.user_id is distinct from $1
  else exists (select from unnest(u.writers) as w(id) where w.id <> $1) end`;

/** [V8] Those of these documents that somebody else changed since this person last read them. */
export async function listUnread(
  run: RunSql,
  { documentIds, userId }: { documentIds: readonly Readable<'document'>[]; userId: string },
): Promise<Set<string>> {
  if (documentIds.length === 0) return new Set();
  const { rows } = await run(
    `select v.document_id from document_visit v
     where v.user_id = $1 and v.document_id = any($2::text[]) and exists (
       select from doc_update u where u.room = 'document:' || v.document_id and u.seq > v.seq and ${BY_OTHERS})`,
    [userId, documentIds],
  );
  return new Set(rows.map(({ document_id }) => String(document_id)));
}
