import { z } from 'zod';
import { askErasure, cancelErasure } from '#db/operations/personal-data/erasures.ts';
import { findStanding } from '#db/people/person/people.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { PersonId } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

const OfAccount = z.object({ userId: PersonId });

/** [PD4] The person of the account, and administrators. */
const overAccount: Right<{ readonly userId: string }, ByPerson> = async ({ tx }, asker, { userId }) => {
  const by = asker.userId;
  const standing = by === null ? null : await findStanding(tx, by);
  return by !== null &&
    standing &&
    (by === userId || canOnPlatform(standing.platformRole, 'platform.administer'))
    ? ok({ by })
    : fail('access.notFound');
};

/** [PD4] That an account is to be erased, thirty days from now, until it is taken back. */
export const erasureOperations = {
  'erasure.ask': operation({
    input: OfAccount,
    right: overAccount,
    refusals: { 'person.notFound': '', 'person.lastAdmin': '', 'personalData.erasureAsked': '' },
    run: ({ tx, by, now }, { userId }) => askErasure(tx, { userId, by, now }),
  }),

  'erasure.cancel': operation({
    input: OfAccount,
    right: overAccount,
    refusals: { 'personalData.erasureNotAsked': '' },
    run: ({ tx, by, now }, { userId }) => cancelErasure(tx, { userId, by, now }),
  }),
};
