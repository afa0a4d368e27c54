import type { RouterContextProvider } from 'react-router';
import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';
import { fieldsOfFaults, readMarks } from '#shared/programme/assessment/marks.ts';
import type { CallCriterion } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { type Gesture, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';

/** The application that is assessed, with the criteria of its call, and who acts. */
interface AssessmentPage {
  readonly application: { readonly id: string; readonly title: string };
  readonly criteria: readonly CallCriterion[];
  readonly userId: string;
}

const { news } = words;
const ofApplication = gesturesOf(({ application }: AssessmentPage) => ({ applicationId: application.id }));
const after = afterOn(({ application }: AssessmentPage) => programmePaths.assessment(application));

/** [AS6] Keeps what is being written, whatever is wrong with it; gives it, read. */
export async function keepDraft(
  context: Readonly<RouterContextProvider>,
  { application, criteria, userId }: AssessmentPage,
  sent: FormData,
) {
  const privateNotes = text(sent.getAll('privateNotes'));
  if (privateNotes === null) throw notOurs();
  const typed = Object.fromEntries(
    [...sent].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const { marks, faults } = readMarks(typed, criteria);
  const { operations } = context.get(servicesContext);
  const wish = { applicationId: application.id, marks, privateNotes };
  const saved = await operations.run('assessment.saveDraft', { userId }, wish);
  return { saved, marks, faults: fieldsOfFaults(faults) };
}

const give: Gesture<AssessmentPage> = {
  async perform(context, page, sent) {
    const { saved, marks, faults } = await keepDraft(context, page, sent);
    if (!saved.ok) return refuseBy(saved, { form: 'give' });
    const wish = { applicationId: page.application.id, marks };
    const { operations } = context.get(servicesContext);
    const given = await operations.run('assessment.giveMarks', { userId: page.userId }, wish);
    if (given.ok) return after(news.given, 'instructeurs')(null, page);
    return refuseBy({ ...given, fields: { ...given.fields, ...faults } }, { form: 'give' });
  },
};

/** What the buttons of the page of an assessment do; « save » keeps a draft, without leaving it. */
export const assessmentGestures = {
  give,
  assign: ofApplication('assessment.assign', {
    fields: { assessorId: text },
    done: after(news.assigned, 'instructeurs'),
  }),
  remove: ofApplication('assessment.unassign', {
    fields: { assessorId: text },
    done: after(news.unassigned, 'instructeurs'),
  }),
  say: ofApplication('assessment.say', { fields: { text }, done: after(news.sent, 'echanges') }),
  recuse: ofApplication('assessment.declareRecusal', {
    fields: { reason: text },
    done: () => ({ to: programmePaths.assigned(), said: news.recused, focus: null }),
  }),
  lift: ofApplication('assessment.liftRecusal', {
    fields: { recusalId: text },
    done: after(news.lifted, 'instructeurs'),
  }),
  ask: ofApplication('assessment.askExpert', {
    fields: { email: text, question: text },
    done: after(news.asked, 'avis'),
  }),
  advise: ofApplication('assessment.giveOpinion', {
    fields: { opinion: text },
    done: after(news.advised, 'avis'),
  }),
  askCorrection: ofApplication('application.askCorrection', {
    fields: { fields: texts, message: text, until: text },
    form: () => 'askCorrection',
    done: after(words.correctionAsked, 'contenu'),
  }),
};
