import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { alreadyDecided } from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { passageColumns } from './new-thread.ts';
import { commentThreads, suggestions } from './schema.ts';
import {
  type Decision,
  decide,
  findSuggestion,
  recordDecision,
  type SuggestedText,
  type SuggestionChange,
} from './suggestions.ts';

/** An acceptance whose words did not get into the text for so long was cut off: it may be done again. */
const APPLIED_WITHIN_MS = 30_000;

/**
 * [SG2] Decides that a suggestion is accepted: of several people at once, one. The words must then be put into the text
 * (`settleAccepted` or `giveUpAccepted`). One that was accepted half a minute ago and is not in the text is accepted anew.
 * Refuses 'suggestion.notFound' and what it was decided before.
 */
export async function acceptSuggestion(
  tx: Tx,
  change: SuggestionChange,
): Promise<Result<SuggestedText, Decision>> {
  return decide(tx, change, async (tx, found) => {
    const cutOff = new Date(change.now.getTime() - APPLIED_WITHIN_MS);
    const [won] = await tx
      .update(suggestions)
      .set({ state: 'accepted', decidedAt: change.now, decidedBy: change.by })
      .where(
        and(
          eq(suggestions.threadId, change.threadId),
          found.state === 'accepted'
            ? and(
                eq(suggestions.state, 'accepted'),
                isNull(suggestions.appliedAt),
                lt(suggestions.decidedAt, cutOff),
              )
            : eq(suggestions.state, 'open'),
        ),
      )
      .returning({ threadId: suggestions.threadId });
    return won ? ok(found.text) : null;
  });
}

/** [SG3] The accepted words are in the text, where `passage` says; the group hears of it. */
export async function settleAccepted(
  tx: Tx,
  { passage, ...change }: SuggestionChange & { passage: Passage },
): Promise<void> {
  const [settled] = await tx
    .update(suggestions)
    .set({ appliedAt: change.now })
    .where(
      and(
        eq(suggestions.threadId, change.threadId),
        eq(suggestions.state, 'accepted'),
        isNull(suggestions.appliedAt),
      ),
    )
    .returning({ threadId: suggestions.threadId });
  if (!settled) return;
  await tx
    .update(commentThreads)
    .set(passageColumns(passage))
    .where(and(eq(commentThreads.id, change.threadId), eq(commentThreads.documentId, change.documentId)));
  await recordDecision(tx, change, 'document.suggestionAccepted');
}

/** [SG3] The accepted words could not be put into the text: the suggestion waits again, whoever had decided so. */
export async function giveUpAccepted(tx: Tx, { threadId, by }: SuggestionChange): Promise<void> {
  await tx
    .update(suggestions)
    .set({ state: 'open', decidedAt: null, decidedBy: null })
    .where(
      and(
        eq(suggestions.threadId, threadId),
        eq(suggestions.state, 'accepted'),
        isNull(suggestions.appliedAt),
        eq(suggestions.decidedBy, by),
      ),
    );
}

/** What stands in the text for an accepted suggestion, to be taken out again. Refuses as `acceptSuggestion`, and what is not in the text. */
export async function findAccepted(
  db: Db,
  suggestion: { threadId: string; documentId: string },
): Promise<Result<SuggestedText, Decision>> {
  const found = await findSuggestion(db, suggestion);
  if (!found) return fail('suggestion.notFound');
  if (found.state !== 'accepted' || !found.isApplied) return fail(alreadyDecided(found.state));
  return ok(found.text);
}

/** [SG4] The accepted words were taken out of the text again, where `passage` says: the suggestion waits. One winner. */
export async function settleTakenBack(
  tx: Tx,
  { passage, threadId, documentId }: { threadId: string; documentId: string; passage: Passage },
): Promise<void> {
  const [opened] = await tx
    .update(suggestions)
    .set({ state: 'open', decidedAt: null, decidedBy: null, appliedAt: null })
    .where(
      and(
        eq(suggestions.threadId, threadId),
        eq(suggestions.state, 'accepted'),
        isNotNull(suggestions.appliedAt),
      ),
    )
    .returning({ threadId: suggestions.threadId });
  if (!opened) return;
  await tx
    .update(commentThreads)
    .set(passageColumns(passage))
    .where(and(eq(commentThreads.id, threadId), eq(commentThreads.documentId, documentId)));
}
