import { asGroupNews, type GroupNews, NEWS_KINDS, type NewsKind } from '#shared/news/news.ts';
import { findPeople } from '../documents/access/document-people.ts';
import type { Db } from '../kernel/client.ts';
import {
  newsOfBoards,
  newsOfMeetings,
  newsOfPeople,
  newsOfResources,
  newsOfTopics,
} from './news-activities.ts';
import { newsOfCards } from './news-cards.ts';
import { newsOfComments } from './news-comments.ts';
import { newsOfDatasets } from './news-datasets.ts';
import { newsOfDecisions } from './news-decisions.ts';
import { newsOfDocuments } from './news-documents.ts';
import type { AskedNews, FoundNews } from './news-source.ts';

const SOURCES: Record<NewsKind, (db: Db, asked: AskedNews) => Promise<FoundNews[]>> = {
  comment: newsOfComments,
  document: newsOfDocuments,
  card: newsOfCards,
  meeting: newsOfMeetings,
  decision: newsOfDecisions,
  topic: newsOfTopics,
  resource: newsOfResources,
  dataset: newsOfDatasets,
  board: newsOfBoards,
  person: newsOfPeople,
};

/** Named in one line. */
const NAMES_MAX = 3;

/**
 * [HV1] What changed in each of these groups since then, by kind and object: nothing that this person, who is in them, may not see, nothing
 * that they did themselves, nothing that they have read since. Bounded by kind, so that a long absence costs what a short one does,
 * and asked once a kind, however many groups there are.
 */
export async function changesSince(
  db: Db,
  { limit = 12, ...reader }: Omit<AskedNews, 'limit'> & { limit?: number },
): Promise<GroupNews[]> {
  if (reader.groups.length === 0) return [];
  const found: (FoundNews & { readonly kind: NewsKind })[] = [];
  // One after the other: the mail of the week asks inside of a transaction, which is one connection.
  for (const kind of NEWS_KINDS)
    found.push(...(await SOURCES[kind](db, { ...reader, limit })).map((each) => ({ kind, ...each })));
  const people = await findPeople(
    db,
    found.flatMap(({ byIds }) => byIds),
  );
  const namesOf = (ids: FoundNews['byIds']) =>
    [...new Set(ids)].flatMap((id) => (id && people.get(id)?.name) || []).slice(0, NAMES_MAX);
  return reader.groups.map((group) =>
    asGroupNews(
      group,
      NEWS_KINDS.map((kind) => {
        const own = found.filter((each) => each.kind === kind && each.groupId === group.groupId);
        const items = own.map(({ item, byIds }) => ({ ...item, by: namesOf(byIds) }));
        return { kind, items, total: own[0]?.total ?? 0 };
      }),
    ),
  );
}
