import { z } from 'zod';
import { writeSitePage } from '#db/publication/public-site/site-pages.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { parseSiteText, SITE_PAGES, SITE_TEXT_MAX } from '#shared/publication/public-site/site-page.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

const Text = z
  .string()
  .max(SITE_TEXT_MAX * 2)
  .transform((typed, context) => {
    const text = parseSiteText(typed);
    if (text.ok) return text.value;
    context.addIssue({ code: 'custom', message: text.error });
    return z.NEVER;
  });

/** [SP2] Pages of the site that whoever runs it writes. */
export const sitePageOperations = {
  /** `vu`: the rank of the text that whoever writes has seen. */
  'sitePage.write': operation({
    input: z.object({ page: z.enum(SITE_PAGES), texte: Text, vu: z.string().max(20).transform(seenIn) }),
    right: onPlatform('site.manage'),
    refusals: { 'site.changedMeanwhile': 'texte' },
    run: ({ tx, by, now }, { page, texte, vu }) =>
      writeSitePage(tx, { page, text: texte, seen: vu, userId: by, now }),
  }),
};
