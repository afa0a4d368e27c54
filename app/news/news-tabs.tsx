import { Link } from 'react-router';
import { newsTabs as words } from '#shared/news/news-tabs.fr.ts';
import { paths } from '#shared/paths.ts';
import { Tabs } from '../ui/tabs.tsx';

const PAGES = { mine: paths.notifications(), all: paths.news() } as const;

/** The one stream of what has changed: what is about the reader, and all of it. */
export function NewsTabs({ current }: { readonly current: keyof typeof PAGES }) {
  return (
    <Tabs label={words.title}>
      {(['mine', 'all'] as const).map((page) => (
        <Link key={page} to={PAGES[page]} aria-current={page === current ? 'page' : undefined}>
          {words[page]}
        </Link>
      ))}
    </Tabs>
  );
}
