import { z } from 'zod';
import { chooseClosedNeeds } from '#db/library/need/closed-needs.ts';
import { ok } from '#shared/kernel/result.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

/** [OD2] Whether needs that are not open leave with the open data of the site. */
export const closedNeedsOperations = {
  'closedNeeds.choose': operation({
    input: z.object({ isIncluded: z.boolean() }),
    right: onPlatform('site.manage'),
    refusals: {},
    async run({ tx, by, now }, { isIncluded }) {
      await chooseClosedNeeds(tx, { isIncluded, userId: by, now });
      return ok();
    },
  }),
};
