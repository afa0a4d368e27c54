import type { Db } from '#db/kernel/client.ts';
import { listReadMarks } from '#db/news/group-visits.ts';
import { changesSince } from '#db/news/news.ts';
import { findProgrammeMark, programmeSince } from '#db/news/programme-news.ts';
import { type GroupNews, newsSince } from '#shared/news/news.ts';
import type { ProgrammeNews } from '#shared/news/programme-news.ts';

/** What one page of news shows of a group. */
export interface LoadedNews {
  readonly news: GroupNews;
  /** Up to when it was read; null for never. */
  readonly readAt: Date | null;
}

/** [HV1] [HV2] The news of each of these groups, in which this person is, since its own mark, in their order. */
export async function loadNews(
  db: Db,
  { userId, groupIds, now, limit }: { userId: string; groupIds: readonly string[]; now: Date; limit: number },
): Promise<LoadedNews[]> {
  const marks = await listReadMarks(db, { userId, groupIds });
  const readAt = (groupId: string) => marks.get(groupId) ?? null;
  const groups = groupIds.map((groupId) => ({ groupId, since: newsSince(readAt(groupId), now) }));
  const found = await changesSince(db, { userId, groups, now, limit });
  return found.map((news) => ({ news, readAt: readAt(news.groupId) }));
}

/** [HV7] The same of the programme. */
export async function loadProgrammeNews(
  db: Db,
  { userId, now, limit }: { userId: string; now: Date; limit: number },
): Promise<{ readonly news: ProgrammeNews; readonly readAt: Date | null }> {
  const readAt = await findProgrammeMark(db, { userId });
  const news = await programmeSince(db, { userId, now, since: newsSince(readAt, now), limit });
  return { news, readAt };
}

/** The earliest of the marks, for a heading over several groups; null when one was never read. */
export function earliestMark(loaded: readonly LoadedNews[]): Date | null {
  const told = loaded.filter(({ news }) => news.total > 0);
  const marks = (told.length > 0 ? told : loaded).map(({ readAt }) => readAt);
  if (marks.length === 0 || marks.includes(null)) return null;
  return new Date(Math.min(...marks.map((mark) => mark?.getTime() ?? 0)));
}
