import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { KINDS } from '#shared/kinds.ts';
import { programmeNews } from '#shared/news/programme-news.fr.ts';
import { OF_PROGRAMME, type ProgrammeItem, type ProgrammeNews } from '#shared/news/programme-news.ts';
import { NewsSection } from './group-news.tsx';

/** [HV7] What changed in the programme, as far as its reader may open it. */
export function ProgrammeSection({
  news,
  ...shown
}: { news: ProgrammeNews } & Pick<ComponentProps<typeof NewsSection>, 'readAt' | 'isAlone' | 'now'>) {
  const { title } = programmeNews;
  const kinds = news.kinds.map(({ kind, items, total }) => ({
    ...{ kind, total, title: KINDS[kind].many, shown: items.length },
    list: (
      <ul className="ruled">
        {items.map((item) => (
          <ItemLine key={item.id} item={item} now={shown.now} />
        ))}
      </ul>
    ),
  }));
  return <NewsSection of={{ id: OF_PROGRAMME, name: title }} title={title} kinds={kinds} {...shown} />;
}

function ItemLine({ item, now }: { item: ProgrammeItem; now: Date }) {
  const { title, href, at } = item;
  return (
    <li className="item">
      <div>
        <Link to={href}>{title}</Link>
        <p className="muted">{programmeNews.said(item)}</p>
      </div>
      <time className="muted small" dateTime={at.toISOString()} title={dates.exact(at)}>
        {dates.relative(at, now)}
      </time>
    </li>
  );
}
