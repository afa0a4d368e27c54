import { z } from 'zod';
import { nameOrganisationAdmin } from '#db/people/organisation/organisation-admins.ts';
import { changePerson, restorePerson, suspendPerson } from '#db/people/person/people.ts';
import { resetSecondFactor } from '#db/people/person/second-factors.ts';
import { closeSessionsOf } from '#db/people/person/sessions.ts';
import { PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { chosenOrNone, PersonId } from '#shared/kernel/input.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type ByPerson, onPlatform } from '../rights.ts';
import { tellAccount } from './account-notices.ts';

const OfPerson = z.object({ userId: PersonId });

/** [P6] [P7] [O4] What administrators do with accounts. Whoever is connected is decided again, and the person told of what touches their ways in. */
export const personOperations = {
  'person.change': operation({
    input: OfPerson.extend({
      platformRole: z.enum(PLATFORM_ROLES),
      organisationId: chosenOrNone('organisation.notFound'),
    }),
    right: onPlatform('platform.administer'),
    refusals: {
      'person.notFound': '',
      'person.lastAdmin': 'platformRole',
      'organisation.notFound': 'organisationId',
    },
    run: (act, { userId: id, platformRole, organisationId }) =>
      changed(act, id, changePerson(act.tx, { ...of(act, id), platformRole, organisationId })),
  }),

  'person.suspend': operation({
    input: OfPerson,
    right: onPlatform('platform.administer'),
    refusals: { 'person.notFound': '', 'person.suspendSelf': '' },
    run: (act, { userId: id }) => suspendPerson(act.tx, of(act, id)),
  }),

  'person.restore': operation({
    input: OfPerson,
    right: onPlatform('platform.administer'),
    refusals: { 'person.notFound': '' },
    run: (act, { userId: id }) => changed(act, id, restorePerson(act.tx, of(act, id))),
  }),

  'person.closeSessions': operation({
    input: OfPerson,
    right: onPlatform('platform.administer'),
    refusals: { 'person.notFound': '' },
    async run(act, { userId: id }) {
      const closed = await changed(act, id, closeSessionsOf(act.tx, of(act, id)));
      if (closed.ok) await tellAccount(act, id, 'sessionsClosed');
      return closed;
    },
  }),

  'person.nameAdmin': operation({
    input: OfPerson,
    right: onPlatform('platform.administer'),
    refusals: {
      'person.notFound': '',
      'person.suspended': 'organisationId',
      'person.noOrganisation': 'organisationId',
    },
    async run(act, { userId: id }) {
      const named = await changed(act, id, nameOrganisationAdmin(act.tx, { ...of(act, id), isAdmin: true }));
      if (named.ok) await tellAccount(act, id, 'organisationAdminNamed');
      return named;
    },
  }),

  'person.removeAdmin': operation({
    input: OfPerson,
    right: onPlatform('platform.administer'),
    refusals: { 'person.notFound': '', 'person.suspended': '', 'person.noOrganisation': '' },
    async run(act, { userId: id }) {
      const removed = await changed(
        act,
        id,
        nameOrganisationAdmin(act.tx, { ...of(act, id), isAdmin: false }),
      );
      if (removed.ok) await tellAccount(act, id, 'organisationAdminRemoved');
      return removed;
    },
  }),

  'person.resetSecondFactor': operation({
    input: OfPerson,
    right: onPlatform('platform.administer'),
    refusals: { 'person.notFound': '', 'person.noSecondFactor': '' },
    async run(act, { userId: id }) {
      const reset = await resetSecondFactor(act.tx, of(act, id));
      if (reset.ok) await tellAccount(act, id, 'secondFactorReset');
      return reset;
    },
  }),
};

const of = ({ by, now }: Act & ByPerson, id: string) => ({ id, by, now });

async function changed<T, E extends string>(
  { after }: Act,
  userId: string,
  change: Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  after.recheck({ userId });
  return change;
}
