import { helpPaths } from '../../kernel/help/help-paths.ts';
import { accessTokenPaths } from '../../operations/token/access-token-paths.ts';
import { paths } from '../../paths.ts';
import { entry } from '../../people/entry/entry.fr.ts';
import { entryPaths } from '../../people/entry/entry-paths.ts';
import { programmePaths } from '../../programme/programme-paths.ts';
import { reviewPaths } from '../../reviews/review-paths.ts';
import { dossierPaths } from '../dossier/dossier-paths.ts';
import { interviewPaths } from '../interview/interview-paths.ts';
import { openDataPaths } from '../open-data/open-data-paths.ts';
import { guidePaths } from '../public-document/guide-paths.ts';
import { sheetPaths } from '../sheet/sheet-paths.ts';
import { synthesisPaths } from '../synthesis/synthesis-paths.ts';
import { publicSite as words } from './public-site.fr.ts';
import { sitePaths } from './site-paths.ts';

/** A link of the frame around the public pages. */
export interface SiteLink {
  readonly label: string;
  readonly href: string;
}

interface SitePlace extends SiteLink {
  /** Addresses of what belongs to it without being under its own. */
  readonly with?: readonly string[];
}

/** [PS9] The places of the public site, in the order of its header. */
const PLACES: readonly SitePlace[] = [
  {
    label: words.list,
    href: sheetPaths.publicSheets(),
    with: [dossierPaths.publicDossiers(), interviewPaths.publicInterviews()],
  },
  { label: words.guides, href: guidePaths.guides(), with: [paths.publicDocument('').replace(/\/$/, '')] },
  { label: words.calls, href: programmePaths.calls() },
  { label: words.synthesis, href: synthesisPaths.publicSynthesis() },
  { label: words.map, href: openDataPaths.map() },
  { label: words.data, href: openDataPaths.openData() },
];

/** [PS9] What stands under the use cases, by kind of text. */
export const USE_CASE_KINDS: readonly SiteLink[] = [
  { label: words.sheets, href: sheetPaths.publicSheets() },
  { label: words.dossiers, href: dossierPaths.publicDossiers() },
  { label: words.interviews, href: interviewPaths.publicInterviews() },
];

/** [PS9] What a visitor may do to take part, beside the places: the last one is the way in. */
export const SITE_DOORS: readonly SiteLink[] = [
  { label: entry.ask.title, href: entryPaths.ask() },
  { label: words.signIn, href: paths.signIn() },
];

/** The way in of somebody who is signed in already. */
export const OWN_SPACE: SiteLink = { label: words.ownSpace, href: paths.home() };

/** [PS9] What stands at the foot of every public page, by column. */
export const SITE_FOOT: readonly { readonly title: string; readonly links: readonly SiteLink[] }[] = [
  {
    title: words.foot.discover,
    links: [
      { label: words.list, href: sheetPaths.publicSheets() },
      { label: words.dossiers, href: dossierPaths.publicDossiers() },
      { label: words.interviews, href: interviewPaths.publicInterviews() },
      { label: words.guides, href: guidePaths.guides() },
      { label: words.synthesis, href: synthesisPaths.publicSynthesis() },
      { label: words.map, href: openDataPaths.map() },
      { label: words.openData, href: openDataPaths.openData() },
      { label: words.feed, href: sheetPaths.feed() },
    ],
  },
  {
    title: words.foot.takePart,
    links: [
      { label: words.allCalls, href: programmePaths.calls() },
      ...SITE_DOORS,
      { label: words.verify, href: reviewPaths.verification() },
    ],
  },
  {
    title: words.foot.site,
    links: [
      { label: words.help, href: helpPaths.help() },
      { label: words.developers, href: accessTokenPaths.developers() },
      { label: words.siteMap, href: sitePaths.map() },
      { label: words.accessibility, href: paths.accessibility() },
      { label: words.legal, href: paths.legal() },
      { label: words.privacy, href: sitePaths.page('donnees-personnelles') },
    ],
  },
];

/** [PS9] The places with what each is to the page of this path: the page itself, where it belongs, or neither. */
export function placesFor(path: string): (SiteLink & { readonly current: 'page' | 'true' | undefined })[] {
  return PLACES.map(({ label, href, with: others = [] }) => ({
    label,
    href,
    current:
      path === href ? 'page' : [href, ...others].some((one) => isUnder(path, one)) ? 'true' : undefined,
  }));
}

const isUnder = (path: string, address: string) => path === address || path.startsWith(`${address}/`);
