import { z } from 'zod';
import { addFavourite, removeFavourite } from '#db/news/favourite/favourites.ts';
import { ok } from '#shared/kernel/result.ts';
import { FAVOURITE_KINDS } from '#shared/news/favourite/favourite.ts';
import { operation } from '../../kernel/operation.ts';
import { signedIn } from '../../people/rights.ts';

const Ref = z.object({ kind: z.enum(FAVOURITE_KINDS), id: z.string().min(1).max(200) });

/** [FA1] What somebody keeps near at hand, for themselves. */
export const favouriteOperations = {
  'favourite.add': operation({
    input: Ref,
    right: signedIn,
    refusals: { 'favourite.tooMany': '' },
    run: ({ tx, by: userId, now }, ref) => addFavourite(tx, { ref, userId, now }),
  }),

  'favourite.remove': operation({
    input: Ref,
    right: signedIn,
    refusals: {},
    async run({ tx, by: userId }, ref) {
      await removeFavourite(tx, { ref, userId });
      return ok();
    },
  }),
};
