import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { prepareCheck, shareCheck } from '#db/library/dataset/dataset-checks.ts';
import { findDatasetForMember } from '#db/library/dataset/datasets.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseTableSchema, type TableSchema } from '#shared/library/dataset/table-schema.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup } from '../../people/rights.ts';
import { changingCheck } from './dataset-rights.ts';

const OfCheck = z.object({ checkId: Id });

/** [DS7] The text of a Table Schema, from wherever it was chosen; null for none. */
const Schema = z
  .string()
  .nullable()
  .transform((text, context): TableSchema | null => {
    if (text === null) return null;
    const schema = parseTableSchema(text);
    if (schema.ok) return schema.value;
    context.addIssue({ code: 'custom', message: schema.error });
    return z.NEVER;
  });

/** [DS10] [DS11] Checks of files, as far as people ask for them: the check itself is done elsewhere. */
export const checkOperations = {
  /** Of a group, and of a record of it or none. */
  'check.prepare': operation({
    input: z.object({
      groupId: Id,
      datasetId: Id.nullable(),
      schema: Schema,
      schemaSource: z.string().max(2_000),
    }),
    right: inGroup('dataset.write'),
    refusals: {},
    async run({ tx, by: userId, now, newId }, check) {
      const { datasetId, groupId } = check;
      const dataset = datasetId === null ? null : await findDatasetForMember(tx, { datasetId, userId, now });
      if (datasetId !== null && dataset?.group.id !== groupId) return fail('access.notFound');
      const id = newId();
      await prepareCheck(tx, { ...check, checkId: id, userId, now });
      return ok({ id });
    },
  }),

  /** Opens the secret address of its report. */
  'check.share': operation({
    input: OfCheck,
    right: changingCheck,
    refusals: {},
    async run({ tx, check }, { checkId }) {
      const token = randomBytes(32).toString('base64url');
      await shareCheck(tx, { checkId, groupId: check.group.id, token });
      return ok();
    },
  }),

  'check.unshare': operation({
    input: OfCheck,
    right: changingCheck,
    refusals: {},
    async run({ tx, check }, { checkId }) {
      await shareCheck(tx, { checkId, groupId: check.group.id, token: null });
      return ok();
    },
  }),
};
