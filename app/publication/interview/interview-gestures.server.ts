import type { DocumentForMember } from '#db/documents/documents.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publishedInterview as words } from '#shared/publication/interview/published-interview.fr.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { refuseBy } from '../../kernel/refusal.server.ts';
import { exactNow } from '../public-document/public-states.server.ts';
import { interviewText } from './interview.server.ts';

/** The document that is an interview, and who acts. */
interface InterviewPage {
  readonly document: DocumentForMember;
  readonly userId: string;
}

const { news } = words;
const ofDocument = gesturesOf(({ document }: InterviewPage) => ({ documentId: document.id }));
const after = afterOn(({ document }: InterviewPage) => interviewPaths.interview(document));
const consent = { givenBy: text, givenOn: text, means: text, coversImages: text };

/** [IV2] To the text as it is in its live room. */
const noteConsent: Gesture<InterviewPage> = {
  async perform(context, page, form) {
    const { sha256 } = await exactNow(context, page.document);
    return gesturesOf(({ document }: InterviewPage) => ({ documentId: document.id, sha256 }))(
      'publishedInterview.noteConsent',
      { fields: consent, form: () => 'consent', done: after(news.accord, 'accord') },
    ).perform(context, page, form);
  },
};

/** [IV2] The text as it is in its live room. */
const publish: Gesture<InterviewPage> = {
  async perform(context, page) {
    const { document, userId } = page;
    const { operations } = context.get(servicesContext);
    const wish = { documentId: document.id, text: (await interviewText(context, document)) ?? null };
    const published = await operations.run('publishedInterview.publish', { userId }, wish);
    return published.ok
      ? after(news.publie, 'publication')(null, page)
      : refuseBy(published, { form: 'publish' });
  },
};

/** What the buttons of the page of an interview do. */
export const interviewGestures = {
  person: ofDocument('publishedInterview.describe', {
    fields: { personName: text, personRole: text, organisation: text, hook: text },
    form: () => 'person',
    done: after(news.personne, 'personne'),
  }),
  consent: noteConsent,
  withdraw: ofDocument('publishedInterview.withdrawConsent', {
    fields: consent,
    form: () => 'withdraw',
    done: after(news.retrait, 'accord'),
  }),
  publish,
  takeBack: ofDocument('publishedInterview.takeBack', {
    fields: {},
    form: () => 'publish',
    done: after(news.retire, 'publication'),
  }),
};
