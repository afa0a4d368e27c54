import type { ActivityVerb } from '#shared/people/activity/activity.ts';

/** What the database notes of a card when its board's log has moved on. */
export type CardEventKind = 'created' | 'moved' | 'finished' | 'assigned' | 'archived';

/** [HV3] What news are about, in the order in which they are told. */
export const NEWS_KINDS = [
  'comment',
  'meeting',
  'decision',
  'document',
  'card',
  'topic',
  'resource',
  'dataset',
  'board',
  'person',
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** One thing that happened to an object since then. */
export type NewsFact =
  | { readonly what: 'created' | 'written' | 'assigned' | 'archived' | 'named' | 'arrived' }
  | { readonly what: 'moved' | 'finished'; readonly to: string }
  /** One of the activity's verbs. */
  | { readonly what: 'said'; readonly verb: ActivityVerb }
  | { readonly what: 'comments' | 'answers'; readonly count: number };

/** One object that something happened to, whatever it was and however often. */
export interface NewsItem {
  readonly kind: NewsKind;
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Of a document: what changed in it since then. */
  readonly compareHref: string | null;
  /** The board of a card, what a comment is about. */
  readonly context: string | null;
  /** Names of those who did it, three at most. */
  readonly by: readonly string[];
  readonly facts: readonly NewsFact[];
  /** When the last of it happened. */
  readonly at: Date;
}

/** The last objects of one kind, and how many there are in all. */
export interface NewsOfKind {
  readonly kind: NewsKind;
  readonly items: readonly NewsItem[];
  readonly total: number;
}

/** What changed in one group since then; nothing of kinds in which nothing did. */
export interface GroupNews {
  readonly groupId: string;
  readonly since: Date;
  readonly kinds: readonly NewsOfKind[];
  readonly total: number;
}

const DAY = 86_400_000;

/** [HV2] How far back news go for somebody who never said that they had read any. */
export const FIRST_DAYS = 30;

/** [HV2] From when on things are news for somebody who last read them then (null: never). */
export function newsSince(readAt: Date | null, now: Date): Date {
  return readAt ?? new Date(now.getTime() - FIRST_DAYS * DAY);
}

/** [HV3] The kinds of one group in their order, those with nothing left out. */
export function asGroupNews(
  group: Pick<GroupNews, 'groupId' | 'since'>,
  found: readonly NewsOfKind[],
): GroupNews {
  const kinds = NEWS_KINDS.flatMap((kind) => found.filter((each) => each.kind === kind && each.total > 0));
  return {
    groupId: group.groupId,
    since: group.since,
    kinds,
    total: kinds.reduce((sum, { total }) => sum + total, 0),
  };
}

/** The last of all that changed, whatever it was. */
export function latestOf(news: readonly GroupNews[], count: number): NewsItem[] {
  return news
    .flatMap(({ kinds }) => kinds.flatMap(({ items }) => items))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, count);
}
