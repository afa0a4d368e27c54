import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { EXPERIMENT_STATES } from '#shared/programme/experiment/experiment.ts';
import { type FactKey, ofEachFact } from '#shared/programme/experiment/experiment-facts.ts';
import { experimentLog as logWords } from '#shared/programme/experiment/experiment-log.fr.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';

/** The experiment that a page is of. */
export interface ExperimentPage {
  readonly experiment: { readonly id: string; readonly title: string };
}

/** Gestures of an experiment. */
export const ofExperiment = gesturesOf(({ experiment }: ExperimentPage) => ({ experimentId: experiment.id }));

/** A gesture that no form of the page is about. */
export const whole = () => '';

const after = afterOn(({ experiment }: ExperimentPage) => programmePaths.experiment(experiment));
const STATE = 'state-heading';
const state = choice(EXPERIMENT_STATES);

/** [EX6] What the buttons of the first page of an experiment do. */
export const stateGestures = {
  state: ofExperiment('experiment.changeState', {
    fields: { state, reason: text },
    form: () => 'state',
    done: (made, page, { state: to }) => ({
      ...after(experimentPage.stateChanged(words.states[to]), STATE)(made, page),
      undo: { label: experimentPage.undo, fields: { intent: 'undoState' } },
    }),
  }),
  undoState: ofExperiment('experiment.undoState', {
    fields: {},
    form: whole,
    done: after(experimentPage.news.stateBack, STATE),
  }),
};

/** [EX4] What a form sends of the facts. */
export const factFields = ofEachFact<Record<FactKey, typeof text>>(() => text);

/** [EX5] What the form of a new experiment does. */
export const openExperiment = gesturesOf(() => ({}))('experiment.open', {
  fields: {
    ...factFields,
    themeId: text,
    leadId: text,
    city: texts,
  },
  done: (made) => ({ to: programmePaths.experiment(made), said: experimentPage.opened, focus: null }),
});

/** [EX19] What the buttons of comments do on a page; `list` is the id of what is commented there. */
export const commentGestures = (after: ReturnType<typeof afterOn<ExperimentPage>>, list: string) => ({
  comment: ofExperiment('experimentComment.add', {
    fields: { subject: text, text },
    form: ({ subject }) => `comment ${subject}`,
    done: (made, page, { subject }) => after(logWords.news.comment, `said-${subject}`)(made, page),
  }),
  removeComment: ofExperiment('experimentComment.remove', {
    fields: { commentId: text },
    form: whole,
    done: (made, page, { commentId }) => ({
      ...after(logWords.commentRemoved, list)(made, page),
      undo: { label: logWords.undo, fields: { intent: 'restoreComment', commentId } },
    }),
  }),
  restoreComment: ofExperiment('experimentComment.restore', {
    fields: { commentId: text },
    form: whole,
    done: after(logWords.news.commentBack, list),
  }),
});
