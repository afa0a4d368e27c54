import { z } from 'zod';
import { COLLEAGUE_GESTURES, changeColleague } from '#db/people/organisation/organisation-admins.ts';
import { PersonId } from '#shared/kernel/input.ts';
import { operation } from '../../kernel/operation.ts';
import { tellAccount } from '../person/account-notices.ts';
import { administeringOrganisation } from '../rights.ts';

/** [O6] What the administrator of an organisation does with the accounts of colleagues. */
export const colleagueOperations = {
  'colleague.change': operation({
    input: z.object({ userId: PersonId, gesture: z.enum(COLLEAGUE_GESTURES) }),
    right: administeringOrganisation,
    refusals: {
      'person.notFound': '',
      'person.ownAccount': '',
      'person.outOfReach': '',
      'person.suspendSelf': '',
      'person.suspended': '',
      'person.noOrganisation': '',
    },
    async run(act, { userId: id, gesture }) {
      const { tx, by, now, after } = act;
      const changed = await changeColleague(tx, { id, by, gesture, now });
      if (!changed.ok) return changed;
      after.recheck({ userId: id });
      if (gesture === 'sessions') await tellAccount(act, id, 'sessionsClosed');
      if (gesture === 'name') await tellAccount(act, id, 'organisationAdminNamed');
      return changed;
    },
  }),
};
