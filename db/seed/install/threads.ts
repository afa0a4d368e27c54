import { passageQuoting } from '#shared/documents/comment/passage.ts';
import type { RoomDraft } from '#shared/realtime/room-draft.ts';
import { passageColumns } from '../../documents/comment/new-thread.ts';
import {
  commentMentions,
  comments,
  commentThreads,
  suggestions,
  threadReads,
} from '../../documents/comment/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import type { DemoThread } from '../demo/demo-document.ts';
import type { DemoWorld } from '../demo-world.ts';

/** The discussions of a document of the demonstration, on the words that they quote. */
export async function installThreads(
  tx: Db,
  { idOf, newId, at }: DemoWorld,
  {
    document,
    draft,
    threads,
  }: {
    document: { id: string; groupId: string; title: string };
    draft: RoomDraft;
    threads: readonly DemoThread[];
  },
): Promise<void> {
  for (const { by, quote, createdAt, said, proposed, resolvedBy } of threads) {
    const threadId = newId();
    const passage = draft.read((doc) => passageQuoting(doc, quote));
    if (!passage) throw new Error(`no text of the demonstration says: ${quote}`);
    await tx.insert(commentThreads).values({
      id: threadId,
      documentId: document.id,
      authorId: idOf(by),
      ...passageColumns(passage),
      seq: draft.updates.length,
      createdAt: at(createdAt),
      ...(resolvedBy && { resolvedAt: at(said.at(-1)?.at ?? createdAt), resolvedBy: idOf(resolvedBy) }),
    });
    if (proposed !== undefined) await tx.insert(suggestions).values({ threadId, original: quote, proposed });
    for (const [rank, { by: author, at: when, text, names = [] }] of said.entries()) {
      const commentId = newId();
      await tx
        .insert(comments)
        .values({ id: commentId, threadId, authorId: idOf(author), body: text, createdAt: at(when) });
      for (const name of names) await tx.insert(commentMentions).values({ commentId, userId: idOf(name) });
      await recordActivity(tx, {
        id: newId(),
        groupId: document.groupId,
        actorId: idOf(author),
        verb:
          rank > 0
            ? 'document.replied'
            : proposed === undefined
              ? 'document.commented'
              : 'document.suggested',
        objectId: document.id,
        title: document.title,
        details: { thread: threadId, comment: commentId },
        now: at(when),
      });
      // Whoever answers has read what was said before.
      const read = { threadId, userId: idOf(author), readAt: at(when) };
      await tx
        .insert(threadReads)
        .values(read)
        .onConflictDoUpdate({
          target: [threadReads.threadId, threadReads.userId],
          set: { readAt: read.readAt },
        });
    }
  }
}
