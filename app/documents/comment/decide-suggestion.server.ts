import {
  acceptSuggestion,
  findAccepted,
  giveUpAccepted,
  settleAccepted,
  settleTakenBack,
} from '#db/documents/comment/suggestion-acceptance.ts';
import { type Decision, reopenSuggestion, type SuggestionChange } from '#db/documents/comment/suggestions.ts';
import type { Db } from '#db/kernel/client.ts';
import type { Rooms } from '#server/realtime/rooms.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';

interface Living {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'apply'>;
}

/**
 * [SG2] [SG3] Accepts a suggestion: decided in the database first, where one of several people wins, then written into the text
 * in the name of whoever proposed it. When the text does not take it, the suggestion waits again.
 */
export async function acceptIntoText(
  { db, rooms }: Living,
  change: SuggestionChange,
): Promise<Result<void, Decision>> {
  const accepted = await acceptSuggestion(db, change);
  if (!accepted.ok) return accepted;
  const { authorId, ...replacement } = accepted.value;
  try {
    // Words of somebody whose account is gone are put in by whoever accepts them.
    const placed = await rooms.apply(
      roomOf(change),
      { userId: authorId ?? change.by },
      'document.replacePassage',
      replacement,
    );
    if (placed.ok) {
      await settleAccepted(db, { ...change, passage: placed.value });
      return ok();
    }
    await giveUpAccepted(db, change);
    return placed;
  } catch (error) {
    await giveUpAccepted(db, change).catch(() => undefined);
    throw error;
  }
}

/**
 * [SG4] Opens a suggestion again. What an accepted one put into the text is taken out by a change forwards, unless somebody has
 * written in it since ('suggestion.changedSince').
 */
export async function reopenInText(
  { db, rooms }: Living,
  change: SuggestionChange,
): Promise<Result<void, Decision>> {
  const reopened = await reopenSuggestion(db, change);
  if (reopened.ok || reopened.error !== 'suggestion.alreadyAccepted') return reopened;
  const accepted = await findAccepted(db, change);
  if (!accepted.ok) return accepted;
  const { passage, original, proposed } = accepted.value;
  const backwards = { passage, original: proposed, proposed: original };
  const taken = await rooms.apply(
    roomOf(change),
    { userId: change.by },
    'document.replacePassage',
    backwards,
  );
  if (!taken.ok) return fail('suggestion.changedSince');
  await settleTakenBack(db, { ...change, passage: taken.value });
  return ok();
}

function roomOf({ documentId }: SuggestionChange): string {
  return roomName({ kind: 'document', id: documentId });
}
