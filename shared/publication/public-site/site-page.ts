import { fail, ok, type Result } from '../../kernel/result.ts';

/** Pages of the site that whoever runs it writes. */
export const SITE_PAGES = [
  'accessibilite',
  'mentions-legales',
  'donnees-personnelles',
  'registre-des-traitements',
] as const;
export type SitePageKey = (typeof SITE_PAGES)[number];

/** Why a text of the site was refused. */
export type SiteError = 'site.textMissing' | 'site.textTooLong' | 'site.changedMeanwhile';

export const SITE_TEXT_MAX = 40_000;

/** [SP2] Reads the text of a page of the site: Markdown, with its line ends as the product keeps them. */
export function parseSiteText(typed: string): Result<string, SiteError> {
  const text = typed.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
  if (text === '') return fail('site.textMissing');
  return text.length > SITE_TEXT_MAX ? fail('site.textTooLong') : ok(text);
}
