import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The newsletter whose page it is. */
export interface NewsletterPage {
  readonly newsletterId: string;
}

const { news } = words;
const ofNewsletter = gesturesOf(({ newsletterId }: NewsletterPage) => ({ newsletterId }));
const ofProgramme = gesturesOf(() => ({}));
const fields = { title: text, introduction: text, fromDay: text, toDay: text, toldTo: text };
const toPage = (said: string) => (made: { readonly id: string; readonly title: string }) => ({
  ...{ to: newsletterPaths.newsletter(made), said, focus: null },
});

/** [NL2] What the form of a new newsletter does. */
export const newNewsletterGestures = {
  save: ofProgramme('newsletter.write', { fields, done: toPage(news.written) }),
};

/** [NL2] What the form of a draft does. */
export const newsletterEditGestures = {
  save: ofNewsletter('newsletter.change', { fields, done: toPage(news.changed) }),
};

/** [NL4] What the button of its page does. */
export const newsletterGestures = {
  send: ofNewsletter('newsletter.send', { fields: {}, done: toPage(news.sent) }),
};
