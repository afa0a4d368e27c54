import { z } from 'zod';
import { openTopic } from '#db/programme/topic/topic-changes.ts';
import { findTopicSheet, type TopicSheet } from '#db/publication/sheet/sheet-topics.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';
import { TopicInput } from '../../programme/topic/topic-operations.ts';

/** [TP8] Whoever may read the programme, on a sheet that the public reads: for all others it is absent. */
const readingSheet: Right<{ readonly address: string }, ByPerson & { readonly sheet: TopicSheet }> = async (
  { tx, now },
  { userId },
  { address },
) => {
  const sheet = userId === null ? null : await findTopicSheet(tx, { address, userId, now });
  return userId !== null && sheet ? ok({ by: userId, sheet }) : fail('access.notFound');
};

/** [TP8] Discussions of published sheets, of which those who did what they tell hear. */
export const sheetTopicOperations = {
  'topic.openOnSheet': operation({
    input: z.object({ address: z.string().max(400) }).and(TopicInput),
    right: readingSheet,
    refusals: {},
    async run({ tx, by, now, newId, sheet }, { title, body }) {
      const [topicId, postId, activityId] = [newId(), newId(), newId()];
      const { groupId, documentId, pilots: concerns } = sheet;
      const said = { postId, activityId, title, body, documentId, concerns };
      await openTopic(tx, { topicId, groupId, by, now, ...said });
      return ok({ id: topicId, title });
    },
  }),
};
