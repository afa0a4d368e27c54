import { escapeText } from '../../documents/text/document-markup.ts';
import { paths } from '../../paths.ts';
import { dossierPaths } from '../dossier/dossier-paths.ts';
import { interviewPaths } from '../interview/interview-paths.ts';
import { sheetPaths } from '../sheet/sheet-paths.ts';
import { PUBLIC_PAGES } from './public-pages.ts';
import { publicSite } from './public-site.fr.ts';

/** A published sheet, as feeds and maps of the site tell it. */
export interface ToldSheet {
  readonly address: string;
  readonly title: string;
  readonly hook: string;
  readonly facts: { readonly cities: readonly string[]; readonly theme: { readonly name: string } };
  readonly firstAt: Date;
  readonly publishedAt: Date;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const inAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;');
/** What no XML document may hold, however it is written. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** A published interview or thematic dossier, as the feed tells it. */
export interface ToldText {
  readonly address: string;
  readonly title: string;
  /** One or two sentences. */
  readonly summary: string;
  readonly firstAt: Date;
  readonly publishedAt: Date;
}

interface Entry extends Omit<ToldText, 'address'> {
  readonly path: string;
  readonly authors: readonly string[];
  readonly category: string | null;
}

/**
 * [PS4] The Atom feed (RFC 4287) of what is published, sheets, interviews and thematic dossiers, the last first and `max` of them;
 * `now` stands in for the day of an empty one.
 */
export function atomFeed(
  origin: string,
  {
    sheets,
    interviews,
    dossiers,
  }: {
    readonly sheets: readonly ToldSheet[];
    readonly interviews: readonly ToldText[];
    readonly dossiers: readonly ToldText[];
  },
  { now, max }: { readonly now: Date; readonly max: number },
): string {
  const plain = { authors: [], category: null };
  const entries: Entry[] = [
    ...sheets.map(({ address, hook, facts, ...sheet }) => ({
      ...sheet,
      path: sheetPaths.publicSheet(address),
      summary: hook,
      authors: facts.cities,
      category: facts.theme.name,
    })),
    ...interviews.map((text) => ({ ...text, ...plain, path: interviewPaths.publicInterview(text.address) })),
    ...dossiers.map((text) => ({ ...text, ...plain, path: dossierPaths.publicDossier(text.address) })),
  ]
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, max);
  const at = entries[0]?.publishedAt ?? now;
  const list = origin + sheetPaths.publicSheets();
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><id>${inAttribute(list)}</id><title>${escapeText(publicSite.name)}</title><updated>${at.toISOString()}</updated><author><name>${escapeText(publicSite.name)}</name></author><link rel="self" type="application/atom+xml" href="${inAttribute(origin + sheetPaths.feed())}"/><link rel="alternate" type="text/html" href="${inAttribute(list)}"/>\n${entries.map((entry) => entryOf(origin, entry)).join('')}</feed>\n`;
  return HEAD + feed.replace(FORBIDDEN, '');
}

function entryOf(origin: string, entry: Entry): string {
  const url = inAttribute(origin + entry.path);
  const authors = entry.authors.map((name) => `<author><name>${escapeText(name)}</name></author>`).join('');
  const category = entry.category === null ? '' : `<category term="${inAttribute(entry.category)}"/>`;
  return `<entry><id>${url}</id><title>${escapeText(entry.title)}</title><link rel="alternate" type="text/html" href="${url}"/><published>${entry.firstAt.toISOString()}</published><updated>${entry.publishedAt.toISOString()}</updated>${authors}${category}<summary>${escapeText(entry.summary)}</summary><rights>${publicSite.licence}</rights></entry>\n`;
}

/** A page of the site as its map for programs tells it. */
interface MappedPage {
  readonly href: string;
  readonly changedAt?: Date;
}

/** [PS4] The addresses of the public site that search engines may keep (sitemaps.org, 0.9), each once. */
export function sitemap(origin: string, pages: readonly MappedPage[]): string {
  const each = new Map(pages.map((page) => [page.href, page]));
  const urls = [...each.values()].map(({ href, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${inAttribute(origin + href)}</loc>${changed}</url>`;
  });
  return `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** [PS4] Robots are welcome on what is public; the workspace would only send them to its sign-in. */
export function robots(origin: string): string {
  const pages = Object.values(PUBLIC_PAGES)
    .filter(({ isDoor, href }) => !isDoor && href !== '/')
    .map(({ href }) => `Allow: ${href}`);
  return [
    'User-agent: *',
    ...pages,
    'Allow: /catalogue.',
    'Allow: /api/v1/use-cases',
    `Allow: ${paths.publicDocument('')}`,
    'Disallow: /api/',
    'Disallow: /connexion',
    'Crawl-delay: 1',
    `Sitemap: ${origin}${sheetPaths.sitemap()}`,
    '',
  ].join('\n');
}
