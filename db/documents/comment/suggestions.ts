import { and, eq } from 'drizzle-orm';
import {
  type Actor,
  alreadyDecided,
  parseComment,
  parseSuggestion,
} from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { CommentError, SuggestionError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../../kernel/client.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { documents } from '../schema.ts';
import { type InDocument, onSubject } from './comment-subject.ts';
import { insertComment, insertThread, type NewComment } from './new-thread.ts';
import { commentThreads, suggestions } from './schema.ts';

/** A decision on a suggestion; `activityId` is new. */
export interface SuggestionChange extends InDocument, Actor {
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
export type Decision = SuggestionError | 'access.forbidden';

/**
 * [SG1] Proposes other words for a passage, without touching it; `note` may say why. The same suggestion from the same person
 * again changes nothing. Refuses 'suggestion.same', 'suggestion.tooLong', 'comment.tooLong', 'comment.passageInvalid',
 * 'access.notFound'.
 */
export async function proposeSuggestion(
  db: Db,
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
): Promise<Result<void, CommentError | SuggestionError | 'access.notFound'>> {
  const parsed = parseSuggestion({ original, proposed });
  if (!parsed.ok) return parsed;
  const said = note && parseComment(note.body);
  if (said && !said.ok) return said;
  return db.transaction(async (tx) => {
    const begun = await insertThread(tx, {
      ...change,
      threadId,
      passage,
      activityId,
      verb: 'document.suggested',
      commentId: note?.commentId,
    });
    if (!begun.ok || !begun.value) return begun.ok ? ok() : begun;
    await tx.insert(suggestions).values({ threadId, ...parsed.value });
    if (note && said) await insertComment(tx, { ...change, ...note, threadId, body: said.value });
    return ok();
  });
}

/** [SG2] Refuses a suggestion: of several people at once, one. Refused itself: as `acceptSuggestion`. */
export function refuseSuggestion(db: Db, change: SuggestionChange): Promise<Result<SuggestedText, Decision>> {
  return decide(db, change, async (tx, found) => {
    const won = await close(tx, change, 'refused');
    if (won) await recordDecision(tx, change, 'document.suggestionRefused');
    return won ? ok(found.text) : null;
  });
}

/** [SG4] Takes one's own suggestion back. Refuses 'suggestion.notYours', 'suggestion.notFound' and what it was decided before. */
export async function withdrawSuggestion(
  db: Db,
  change: SuggestionChange,
): Promise<Result<void, SuggestionError>> {
  return db.transaction(async (tx) => {
    const found = await findSuggestion(tx, change);
    if (!found) return fail('suggestion.notFound');
    if (found.text.authorId !== change.by) return fail('suggestion.notYours');
    if (await close(tx, change, 'withdrawn')) return ok();
    return fail(alreadyDecided((await findSuggestion(tx, change))?.state ?? 'withdrawn'));
  });
}

/**
 * [SG4] Opens a suggestion again that was refused, or taken back by its author. Refuses 'access.forbidden',
 * 'suggestion.notFound', 'suggestion.alreadyOpen', and 'suggestion.alreadyAccepted': that one is in the text.
 */
export async function reopenSuggestion(db: Db, change: SuggestionChange): Promise<Result<void, Decision>> {
  return db.transaction(async (tx) => {
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
  });
}

interface FoundSuggestion {
  readonly text: SuggestedText;
  readonly title: string;
  readonly state: (typeof suggestions.$inferSelect)['state'];
  readonly isApplied: boolean;
}

/** Decides on a suggestion in one transaction; `win` answers null when somebody was faster. */
export async function decide(
  db: Db,
  change: SuggestionChange,
  win: (tx: Db, found: FoundSuggestion) => Promise<Result<SuggestedText, never> | null>,
): Promise<Result<SuggestedText, Decision>> {
  return db.transaction(async (tx) => {
    const found = await findSuggestion(tx, change);
    if (!found) return fail('suggestion.notFound');
    if (!canInDocument(change, 'document.decideSuggestion')) return fail('access.forbidden');
    const won = await win(tx, found);
    // Read again: whoever was faster may have decided while we waited for them.
    return won ?? fail(alreadyDecided((await findSuggestion(tx, change))?.state ?? 'withdrawn'));
  });
}

async function close(tx: Db, change: SuggestionChange, state: 'refused' | 'withdrawn'): Promise<boolean> {
  const closed = await tx
    .update(suggestions)
    .set({ state, decidedAt: change.now, decidedBy: change.by })
    .where(and(eq(suggestions.threadId, change.threadId), eq(suggestions.state, 'open')))
    .returning({ threadId: suggestions.threadId });
  return closed.length > 0;
}

/** The suggestion, if it is of this document of this group. */
export async function findSuggestion(
  db: Db,
  { threadId, ...place }: SuggestionChange,
): Promise<FoundSuggestion | null> {
  const [row] = await db
    .select({ thread: commentThreads, suggestion: suggestions, title: documents.title })
    .from(commentThreads)
    .innerJoin(documents, eq(documents.id, commentThreads.documentId))
    .innerJoin(suggestions, eq(suggestions.threadId, commentThreads.id))
    .where(and(eq(commentThreads.id, threadId), onSubject(db, place)));
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
export async function recordDecision(tx: Db, change: SuggestionChange, verb: ActivityVerb): Promise<void> {
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
