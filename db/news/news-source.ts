import { type SQL, sql } from 'drizzle-orm';
import type { NewsItem } from '#shared/news/news.ts';

/** Whose news, and of which groups, from when on in each. */
export interface AskedNews {
  readonly userId: string;
  readonly groups: readonly { readonly groupId: string; readonly since: Date }[];
  readonly now: Date;
  /** How many objects of one kind in one group; the others are only counted. */
  readonly limit: number;
}

/** One object that a source of news finds, in which group, and of how many there. */
export interface FoundNews {
  readonly groupId: string;
  /** Of its kind, in its group. */
  readonly total: number;
  /** Who did it; null for nobody who is known. */
  readonly byIds: readonly (string | null)[];
  readonly item: Omit<NewsItem, 'by'>;
}

/** Of the table of groups: the group, from when on it is asked about, and its place in the order that was asked for. */
export const asked = {
  groupId: sql<string>`asked.group_id`,
  since: sql<Date>`asked.since`,
  rank: sql<number>`asked.rank`,
};

/** [PG3] The groups as a table, beside which a source looks for what each has: one statement for all. */
export function tableOf(groups: AskedNews['groups']): SQL {
  const ids = sql.param(groups.map(({ groupId }) => groupId));
  const sinces = sql.param(groups.map(({ since }) => since.toISOString()));
  return sql`unnest(${ids}::text[], ${sinces}::timestamptz[]) with ordinality as asked(group_id, since, rank)`;
}

/** Joins what is looked for in each group to the table of groups. */
export const inEach: SQL = sql`true`;

/** How many objects a group has in all, and the place of one among them: columns of what is looked for in each group. */
export const countedBy = (order: SQL) => ({
  total: sql<number>`count(*) over ()`.mapWith(Number).as('total'),
  place: sql<number>`row_number() over (order by ${order})`.as('place'),
});
