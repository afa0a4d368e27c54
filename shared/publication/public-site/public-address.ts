import { paths } from '../../paths.ts';
import { reviewPaths } from '../../reviews/review-paths.ts';
import { openDataPaths } from '../open-data/open-data-paths.ts';
import { sheetPaths } from '../sheet/sheet-paths.ts';
import { PUBLIC_PAGES } from './public-pages.ts';

/** What public addresses begin with: all of them are in small letters. */
const PUBLIC = new Set(
  [
    ...Object.values(PUBLIC_PAGES)
      .filter(({ href, part }) => href !== paths.home() && part !== 'espace')
      .map(({ href }) => href),
    sheetPaths.feed(),
    sheetPaths.sitemap(),
    sheetPaths.robots(),
    openDataPaths.catalogue('jsonld'),
    openDataPaths.catalogue('ttl'),
    paths.publicDocument(''),
    reviewPaths.verification(),
  ].map((path) => path.split('/')[1]),
);
/** « fr », « en-gb », « pt_BR »: the site has one language, and links of elsewhere may name one. */
const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;
const LANGUAGE_PARAMETERS = ['lang', 'locale', 'hl'];

/**
 * [PS3] The one address that a public address in bad shape stands for: a language before it or asked for, other letters, a slash
 * doubled or at its end. Goes in and comes out: path and query. Null: it is in good shape, or none of the public site.
 */
export function straightAddress(asked: string): string | null {
  const at = asked.indexOf('?');
  const path = at < 0 ? asked : asked.slice(0, at);
  const search = at < 0 ? '' : asked.slice(at + 1);
  const parts = path.split('/').filter(Boolean);
  if (LOCALE.test(parts[0] ?? '')) parts.shift();
  const straight = parts.map((part) => part.toLowerCase());
  if (!PUBLIC.has(straight[0])) return null;
  const query = withoutLanguage(search);
  const address = `/${straight.join('/')}${query && `?${query}`}`;
  return address === asked ? null : address;
}

/** As it came where it names no language: what is not asked about is not written anew. */
function withoutLanguage(search: string): string {
  const parameters = new URLSearchParams(search);
  const named = LANGUAGE_PARAMETERS.filter((name) => parameters.has(name));
  if (named.length === 0) return search;
  for (const name of named) parameters.delete(name);
  return parameters.toString();
}
