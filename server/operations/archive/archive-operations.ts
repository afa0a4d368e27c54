import { z } from 'zod';
import { askOpenArchive, cancelOpenArchive, mayArchive } from '#db/operations/archive/open-archives.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, signedIn } from '../../people/rights.ts';
import { ARCHIVE_QUEUE } from './open-archives.ts';

/** A group, or the whole space. */
const Place = z.object({ groupId: Id.nullable() });

/** [OA5] Whoever may have an archive of the place. */
const archiving: Right<z.output<typeof Place>, ByPerson> = async ({ tx, now }, { userId }, { groupId }) =>
  userId !== null && (await mayArchive(tx, { userId, groupId, now }))
    ? ok({ by: userId })
    : fail('access.notFound');

/** [OA5] [OA6] Archives in open formats. */
export const archiveOperations = {
  /** One at a time, made by a job; says whether another is being made. */
  'archive.ask': operation({
    input: Place,
    right: archiving,
    refusals: {},
    async run({ tx, by: userId, now, newId, job }, { groupId }) {
      const id = newId();
      const isAsked = await askOpenArchive(tx, { id, userId, groupId, now });
      if (isAsked) await job(ARCHIVE_QUEUE, { id });
      return ok({ isAsked });
    },
  }),

  /** Gives up one of their own that is being made; false when there is nothing to give up. */
  'archive.cancel': operation({
    input: z.object({ archive: Id }),
    right: signedIn,
    refusals: {},
    run: async ({ tx, by: userId }, { archive: id }) =>
      ok({ isGone: await cancelOpenArchive(tx, { id, userId }) }),
  }),
};
