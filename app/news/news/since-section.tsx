import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { news as words } from '#shared/news/news.fr.ts';
import { type GroupNews, latestOf, NEWS_KINDS } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { NewsList } from './news-list.tsx';

const COUNTS_MAX = 4;
const LATEST = 5;

/** [HV1] In short what changed since the last visit, on the home page (several groups) and on that of a group. */
export function SinceSection({
  news,
  readAt,
  group,
  now,
}: {
  news: readonly GroupNews[];
  readAt: Date | null;
  /** The group whose page this is; null on the home page. */
  group: { readonly id: string } | null;
  now: Date;
}) {
  const total = news.reduce((sum, each) => sum + each.total, 0);
  const counts = NEWS_KINDS.map((kind) => ({
    kind,
    count: news
      .flatMap(({ kinds }) => kinds.filter((each) => each.kind === kind))
      .reduce((sum, each) => sum + each.total, 0),
  })).filter(({ count }) => count > 0);
  const all = paths.news(group ?? undefined);
  return (
    <section className="plate" aria-labelledby="since">
      <header>
        <h2 id="since">{words.sectionTitle}</h2>
        <p className="muted">
          {readAt ? (
            <time dateTime={readAt.toISOString()} title={dates.exact(readAt)}>
              {words.sinceShort(dates.exact(readAt))}
            </time>
          ) : (
            words.first
          )}
        </p>
      </header>
      {total === 0 ? (
        <p className="muted">{words.nothing}</p>
      ) : (
        <>
          <ul className="since">
            {counts.slice(0, COUNTS_MAX).map(({ kind, count }) => {
              const [figure, ...what] = words.counts[kind](count).split(' ');
              return (
                <li key={kind}>
                  <Link to={all}>
                    <b>{figure}</b> {what.join(' ')}
                  </Link>
                </li>
              );
            })}
          </ul>
          <NewsList items={latestOf(news, LATEST)} now={now} />
          <p className="mt-4">
            <Link to={all}>{words.all(total)}</Link>
          </p>
        </>
      )}
    </section>
  );
}
