import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { exactTexts, type TextWriter } from '../../reviews/schema.ts';

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
 * [RV1] [RV2] Keeps an exact text of a document, once: the same text submitted again is the one that is kept (`isNew` false). The caller
 * has checked the document, and made `exactText` by `exactTextOf`.
 */
export async function keepExactText(
  db: Db,
  text: ExactTextMark & { readonly exactText: string },
): Promise<{ kept: ExactTextMark; isNew: boolean }> {
  const [added] = await db.insert(exactTexts).values(text).onConflictDoNothing().returning(mark);
  if (added) return { kept: added, isNew: true };
  const kept = await findExactText(db, { documentId: text.documentId, sha256: text.sha256 });
  if (!kept) throw new Error(`the exact text ${text.sha256} is neither new nor known`);
  return { kept, isNew: false };
}

/** The exact text of this document under this fingerprint; null when it was never submitted. The caller has checked the document. */
export async function findExactText(
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
