import { z } from 'zod';
import {
  addMilestone,
  holdMilestone,
  planSeasonOnDemand,
  removeMilestone,
  setActual,
  slipMilestone,
} from '#db/programme/experiment/experiment-milestones.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { Id, readTogether, Said } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseActual, parseMilestone } from '#shared/programme/experiment/milestone.ts';
import { operation } from '../../kernel/operation.ts';
import { changeOf } from './experiment-change.ts';
import { inExperiment } from './experiment-rights.ts';

const OfExperiment = z.object({ experimentId: Id });
const OfMilestone = OfExperiment.extend({ milestoneId: Id });
const GONE = { 'experiment.changedMeanwhile': '' } as const;

const removing = (isBack: boolean) =>
  operation({
    input: OfMilestone,
    right: inExperiment('experiment.write'),
    refusals: GONE,
    run: (act, { experimentId, milestoneId }) =>
      removeMilestone(act.tx, { ...changeOf(act, experimentId), milestoneId, isBack }),
  });

/** [EX8] [EX9] [EX10] The steps of an experiment. */
export const experimentMilestoneOperations = {
  'milestone.planSeason': operation({
    input: OfExperiment,
    right: inExperiment('experiment.write'),
    refusals: { 'experiment.dayInvalid': '', 'experiment.milestonesFull': '' },
    run: (act, { experimentId }) => planSeasonOnDemand(act.tx, changeOf(act, experimentId)),
  }),

  'milestone.add': operation({
    input: OfExperiment.and(
      z
        .object({ title: Said, from: Said, to: Said })
        .transform(
          readTogether(parseMilestone, {
            'experiment.milestoneTitle': 'title',
            'experiment.dayInvalid': '',
            'experiment.periodReversed': 'to',
          }),
        )
        .transform((planned) => ({ planned })),
    ),
    right: inExperiment('experiment.write'),
    refusals: { 'experiment.milestonesFull': '' },
    run: (act, { experimentId, planned }) =>
      addMilestone(act.tx, { ...changeOf(act, experimentId), planned }),
  }),

  'milestone.slip': operation({
    input: OfMilestone.extend({ to: Said, reason: z.string().max(60_000) }),
    right: inExperiment('experiment.write'),
    refusals: {
      ...GONE,
      'experiment.dayInvalid': 'to',
      'experiment.periodReversed': 'to',
      'experiment.sameDay': 'to',
      'experiment.reasonMissing': 'reason',
      'experiment.textTooLong': 'reason',
    },
    run: (act, { experimentId, milestoneId, ...typed }) =>
      slipMilestone(act.tx, { ...changeOf(act, experimentId), milestoneId, typed }),
  }),

  'milestone.setActual': operation({
    input: OfMilestone.extend({ startedOn: Said, doneOn: Said }),
    right: inExperiment('experiment.write'),
    refusals: {
      ...GONE,
      'experiment.dayInvalid': '',
      'experiment.dayToCome': '',
      'experiment.periodReversed': 'doneOn',
    },
    async run(act, { experimentId, milestoneId, ...typed }) {
      const actual = parseActual(typed, parisDay(act.now));
      if (!actual.ok) return actual;
      return setActual(act.tx, { ...changeOf(act, experimentId), milestoneId, actual: actual.value });
    },
  }),

  /** Today; gives when it had begun, for whoever takes that back. */
  'milestone.reach': operation({
    input: OfMilestone,
    right: inExperiment('experiment.write'),
    refusals: GONE,
    async run(act, { experimentId, milestoneId }) {
      const change = { ...changeOf(act, experimentId), milestoneId };
      const held = await holdMilestone(act.tx, change);
      if (!held || held.doneOn !== null) return fail('experiment.changedMeanwhile');
      const today = parisDay(act.now);
      const { startedOn } = held;
      const actual = { startedOn: startedOn ?? today, doneOn: today };
      const set = await setActual(act.tx, { ...change, actual });
      return set.ok ? ok({ startedOn }) : set;
    },
  }),

  'milestone.remove': removing(false),
  'milestone.restore': removing(true),
};
