import {
  asGroupNews,
  type GroupNews,
  NEWS_KINDS,
  type NewsKind,
  type NewsOfKind,
} from '#shared/news/news.ts';
import type { Db } from '../kernel/client.ts';
import { newsOfBoards, newsOfMeetings, newsOfPeople, newsOfResources } from './news-activities.ts';
import { newsOfCards } from './news-cards.ts';
import { newsOfComments } from './news-comments.ts';
import { newsOfDatasets } from './news-datasets.ts';
import { newsOfDecisions } from './news-decisions.ts';
import { newsOfDocuments } from './news-documents.ts';
import type { AskedNews, FoundNews } from './news-source.ts';

const SOURCES: Record<NewsKind, (db: Db, asked: AskedNews) => Promise<FoundNews>> = {
  comment: newsOfComments,
  document: newsOfDocuments,
  card: newsOfCards,
  meeting: newsOfMeetings,
  decision: newsOfDecisions,
  resource: newsOfResources,
  dataset: newsOfDatasets,
  board: newsOfBoards,
  person: newsOfPeople,
};

/**
 * [HV1] What changed in these groups since then, by group, kind and object: nothing that this person may not see, nothing that
 * they did themselves, nothing that they have read since. Bounded by kind, so that a long absence costs what a short one does.
 * The caller has checked the groups.
 */
export async function changesSince(
  db: Db,
  {
    groupIds,
    limit = 12,
    ...asked
  }: Omit<AskedNews, 'groupId' | 'limit'> & {
    groupIds: readonly string[];
    limit?: number;
  },
): Promise<GroupNews[]> {
  const news: GroupNews[] = [];
  // What was shared with every group is news of each of them: told once, in the first.
  const told = new Set<string>();
  for (const groupId of groupIds) {
    const kinds: NewsOfKind[] = [];
    // One after the other: the mail of the week asks inside of a transaction, which is one connection.
    for (const kind of NEWS_KINDS)
      kinds.push({ kind, ...(await SOURCES[kind](db, { ...asked, groupId, limit })) });
    const once = kinds.map(({ items, total, ...kind }) => {
      const left = items.filter(({ id }) => kind.kind !== 'resource' || !told.has(id));
      for (const { id } of left) told.add(id);
      return { ...kind, items: left, total: total - (items.length - left.length) };
    });
    news.push(asGroupNews({ groupId, since: asked.since }, once));
  }
  return news;
}
