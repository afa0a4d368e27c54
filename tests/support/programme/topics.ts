import { inTransaction } from '#db/kernel/transaction.ts';
import { openTopic } from '#db/programme/topic/topic-changes.ts';
import type { Site } from '#db/seed/builders/builders.ts';

/** A discussion of a group, or of a document that is a sheet’s, with its first message. */
export async function aTopic(
  site: Site,
  {
    groupId,
    by,
    title = 'Ombre',
    body = 'Qui a déjà mesuré l’ombre des platanes ?',
    documentId = null,
  }: { groupId: string; by: string; title?: string; body?: string; documentId?: string | null },
) {
  const [topicId, postId, activityId] = [site.newId(), site.newId(), site.newId()];
  const said = { postId, activityId, title, body, documentId, concerns: [] };
  await inTransaction(site.db, (tx) => openTopic(tx, { topicId, groupId, by, now: site.now(), ...said }));
  return { topicId, postId };
}
