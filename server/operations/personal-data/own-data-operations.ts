import { z } from 'zod';
import { askOwnData } from '#db/operations/personal-data/own-data-exports.ts';
import { operation } from '../../kernel/operation.ts';
import { signedIn } from '../../people/rights.ts';
import { OWN_DATA_QUEUE } from './own-data.ts';

/** [PD1] What somebody takes away of what is known of them. */
export const ownDataOperations = {
  /** An archive, made by a job. */
  'ownData.ask': operation({
    input: z.object({}),
    right: signedIn,
    refusals: { 'personalData.exportRunning': '' },
    async run({ tx, by: userId, now, newId, job }) {
      const id = newId();
      const asked = await askOwnData(tx, { id, userId, now });
      if (asked.ok) await job(OWN_DATA_QUEUE, { id });
      return asked;
    },
  }),
};
