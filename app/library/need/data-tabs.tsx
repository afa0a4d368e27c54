import { Link } from 'react-router';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track } from '#shared/programme/track/track.fr.ts';
import { Tabs } from '../../ui/tabs.tsx';

/** The pages about data: what there is, what is looked for, what is being standardised. */
export function DataTabs({ current }: { current: 'register' | 'needs' | 'tracks' }) {
  const pages = [
    ['register', paths.datasets(), words.register],
    ['needs', programmePaths.programmeNeeds(), words.link],
    ['tracks', programmePaths.tracks(), track.title],
  ] as const;
  return (
    <Tabs label={words.dataTabs}>
      {pages.map(([key, href, label]) => (
        <Link key={key} to={href} aria-current={key === current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </Tabs>
  );
}
