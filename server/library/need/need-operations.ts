import { z } from 'zod';
import {
  changeDataNeed,
  createDataNeed,
  removeDataNeed,
  restoreDataNeed,
} from '#db/library/need/data-needs.ts';
import { answerNeed } from '#db/library/need/need-datasets.ts';
import { importDataNeeds } from '#db/library/need/need-imports.ts';
import { chosenOrNone, Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import {
  type DataNeedFields,
  parseDataNeed,
  parseStepReason,
  type TypedDataNeed,
} from '#shared/library/need/data-need.ts';
import { NEED_LINES_MAX } from '#shared/library/need/need-table.ts';
import { operation } from '../../kernel/operation.ts';
import { inExperiment } from '../../programme/experiment/experiment-rights.ts';

const Said = z.string().max(20_000);
const Typed = z.object({
  wanted: Said,
  producerKind: Said,
  producerName: Said,
  importance: Said,
  accessStatus: Said,
  accessReason: Said,
  accessNote: Said,
  opensOn: Said,
  inCharge: Said,
  schemaName: Said,
  frequency: Said,
  licence: Said,
  contact: Said,
  comment: Said,
});

/** [DN2] Every field that is wrong is told at once. */
function readNeed(typed: TypedDataNeed, context: z.RefinementCtx): DataNeedFields {
  const parsed = parseDataNeed(typed);
  if ('fields' in parsed) return parsed.fields;
  for (const [field, message] of Object.entries(parsed.faults))
    context.addIssue({ code: 'custom', path: [field], message });
  return z.NEVER;
}

const OfExperiment = z.object({ experimentId: Id });
const OfNeed = OfExperiment.extend({ needId: Id });
/** Said once that the table has it already, they want it all the same. */
const mayBeTwice = z.boolean();

/** [DN3] [DN4] [DN6] [DN8] The data that experiments need. */
export const needOperations = {
  'need.add': operation({
    input: OfExperiment.extend({ ...Typed.shape, mayBeTwice }).transform(
      ({ experimentId, mayBeTwice, ...typed }, context) => ({
        experimentId,
        mayBeTwice,
        fields: readNeed(typed, context),
      }),
    ),
    right: inExperiment('need.write'),
    refusals: { 'dataNeed.twice': 'wanted' },
    async run({ tx, by, now, newId }, need) {
      const id = newId();
      const made = await createDataNeed(tx, { ...need, needId: id, newWantedId: newId(), userId: by, now });
      return made.ok ? ok({ id, wanted: need.fields.wanted }) : made;
    },
  }),

  /** [DN5] `rank`: the last step that whoever changes it has seen. */
  'need.change': operation({
    input: OfNeed.extend({ ...Typed.shape, mayBeTwice, rank: SentCount, why: Said }).transform(
      ({ experimentId, needId, mayBeTwice, rank, why: typedWhy, ...typed }, context) => {
        const why = parseStepReason(typedWhy);
        if (!why.ok) context.addIssue({ code: 'custom', path: ['why'], message: why.error });
        const fields = readNeed(typed, context);
        return { experimentId, needId, mayBeTwice, rank, why: why.ok ? why.value : '', fields };
      },
    ),
    right: inExperiment('need.write'),
    refusals: { 'dataNeed.notFound': '', 'dataNeed.changedSince': '', 'dataNeed.twice': 'wanted' },
    run: ({ tx, by, now, newId }, change) =>
      changeDataNeed(tx, { ...change, newWantedId: newId(), userId: by, now }),
  }),

  'need.remove': operation({
    input: OfNeed,
    right: inExperiment('need.write'),
    refusals: { 'dataNeed.notFound': '' },
    run: ({ tx, by, now }, need) => removeDataNeed(tx, { ...need, userId: by, now }),
  }),

  'need.restore': operation({
    input: OfNeed,
    right: inExperiment('need.write'),
    refusals: { 'dataNeed.notFound': '' },
    run: ({ tx, by, now }, need) => restoreDataNeed(tx, { ...need, userId: by, now }),
  }),

  /** [DN10] By a record of the register that this person may read, or by none. */
  'need.answer': operation({
    input: OfNeed.extend({ datasetId: chosenOrNone('dataNeed.datasetNotFound') }),
    right: inExperiment('need.write'),
    refusals: { 'dataNeed.notFound': '', 'dataNeed.datasetNotFound': 'datasetId' },
    run: ({ tx, by, now }, answer) => answerNeed(tx, { ...answer, userId: by, now }),
  }),

  /** [DN11] The lines of a file, all of them or none: gives how many, or the first line that is in the table already. */
  'need.import': operation({
    input: OfExperiment.extend({
      lines: z
        .array(
          z
            .object({ line: z.int().positive(), ...Typed.shape })
            .transform(({ line, ...typed }, context) => ({ line, fields: readNeed(typed, context) })),
        )
        .max(NEED_LINES_MAX),
    }),
    right: inExperiment('need.write'),
    refusals: {},
    run: async ({ tx, by, now, newId }, file) =>
      ok(await importDataNeeds(tx, { ...file, newId, userId: by, now })),
  }),
};
