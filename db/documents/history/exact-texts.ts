import { and, desc, eq } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { exactTexts, type TextWriter } from '../../reviews/schema.ts';
import { listPeople, writersIn } from './document-history.ts';
import { nameVersion } from './document-versions.ts';

/** An exact text, without the text itself. */
export interface ExactTextMark {
  readonly id: string;
  readonly documentId: string;
  readonly title: string;
  /** The document up to this update. */
  readonly seq: number;
  readonly sha256: string;
  readonly writers: readonly TextWriter[];
  readonly submittedBy: string;
  readonly submittedAt: Date;
}

const mark = {
  id: exactTexts.id,
  documentId: exactTexts.documentId,
  title: exactTexts.title,
  seq: exactTexts.seq,
  sha256: exactTexts.sha256,
  writers: exactTexts.writers,
  submittedBy: exactTexts.submittedBy,
  submittedAt: exactTexts.submittedAt,
};

/**
 * [RV1] [RV2] Keeps an exact text of a document, made by `exactTextOf`, once: the same text submitted again is the one that is kept
 * (`isNew` false).
 */
export async function keepExactText(
  tx: Tx,
  text: ExactTextMark & { readonly exactText: string },
): Promise<{ kept: ExactTextMark; isNew: boolean }> {
  const [added] = await tx.insert(exactTexts).values(text).onConflictDoNothing().returning(mark);
  if (added) return { kept: added, isNew: true };
  const kept = await selectText(tx, { documentId: text.documentId, sha256: text.sha256 });
  if (!kept) throw new Error(`the exact text ${text.sha256} is neither new nor known`);
  return { kept, isNew: false };
}

/** [RV2] The same with everybody who wrote it, under a version of this name. Refused: 'access.notFound' (thrown away meanwhile). */
export async function submitExactText(
  tx: Tx,
  {
    groupId,
    versionId,
    activityId,
    name,
    ...text
  }: Omit<ExactTextMark, 'writers'> & {
    readonly exactText: string;
    readonly groupId: string;
    readonly versionId: string;
    readonly activityId: string;
    readonly name: string;
  },
): Promise<Result<void, 'access.notFound'>> {
  const { documentId, seq, submittedBy: by, submittedAt: now } = text;
  const ids = await writersIn(tx, { documentId, from: 0, to: seq });
  const people = await listPeople(tx, ids);
  const writers = ids.map((userId) => ({
    userId,
    organisation: people.get(userId)?.organisation?.name ?? null,
  }));
  const { isNew } = await keepExactText(tx, { ...text, writers });
  if (!isNew) return ok();
  const version = { documentId, groupId, by, now, activityId, versionId, seq, name };
  const named = await nameVersion(tx, version);
  return named.ok ? ok() : fail('access.notFound');
}

/** The exact text of this document under this fingerprint; null when it was never submitted. */
export function findExactText(
  db: Db,
  asked: { documentId: Readable<'document'>; sha256: string },
): Promise<(ExactTextMark & { exactText: string }) | null> {
  return selectText(db, asked);
}

async function selectText(
  db: Db,
  { documentId, sha256 }: { documentId: string; sha256: string },
): Promise<(ExactTextMark & { exactText: string }) | null> {
  const [found] = await db
    .select({ ...mark, exactText: exactTexts.exactText })
    .from(exactTexts)
    .where(and(eq(exactTexts.documentId, documentId), eq(exactTexts.sha256, sha256)))
    .orderBy(desc(exactTexts.submittedAt));
  return found ?? null;
}
