import { recordOf } from '#shared/kernel/record-of.ts';
import { EVALUATION_KEYS } from '#shared/programme/experiment/evaluation.ts';
import { experimentMilestone as milestoneWords } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import { experimentResult as words } from '#shared/programme/experiment/experiment-result.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { text } from '../../kernel/gesture.server.ts';
import { commentGestures, type ExperimentPage, ofExperiment, whole } from './experiment-gestures.server.ts';

const planned = (said: string) =>
  afterOn(({ experiment }: ExperimentPage) => programmePaths.experimentMilestones(experiment))(
    said,
    'milestones',
  );

/** [EX8] [EX9] [EX10] What the buttons of the page of milestones do. */
export const milestoneGestures = {
  season: ofExperiment('milestone.planSeason', {
    fields: {},
    form: () => 'season',
    done: planned(milestoneWords.news.planned),
  }),
  add: ofExperiment('milestone.add', {
    fields: { title: text, from: text, to: text },
    form: () => 'add',
    done: planned(milestoneWords.news.added),
  }),
  slip: ofExperiment('milestone.slip', {
    fields: { milestoneId: text, to: text, reason: text },
    form: ({ milestoneId }) => `slip ${milestoneId}`,
    done: planned(milestoneWords.news.slipped),
  }),
  actual: ofExperiment('milestone.setActual', {
    fields: { milestoneId: text, startedOn: text, doneOn: text },
    form: ({ milestoneId }) => `actual ${milestoneId}`,
    done: planned(milestoneWords.news.actual),
  }),
  remove: ofExperiment('milestone.remove', {
    fields: { milestoneId: text },
    form: whole,
    done: (made, page, { milestoneId }) => ({
      ...planned(milestoneWords.removed)(made, page),
      undo: { label: milestoneWords.undo, fields: { intent: 'restore', milestoneId } },
    }),
  }),
  restore: ofExperiment('milestone.restore', {
    fields: { milestoneId: text },
    form: whole,
    done: planned(milestoneWords.news.restored),
  }),
};

const { news } = words;
const measured = (said: string) =>
  afterOn(({ experiment }: ExperimentPage) => programmePaths.experimentIndicators(experiment))(
    said,
    'indicators',
  );

/** [EX16] What the buttons of the page of indicators do. */
export const indicatorGestures = {
  add: ofExperiment('experimentIndicator.add', {
    fields: { name: text, unit: text, target: text },
    form: () => 'add',
    done: measured(news.indicator),
  }),
  measure: ofExperiment('experimentMeasure.add', {
    fields: { indicatorId: text, on: text, value: text },
    form: ({ indicatorId }) => `measure ${indicatorId}`,
    done: measured(news.measure),
  }),
  removeMeasure: ofExperiment('experimentMeasure.remove', {
    fields: { indicatorId: text, measureId: text },
    form: whole,
    done: measured(news.measureRemoved),
  }),
  remove: ofExperiment('experimentIndicator.remove', {
    fields: { indicatorId: text },
    form: whole,
    done: (made, page, { indicatorId }) => ({
      ...measured(words.indicatorRemoved)(made, page),
      undo: { label: words.undo, fields: { intent: 'restore', indicatorId } },
    }),
  }),
  restore: ofExperiment('experimentIndicator.restore', {
    fields: { indicatorId: text },
    form: whole,
    done: measured(news.indicatorBack),
  }),
};

const after = afterOn(({ experiment }: ExperimentPage) => programmePaths.experimentEvaluation(experiment));
const answers = recordOf(EVALUATION_KEYS, () => text);

/** [EX18] [EX19] What the buttons of the page of the evaluation do. */
export const evaluationGestures = {
  ...commentGestures(after, 'evaluation'),
  evaluation: ofExperiment('experimentEvaluation.write', {
    fields: { seen: text, publish: text, ...answers },
    form: () => 'evaluation',
    done: (made, page, { publish }) =>
      after(publish ? news.published : news.evaluation, 'evaluation')(made, page),
  }),
};
