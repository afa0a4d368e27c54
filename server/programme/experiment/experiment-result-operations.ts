import { z } from 'zod';
import { writeEvaluation } from '#db/programme/experiment/experiment-evaluations.ts';
import {
  addIndicator,
  addMeasure,
  removeIndicator,
  removeMeasure,
} from '#db/programme/experiment/experiment-indicators.ts';
import {
  addPartner,
  linkObject,
  removePartner,
  unlinkObject,
} from '#db/programme/experiment/experiment-surroundings.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { Id, readTogether, Said, Ticked } from '#shared/kernel/input.ts';
import { recordOf } from '#shared/kernel/record-of.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { EVALUATION_KEYS, parseEvaluation } from '#shared/programme/experiment/evaluation.ts';
import { parseIndicator, parseMeasure } from '#shared/programme/experiment/indicator.ts';
import { parsePartner } from '#shared/programme/experiment/partner.ts';
import { operation } from '../../kernel/operation.ts';
import { changeOf } from './experiment-change.ts';
import { inExperiment } from './experiment-rights.ts';

const OfExperiment = z.object({ experimentId: Id });
const OfIndicator = OfExperiment.extend({ indicatorId: Id });
const OfPartner = OfExperiment.extend({ partnerId: Id });
const OfLink = OfExperiment.extend({ object: z.string().max(200) });
const GONE = { 'experiment.changedMeanwhile': '' } as const;
const FULL = { 'experiment.listFull': '' } as const;

/** What is too long is told in words: nothing that somebody wrote is refused as a request. */
const Answers = z.object(recordOf(EVALUATION_KEYS, () => z.string().max(60_000)));

const removingIndicator = (isBack: boolean) =>
  operation({
    input: OfIndicator,
    right: inExperiment('experiment.write'),
    refusals: GONE,
    run: (act, { experimentId, indicatorId }) =>
      removeIndicator(act.tx, { ...changeOf(act, experimentId), indicatorId, isBack }),
  });

const removingPartner = (isBack: boolean) =>
  operation({
    input: OfPartner,
    right: inExperiment('experiment.write'),
    refusals: {},
    async run(act, { experimentId, partnerId }) {
      await removePartner(act.tx, { ...changeOf(act, experimentId), partnerId, isBack });
      return ok();
    },
  });

/** [EX16] [EX18] [EX20] What an experiment measures and finds, and what surrounds it. */
export const experimentResultOperations = {
  'experimentIndicator.add': operation({
    input: OfExperiment.and(
      z
        .object({ name: Said, unit: Said, target: Said })
        .transform(
          readTogether(parseIndicator, {
            'experiment.nameMissing': 'name',
            'experiment.numberInvalid': 'target',
            'experiment.textTooLong': '',
          }),
        )
        .transform((fields) => ({ fields })),
    ),
    right: inExperiment('experiment.write'),
    refusals: FULL,
    run: (act, { experimentId, fields }) => addIndicator(act.tx, { ...changeOf(act, experimentId), fields }),
  }),

  'experimentIndicator.remove': removingIndicator(false),
  'experimentIndicator.restore': removingIndicator(true),

  'experimentMeasure.add': operation({
    input: OfIndicator.extend({ on: Said, value: Said }),
    right: inExperiment('experiment.write'),
    refusals: {
      ...GONE,
      ...FULL,
      'experiment.dayInvalid': 'on',
      'experiment.dayToCome': 'on',
      'experiment.numberInvalid': 'value',
    },
    async run(act, { experimentId, indicatorId, ...typed }) {
      const measure = parseMeasure(typed, parisDay(act.now));
      if (!measure.ok) return measure;
      return addMeasure(act.tx, { ...changeOf(act, experimentId), indicatorId, measure: measure.value });
    },
  }),

  'experimentMeasure.remove': operation({
    input: OfIndicator.extend({ measureId: Id }),
    right: inExperiment('experiment.write'),
    refusals: GONE,
    run: (act, { experimentId, ...measure }) =>
      removeMeasure(act.tx, { ...changeOf(act, experimentId), ...measure }),
  }),

  /** `seen`: the version that was read before; `publish`: it may be cited from then on. */
  'experimentEvaluation.write': operation({
    input: OfExperiment.extend({ seen: SentCount }).and(
      Answers.extend({ publish: Ticked }).transform(({ publish, ...typed }, context) => ({
        isPublished: publish,
        answers: readTogether((given: typeof typed) => parseEvaluation(given, publish), {
          'experiment.textTooLong': '',
          'experiment.evaluationEmpty': '',
        })(typed, context),
      })),
    ),
    right: inExperiment('experiment.write'),
    refusals: GONE,
    run: (act, { experimentId, ...version }) =>
      writeEvaluation(act.tx, { ...changeOf(act, experimentId), ...version }),
  }),

  'experimentPartner.add': operation({
    input: OfExperiment.and(
      z
        .object({ name: Said, part: Said })
        .transform(
          readTogether(parsePartner, { 'experiment.nameMissing': 'name', 'experiment.textTooLong': '' }),
        )
        .transform((fields) => ({ fields })),
    ),
    right: inExperiment('experiment.write'),
    refusals: FULL,
    run: (act, { experimentId, fields }) => addPartner(act.tx, { ...changeOf(act, experimentId), fields }),
  }),

  'experimentPartner.remove': removingPartner(false),
  'experimentPartner.restore': removingPartner(true),

  /** An object of a group by its kind and id, `board:…`. */
  'experimentLink.add': operation({
    input: OfLink,
    right: inExperiment('experiment.write'),
    refusals: { ...FULL, 'experiment.linkInvalid': '' },
    run: (act, { experimentId, object: key }) => linkObject(act.tx, { ...changeOf(act, experimentId), key }),
  }),

  'experimentLink.remove': operation({
    input: OfLink,
    right: inExperiment('experiment.write'),
    refusals: {},
    async run({ tx }, { experimentId, object: key }) {
      await unlinkObject(tx, { experimentId, key });
      return ok();
    },
  }),
};
