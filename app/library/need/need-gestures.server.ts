import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuse } from '../../kernel/refusal.server.ts';
import { formOfNeed, needFields } from './need-form.server.ts';

/** The experiment whose needs it is about. */
export interface ExperimentPage {
  readonly experiment: { readonly id: string; readonly title: string };
}
/** The need that the page is about, and who acts. */
export interface NeedPage extends ExperimentPage {
  readonly needId: string;
  readonly by: string;
}

const ofExperiment = gesturesOf(({ experiment }: ExperimentPage) => ({ experimentId: experiment.id }));
const ofNeed = gesturesOf(({ experiment, needId }: NeedPage) => ({ experimentId: experiment.id, needId }));
const after = afterOn(({ experiment, needId: id }: NeedPage) => paths.experimentNeed(experiment, { id }));

/** What the button of a new need does. */
export const newNeedGestures = {
  save: ofExperiment('need.add', {
    fields: needFields,
    form: formOfNeed,
    done: ({ id, wanted }, { experiment }) => ({
      to: paths.experimentNeed(experiment, { id }),
      said: words.created(wanted),
      focus: null,
    }),
  }),
};

/** What the buttons beside the removed needs of an experiment do. */
export const removedNeedGestures = {
  restore: ofExperiment('need.restore', {
    fields: { needId: text },
    done: ({ wanted }, { experiment }) => ({
      to: programmePaths.experimentNeeds(experiment),
      said: words.restored(wanted),
      focus: 'needs',
    }),
  }),
};

/** [DN12] A request to the producer, written into a live board. */
const request: Gesture<NeedPage> = {
  async perform(context, { experiment, needId, by }, form) {
    const [boardId, title] = [text(form.getAll('boardId')), text(form.getAll('title'))];
    if (boardId === null || title === null) throw notOurs();
    const asked = { experimentId: experiment.id, needId, boardId, title, by };
    const made = await context.get(servicesContext).dataNeeds.request(asked);
    return made.ok
      ? after(words.asked, 'request')(null, { experiment, needId, by })
      : refuse({ boardId: made.error }, { form: 'request' });
  },
};

/** What the buttons of the page of a need do. */
export const needGestures = {
  save: ofNeed('need.change', {
    fields: { ...needFields, rank: text, why: text },
    form: formOfNeed,
    done: after(words.saved, 'need'),
  }),
  remove: ofNeed('need.remove', {
    fields: {},
    form: () => '',
    done: ({ wanted }, { experiment, needId }) => ({
      to: programmePaths.experimentNeeds(experiment),
      said: words.removed(wanted),
      focus: null,
      undo: { label: words.restore, fields: { intent: 'restore', needId } },
    }),
  }),
  restore: ofNeed('need.restore', {
    fields: {},
    form: () => '',
    done: ({ wanted }, page) => after(words.restored(wanted), 'need')(null, page),
  }),
  answer: ofNeed('need.answer', {
    fields: { datasetId: text },
    done: (_made, page, { datasetId }) =>
      after(datasetId ? words.answered : words.unanswered, 'answer')(null, page),
  }),
  request,
};
