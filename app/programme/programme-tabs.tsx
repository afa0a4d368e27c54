import { Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import { programme as words } from '#shared/programme/programme.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { Tabs } from '../ui/tabs.tsx';

const ADDRESSES = {
  experiments: programmePaths.experiments(),
  localIssues: programmePaths.localIssues(),
  missions: programmePaths.missions(),
  sheets: sheetPaths.sheets(),
  adoptions: adoptionPaths.adoptions(),
  applications: programmePaths.applications(),
  assigned: programmePaths.assigned(),
  cities: paths.cities(),
  facilitators: programmePaths.facilitators(),
} as const;
type Page = keyof typeof ADDRESSES;

/** Which pages stand under one entry of the navigation. */
const UNDER = {
  experiments: ['experiments', 'localIssues', 'missions', 'sheets', 'adoptions'],
  applications: ['applications', 'assigned'],
  cities: ['cities', 'facilitators'],
} as const satisfies Record<string, readonly Page[]>;

/** The pages of the programme that stand under one entry of the navigation. */
export function ProgrammeTabs({ under, current }: { under: keyof typeof UNDER; current: Page }) {
  return (
    <Tabs label={words.tabs[under]}>
      {UNDER[under].map((page) => (
        <Link key={page} to={ADDRESSES[page]} aria-current={page === current ? 'page' : undefined}>
          {words.pages[page]}
        </Link>
      ))}
    </Tabs>
  );
}
