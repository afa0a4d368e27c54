import {
  findAccepted,
  giveUpAccepted,
  settleAccepted,
  settleTakenBack,
} from '#db/documents/comment/suggestion-acceptance.ts';
import type { Db } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Asker } from '../../kernel/operation.ts';
import type { Operations, RefusalOf } from '../../kernel/operations.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { roomOf } from '../document-rights.ts';
import type { suggestionOperations } from './suggestion-operations.ts';

interface Which {
  readonly documentId: string;
  readonly threadId: string;
}
type Refusal =
  | RefusalOf<(typeof suggestionOperations)['suggestion.accept' | 'suggestion.reopen']>
  | 'suggestion.passageChanged'
  | 'suggestion.changedSince';

/** Suggestions whose words go into the text, or out of it: decided by an operation, written by the live room. */
export interface Suggestions {
  /**
   * [SG2] [SG3] Accepts a suggestion: decided in the database first, where one of several people wins, then written into the text
   * in the name of whoever proposed it. When the text does not take it, the suggestion waits again.
   */
  accept(asker: Asker, which: Which): Promise<Result<void, Refusal>>;
  /**
   * [SG4] Opens a suggestion again. What an accepted one put into the text is taken out by a change forwards, unless somebody has
   * written in it since ('suggestion.changedSince').
   */
  reopen(asker: Asker, which: Which): Promise<Result<void, Refusal>>;
}

export function createSuggestions({
  db,
  rooms,
  operations,
}: {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'apply'>;
  readonly operations: Pick<Operations<typeof suggestionOperations>, 'run'>;
}): Suggestions {
  return {
    async accept(asker, which) {
      const accepted = await operations.run('suggestion.accept', asker, which);
      if (!accepted.ok) return fail(accepted.error);
      const { change, text } = accepted.value;
      const { authorId, ...replacement } = text;
      const giveUp = () => inTransaction(db, (tx) => giveUpAccepted(tx, change));
      const room = roomOf(which.documentId);
      try {
        // Words of somebody whose account is gone are put in by whoever accepts them.
        const by = { userId: authorId ?? change.by };
        const placed = await rooms.apply(room, by, 'document.replacePassage', replacement);
        if (placed.ok) {
          await inTransaction(db, async (tx) => {
            await settleAccepted(tx, { ...change, passage: placed.value });
            effectsOf(tx).news(room, 'comments');
          });
          return ok();
        }
        await giveUp();
        return placed;
      } catch (error) {
        await giveUp().catch(() => undefined);
        throw error;
      }
    },

    async reopen(asker, which) {
      const reopened = await operations.run('suggestion.reopen', asker, which);
      if (reopened.ok) return reopened;
      // Only whoever may decide is told so.
      if (reopened.error !== 'suggestion.alreadyAccepted') return fail(reopened.error);
      const accepted = await findAccepted(db, which);
      if (!accepted.ok) return accepted;
      const { passage, original, proposed } = accepted.value;
      const backwards = { passage, original: proposed, proposed: original };
      const [room, by] = [roomOf(which.documentId), { userId: asker.userId ?? '' }];
      const taken = await rooms.apply(room, by, 'document.replacePassage', backwards);
      if (!taken.ok) return fail('suggestion.changedSince');
      await inTransaction(db, async (tx) => {
        await settleTakenBack(tx, { ...which, passage: taken.value });
        effectsOf(tx).news(room, 'comments');
      });
      return ok();
    },
  };
}
