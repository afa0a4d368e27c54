import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, alreadyDecided } from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { documents } from '../schema.ts';
import type { InDocument } from './comment-subject.ts';
import { insertComment, insertThread, type NewComment } from './new-thread.ts';
import { commentThreads, suggestions } from './schema.ts';

/** A decision on a suggestion; `activityId` is new. */
export interface SuggestionChange extends InDocument {
  readonly by: string;
  readonly now: Date;
  readonly threadId: string;
  readonly activityId: string;
}

/** What has to happen in the text once a suggestion is accepted, or its acceptance taken back. */
export interface SuggestedText {
  readonly passage: Passage;
  readonly original: string;
  readonly proposed: string;
  /** Whoever proposed it: the words are theirs. Null for an account that is gone. */
  readonly authorId: string | null;
}

/** Why a decision on a suggestion is refused. */
export type Decision = 'suggestion.notFound' | ReturnType<typeof alreadyDecided>;

/**
 * [SG1] Proposes other words for a passage, without touching it; `note` may say why. The same suggestion from the same person
 * again changes nothing. The words went through `parseSuggestion`.
 * Refuses 'comment.passageInvalid', 'access.notFound'.
 */
export async function proposeSuggestion(
  tx: Tx,
  {
    threadId,
    passage,
    activityId,
    note,
    original,
    proposed,
    ...change
  }: SuggestionChange & {
    passage: Passage;
    original: string;
    proposed: string;
    note: NewComment | null;
  },
): Promise<Result<void, 'comment.passageInvalid' | 'access.notFound'>> {
  const begun = await insertThread(tx, {
    ...change,
    threadId,
    passage,
    activityId,
    verb: 'document.suggested',
    commentId: note?.commentId,
  });
  if (!begun.ok || !begun.value) return begun.ok ? ok() : begun;
  await tx.insert(suggestions).values({ threadId, original, proposed });
  if (note) await insertComment(tx, { ...change, ...note, threadId });
  return ok();
}

/** [SG2] Refuses a suggestion: of several people at once, one. Refused itself: as `acceptSuggestion`. */
export async function refuseSuggestion(
  tx: Tx,
  change: SuggestionChange,
): Promise<Result<SuggestedText, Decision>> {
  return decide(tx, change, async (tx, found) => {
    const won = await close(tx, change, 'refused');
    if (won) await recordDecision(tx, change, 'document.suggestionRefused');
    return won ? ok(found.text) : null;
  });
}

/** [SG4] Takes one's own suggestion back. Refuses 'suggestion.notYours', 'suggestion.notFound' and what it was decided before. */
export async function withdrawSuggestion(
  tx: Tx,
  change: SuggestionChange,
): Promise<Result<void, Decision | 'suggestion.notYours'>> {
  const found = await findSuggestion(tx, change);
  if (!found) return fail('suggestion.notFound');
  if (found.text.authorId !== change.by) return fail('suggestion.notYours');
  if (await close(tx, change, 'withdrawn')) return ok();
  return fail(alreadyDecided((await findSuggestion(tx, change))?.state ?? 'withdrawn'));
}

/**
 * [SG4] Opens a suggestion again that was refused, or taken back by its author. Refuses 'access.forbidden',
 * 'suggestion.notFound', 'suggestion.alreadyOpen', and 'suggestion.alreadyAccepted': that one is in the text.
 */
export async function reopenSuggestion(
  tx: Tx,
  change: SuggestionChange & Actor,
): Promise<Result<void, Decision | 'access.forbidden'>> {
  const found = await findSuggestion(tx, change);
  if (!found) return fail('suggestion.notFound');
  const isOwn = found.state === 'withdrawn' && found.text.authorId === change.by;
  if (!isOwn && !canInDocument(change, 'document.decideSuggestion')) return fail('access.forbidden');
  if (found.state === 'open' || found.state === 'accepted') return fail(alreadyDecided(found.state));
  const [opened] = await tx
    .update(suggestions)
    .set({ state: 'open', decidedAt: null, decidedBy: null })
    .where(and(eq(suggestions.threadId, change.threadId), eq(suggestions.state, found.state)))
    .returning({ threadId: suggestions.threadId });
  return opened ? ok() : fail('suggestion.alreadyOpen');
}

interface FoundSuggestion {
  readonly text: SuggestedText;
  readonly title: string;
  readonly state: (typeof suggestions.$inferSelect)['state'];
  readonly isApplied: boolean;
}

/** Decides on a suggestion in one transaction; `win` answers null when somebody was faster. */
export async function decide(
  tx: Tx,
  change: SuggestionChange,
  win: (tx: Tx, found: FoundSuggestion) => Promise<Result<SuggestedText, never> | null>,
): Promise<Result<SuggestedText, Decision>> {
  const found = await findSuggestion(tx, change);
  if (!found) return fail('suggestion.notFound');
  const won = await win(tx, found);
  // Read again: whoever was faster may have decided while we waited for them.
  return won ?? fail(alreadyDecided((await findSuggestion(tx, change))?.state ?? 'withdrawn'));
}

async function close(tx: Tx, change: SuggestionChange, state: 'refused' | 'withdrawn'): Promise<boolean> {
  const closed = await tx
    .update(suggestions)
    .set({ state, decidedAt: change.now, decidedBy: change.by })
    .where(and(eq(suggestions.threadId, change.threadId), eq(suggestions.state, 'open')))
    .returning({ threadId: suggestions.threadId });
  return closed.length > 0;
}

/** The suggestion, if it is of this document. */
export async function findSuggestion(
  db: Db,
  { threadId, documentId }: { threadId: string; documentId: string },
): Promise<FoundSuggestion | null> {
  const [row] = await db
    .select({ thread: commentThreads, suggestion: suggestions, title: documents.title })
    .from(commentThreads)
    .innerJoin(documents, eq(documents.id, commentThreads.documentId))
    .innerJoin(suggestions, eq(suggestions.threadId, commentThreads.id))
    .where(
      and(
        eq(commentThreads.id, threadId),
        eq(commentThreads.documentId, documentId),
        isNull(documents.trashedAt),
      ),
    );
  if (!row) return null;
  const { startAt: start, endAt: end, quote, before, after, authorId } = row.thread;
  const { original, proposed, state, appliedAt } = row.suggestion;
  return {
    text: { passage: { start, end, quote, before, after }, original, proposed, authorId },
    title: row.title,
    state,
    isApplied: appliedAt !== null,
  };
}

/** Tells the group what became of a suggestion. */
export async function recordDecision(tx: Tx, change: SuggestionChange, verb: ActivityVerb): Promise<void> {
  const { activityId: id, groupId, by: actorId, documentId: objectId, threadId, now } = change;
  const title = (await findSuggestion(tx, change))?.title ?? '';
  await recordActivity(tx, {
    id,
    groupId,
    actorId,
    verb,
    objectId,
    title,
    details: { thread: threadId },
    now,
  });
}
