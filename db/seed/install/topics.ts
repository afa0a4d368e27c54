import { eq } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { topicMentions, topicPosts, topics } from '../../programme/topic/schema.ts';
import { useCaseSheetExperiments, useCaseSheets } from '../../publication/sheet/schema.ts';
import { type DemoTopic, demoTopics } from '../demo/topics.ts';
import type { DemoWorld } from '../demo-world.ts';

/** The discussions of the demonstration, of its groups and of its published sheets. */
export async function installTopics(tx: Db, world: DemoWorld): Promise<void> {
  for (const topic of demoTopics) await installTopic(tx, world, topic);
}

async function installTopic(tx: Db, { idOf, newId, at }: DemoWorld, topic: DemoTopic): Promise<void> {
  const { key, group, sheetOf, title, isClosed, posts } = topic;
  const [id, groupId] = [idOf(`topic ${key}`), idOf(`group ${group}`)];
  const [first, last] = [posts.at(0), posts.at(-1)];
  if (!first || !last) throw new Error(`${key}: a discussion without a message`);
  const documentId = sheetOf && (await documentOf(tx, idOf(`experiment ${sheetOf}`)));
  await tx.insert(topics).values({
    ...{ id, groupId, documentId, title, createdBy: idOf(first.by) },
    ...{ createdAt: at(first.at), updatedAt: at(last.at) },
    ...(isClosed && { closedAt: at(last.at), closedBy: idOf(first.by) }),
  });
  for (const [rank, { by, at: said, body, names = [] }] of posts.entries()) {
    const postId = idOf(`topic ${key} ${rank}`);
    const [authorId, createdAt] = [idOf(by), at(said)];
    await tx.insert(topicPosts).values({ id: postId, topicId: id, authorId, body, createdAt });
    const named = names.map((name) => ({ postId, userId: idOf(name) }));
    if (named.length > 0) await tx.insert(topicMentions).values(named);
    await recordActivity(tx, {
      ...{ id: newId(), groupId, actorId: authorId, objectId: id, title, now: createdAt },
      verb: rank === 0 ? 'topic.opened' : 'topic.replied',
      details: { post: postId },
    });
  }
}

/** The text of the sheet that tells an experiment. */
async function documentOf(tx: Db, experimentId: string): Promise<string> {
  const [sheet] = await tx
    .select({ documentId: useCaseSheets.documentId })
    .from(useCaseSheets)
    .innerJoin(useCaseSheetExperiments, eq(useCaseSheetExperiments.sheetId, useCaseSheets.id))
    .where(eq(useCaseSheetExperiments.experimentId, experimentId));
  if (!sheet) throw new Error(`${experimentId}: no sheet tells it`);
  return sheet.documentId;
}
