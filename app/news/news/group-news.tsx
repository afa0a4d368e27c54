import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { news as words } from '#shared/news/news.fr.ts';
import type { GroupNews as News } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { NewsList } from './news-list.tsx';

/** [HV1] What changed in one group: by kind, the newest first, what is left counted; and the way to say that it is read. */
export function GroupNews({
  group,
  news,
  readAt,
  isAlone,
  now,
}: {
  group: { readonly id: string; readonly name: string };
  news: News;
  readAt: Date | null;
  /** The page shows this group only, and as much of it as it can. */
  isAlone: boolean;
  now: Date;
}) {
  const titleId = `news-${group.id}`;
  return (
    <section className="plate" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>
          <Link to={paths.group({ id: group.id, title: group.name })}>{group.name}</Link>
        </h2>
        <ReadForm groupId={group.id} name={group.name} upTo={now} />
      </header>
      <p className="muted small mb-4">{readAt ? words.since(dates.exact(readAt)) : words.first}</p>
      {news.kinds.map(({ kind, items, total }) => (
        <div key={kind} className="news-kind">
          <h3>
            {words.kinds[kind]} <span className="count">{total}</span>
          </h3>
          <NewsList items={items} now={now} />
          {total > items.length && (
            <p className="small mt-2">
              {isAlone ? (
                <span className="muted">{words.others(total - items.length)}</span>
              ) : (
                <Link to={paths.news(group)}>{words.others(total - items.length)}</Link>
              )}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

/** [HV2] Says that the news of one group (all of them without `groupId`) are read up to the moment of this page. */
export function ReadForm({ groupId, name, upTo }: { groupId?: string; name?: string; upTo: Date }) {
  return (
    <Form method="post" action={paths.news()}>
      <input type="hidden" name="upTo" value={upTo.toISOString()} />
      {groupId && <input type="hidden" name="groupId" value={groupId} />}
      <button
        className="btn sm"
        type="submit"
        name="intent"
        value="read"
        aria-label={name ? words.readOf(name) : undefined}
      >
        {groupId ? words.read : words.readAll}
      </button>
    </Form>
  );
}
