import { Link } from 'react-router';
import { announced as words } from '#shared/programme/announced.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { Tabs } from '../../ui/tabs.tsx';

const PAGES = {
  bulletins: bulletinPaths.bulletins(),
  events: eventPaths.events(),
  newsletters: '/lettres',
} as const;
const ORDER = ['bulletins', 'events', 'newsletters'] as const;

/** What the coordination tells all the programme. */
export function AnnouncedTabs({ current }: { readonly current: keyof typeof PAGES }) {
  return (
    <Tabs label={words.title}>
      {ORDER.map((page) => (
        <Link key={page} to={PAGES[page]} aria-current={page === current ? 'page' : undefined}>
          {words.pages[page]}
        </Link>
      ))}
    </Tabs>
  );
}
