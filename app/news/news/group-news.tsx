import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { news as words } from '#shared/news/news.fr.ts';
import type { GroupNews as News } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { NewsList } from './news-list.tsx';

/** What changed in one group, or in the programme. */
interface SectionProps {
  /** What its mark is made for. */
  readonly of: { readonly id: string; readonly name: string };
  readonly title: ReactNode;
  /** The last objects of each kind, and how many of them are shown, of how many. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly title: string;
    readonly shown: number;
    readonly total: number;
    readonly list: ReactNode;
  }[];
  readonly readAt: Date | null;
  /** The page shows this only, and as much of it as it can. */
  readonly isAlone: boolean;
  readonly now: Date;
}

/** [HV1] [HV7] By kind, the newest first, what is left counted; and the way to say that it is read. */
export function NewsSection({ of, title, kinds, readAt, isAlone, now }: SectionProps) {
  const titleId = `news-${of.id}`;
  return (
    <Plate id={titleId} title={title} beside={<ReadForm groupId={of.id} name={of.name} upTo={now} />}>
      <p className="muted small mb-4">{readAt ? words.since(dates.exact(readAt)) : words.first}</p>
      {kinds.map(({ kind, title: name, shown, total, list }) => (
        <div key={kind} className="news-kind">
          <h3>
            {name} <span className="count">{total}</span>
          </h3>
          {list}
          {total > shown && (
            <p className="small mt-2">
              {isAlone ? (
                <span className="muted">{words.others(total - shown)}</span>
              ) : (
                <Link to={paths.news(of)}>{words.others(total - shown)}</Link>
              )}
            </p>
          )}
        </div>
      ))}
    </Plate>
  );
}

/** [HV1] What changed in one group. */
export function GroupNews({
  group,
  news,
  ...shown
}: { group: SectionProps['of']; news: News } & Pick<SectionProps, 'readAt' | 'isAlone' | 'now'>) {
  const kinds = news.kinds.map(({ kind, items, total }) => ({
    ...{ kind, total, title: words.kinds[kind], shown: items.length },
    list: <NewsList items={items} now={shown.now} />,
  }));
  const title = <Link to={paths.group({ id: group.id, title: group.name })}>{group.name}</Link>;
  return <NewsSection of={group} title={title} kinds={kinds} {...shown} />;
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
