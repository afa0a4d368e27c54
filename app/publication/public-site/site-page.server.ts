import type { RouterContextProvider } from 'react-router';
import { findSitePage } from '#db/publication/public-site/site-pages.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import type { SitePageKey } from '#shared/publication/public-site/site-page.ts';
import { servicesContext } from '../../context.ts';
import { readSiteText } from './site-text.server.ts';

/** [SP1] A page of the site as it is drawn: what was written last, or what the product brings. */
export async function readSitePage(context: Readonly<RouterContextProvider>, page: SitePageKey) {
  const { db } = context.get(servicesContext);
  const written = await findSitePage(db, page);
  const { title, lead, text } = obligations.pages[page];
  return {
    title,
    lead,
    blocks: readSiteText(written?.text ?? text),
    updated: written ? dates.short(written.at) : null,
  };
}
