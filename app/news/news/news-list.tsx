import {
  CalendarDays,
  Columns3,
  Database,
  FileText,
  FolderOpen,
  Gavel,
  type LucideIcon,
  MessageSquare,
  MessagesSquare,
  SquareCheck,
  UserPlus,
} from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { news as words } from '#shared/news/news.fr.ts';
import type { NewsItem, NewsKind } from '#shared/news/news.ts';

const icons: Record<NewsKind, LucideIcon> = {
  comment: MessageSquare,
  document: FileText,
  card: SquareCheck,
  meeting: CalendarDays,
  decision: Gavel,
  topic: MessagesSquare,
  resource: FolderOpen,
  dataset: Database,
  board: Columns3,
  person: UserPlus,
};

/** Objects that something happened to: what, by whom, when, and for documents the way to what changed. */
export function NewsList({ items, now }: { items: readonly NewsItem[]; now: Date }) {
  return (
    <ul className="ruled">
      {items.map((item) => (
        <NewsLine key={`${item.kind} ${item.id}`} item={item} now={now} />
      ))}
    </ul>
  );
}

function NewsLine({ item, now }: { item: NewsItem; now: Date }) {
  const { kind, title, href, compareHref, at } = item;
  const Icon = icons[kind];
  return (
    <li className="item">
      <Icon className="icon" aria-hidden="true" />
      <div>
        <Link to={href}>{title}</Link>
        <p className="muted">{words.said(item)}</p>
        {compareHref && (
          <p className="small">
            <Link className="news-compare" to={compareHref} aria-label={words.compareOf(title)}>
              {words.compare}
            </Link>
          </p>
        )}
      </div>
      <time className="muted small" dateTime={at.toISOString()} title={dates.exact(at)}>
        {dates.relative(at, now)}
      </time>
    </li>
  );
}
