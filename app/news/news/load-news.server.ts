import type { Db } from '#db/kernel/client.ts';
import { listReadMarks } from '#db/news/group-visits.ts';
import { changesSince } from '#db/news/news.ts';
import { type GroupNews, newsSince } from '#shared/news/news.ts';

/** What one page of news shows of a group. */
export interface LoadedNews {
  readonly news: GroupNews;
  /** Up to when it was read; null for never. */
  readonly readAt: Date | null;
}

/** [HV1] [HV2] The news of each of these groups since its own mark, in their order. The caller has checked the groups. */
export async function loadNews(
  db: Db,
  { userId, groupIds, now, limit }: { userId: string; groupIds: readonly string[]; now: Date; limit: number },
): Promise<LoadedNews[]> {
  const marks = await listReadMarks(db, { userId, groupIds });
  const loaded = await Promise.all(
    groupIds.map(async (groupId) => {
      const readAt = marks.get(groupId) ?? null;
      const since = newsSince(readAt, now);
      const news = await changesSince(db, { userId, groupIds: [groupId], since, now, limit });
      return news.map((each) => ({ news: each, readAt }));
    }),
  );
  return loaded.flat();
}

/** The earliest of the marks, for a heading over several groups; null when one was never read. */
export function earliestMark(loaded: readonly LoadedNews[]): Date | null {
  const told = loaded.filter(({ news }) => news.total > 0);
  const marks = (told.length > 0 ? told : loaded).map(({ readAt }) => readAt);
  if (marks.length === 0 || marks.includes(null)) return null;
  return new Date(Math.min(...marks.map((mark) => mark?.getTime() ?? 0)));
}
