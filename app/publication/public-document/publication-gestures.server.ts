import type { DocumentForMember } from '#db/documents/documents.ts';
import { paths } from '#shared/paths.ts';
import { publication as words } from '#shared/publication/public-document/publication.fr.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { refuseBy } from '../../kernel/refusal.server.ts';
import { publicly } from './public-states.server.ts';

/** The document whose publication it is, and who acts. */
interface PublicationPage {
  readonly document: DocumentForMember;
  readonly userId: string;
}

const { news } = words;
const ofDocument = gesturesOf(({ document }: PublicationPage) => ({ documentId: document.id }));
const after = afterOn(({ document }: PublicationPage) => paths.documentPublication(document));

const publish: Gesture<PublicationPage> = {
  async perform(context, page) {
    const { document, userId } = page;
    const { operations } = context.get(servicesContext);
    const told = await publicly(context, document, (states, ...asked) => states.publishable(...asked));
    const wish = { documentId: document.id, ...told };
    const published = await operations.run('publication.publish', { userId }, wish);
    return published.ok
      ? after(news.publie, 'publication')(null, page)
      : refuseBy(published, { form: 'publish' });
  },
};

/** What the buttons of the page of a publication do. */
export const publicationGestures = {
  publish,
  withdraw: ofDocument('publication.withdraw', { fields: {}, done: after(news.retire, 'publication') }),
  restore: ofDocument('publication.restore', { fields: {}, done: after(news.retabli, 'publication') }),
  indexed: ofDocument('publication.setIndexed', {
    fields: { isIndexed: text },
    done: after(news.reglage, 'publication'),
  }),
};
