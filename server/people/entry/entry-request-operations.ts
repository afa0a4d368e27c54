import { z } from 'zod';
import {
  type EntryReader,
  keepEntryRequest,
  listEntryReaders,
  takeEntryRequest,
} from '#db/people/entry/entry-requests.ts';
import { findAdministeredOrganisation } from '#db/people/organisation/organisation-admins.ts';
import { findOrganisationBadge } from '#db/people/organisation/organisations.ts';
import { findStanding } from '#db/people/person/people.ts';
import { canOnPlatform, GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { chosenOrNone, Id, read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { parseEntryReason, parseWish } from '#shared/people/entry/entry.ts';
import { entryMail } from '#shared/people/entry/entry-mail.fr.ts';
import { entryPaths } from '#shared/people/entry/entry-paths.ts';
import { parseName } from '#shared/people/person/person.ts';
import { anybody, operation, type Right } from '../../kernel/operation.ts';
import { invite } from '../invitation/invitation-operations.ts';
import type { ByPerson } from '../rights.ts';
import { emailOfPass } from './entry-codes.ts';

const OfRequest = z.object({ requestId: Id });
const organisationId = chosenOrNone('organisation.notFound');

/** [EN7] [EN8] Requests for an access, with the mails that tell of them. */
export const entryRequestOperations = {
  /** By whoever has proven an address. */
  'entryRequest.send': operation({
    input: z.object({
      pass: z.string().max(1_000),
      name: read(parseName),
      organisationId,
      organisationName: z.string().max(200),
      wish: read(parseWish),
      reason: read(parseEntryReason),
    }),
    right: anybody,
    refusals: { 'entry.passOver': '', 'entry.tiesFull': '' },
    async run({ tx, newId, now, signature, mail, link }, { pass, ...said }) {
      const email = emailOfPass(signature, pass, now);
      if (email === null) return fail('entry.passOver');
      const badge = said.organisationId && (await findOrganisationBadge(tx, said.organisationId));
      const kept = await keepEntryRequest(tx, {
        ...said,
        organisationId: badge ? badge.id : null,
        ...{ id: newId(), email, now },
      });
      if (kept === 'full') return fail('entry.tiesFull');
      const { name, wish } = said;
      const received = entryMail.requestReceived();
      const home = { label: received.action, href: link(paths.home()) };
      await mail({ name, email }, { ...received, action: home }, 'server');
      if (kept === 'again') return ok();
      const organisation = badge ? badge.name : said.organisationName;
      const words = entryMail.requestAsked({ name, email, organisation });
      const action = { label: words.action, href: link(entryPaths.answers()) };
      for (const reader of await listEntryReaders(tx, { organisationId: badge ? badge.id : null, wish }))
        await mail(reader, { ...words, action }, 'server');
      return ok();
    },
  }),

  /** With an invitation: whoever administers an organisation invites into it, and into no group. */
  'entryRequest.accept': operation({
    input: OfRequest.extend({ organisationId, groupId: chosenOrNone('group.notFound') }),
    right: answering(),
    refusals: {
      'entry.answered': '',
      'organisation.notFound': 'organisationId',
      'group.notFound': 'groupId',
      'person.emailTaken': '',
      'person.notFound': '',
      'person.suspended': '',
      'member.already': '',
      'member.untilInvalid': '',
    },
    async run(act, { requestId, ...place }) {
      const { reader, by } = act;
      const taken = await takeEntryRequest(act.tx, { requestId, reader });
      if (!taken) return fail('entry.answered');
      const { email, name } = taken;
      const own = reader.isCoordinating ? place : { organisationId: reader.administersId, groupId: null };
      const { groupId } = own;
      const [role] = GROUP_ROLES.filter((one) => one === 'contributor');
      const member = groupId && role ? { groupId, role, until: null } : null;
      const guest = { email, name, organisationId: own.organisationId, place: member };
      const sender = reader.isCoordinating ? { userId: by } : { userId: by, as: 'organisation' as const };
      return invite(act, guest, sender);
    },
  }),

  'entryRequest.refuse': operation({
    input: OfRequest.extend({ reason: read(parseEntryReason) }),
    right: answering(),
    refusals: { 'entry.answered': '' },
    async run({ tx, reader, mail, link }, { requestId, reason }) {
      const taken = await takeEntryRequest(tx, { requestId, reader });
      if (!taken) return fail('entry.answered');
      const words = entryMail.requestRefused(reason);
      await mail(taken, { ...words, action: { label: words.action, href: link(paths.home()) } });
      return ok();
    },
  }),
};

/** [EN8] Whoever invites on the platform, or administers an organisation; for all others it is absent. */
function answering(): Right<unknown, ByPerson & { readonly reader: EntryReader }> {
  return async ({ tx }, { userId }) => {
    const standing = userId === null ? null : await findStanding(tx, userId);
    if (userId === null || !standing) return fail('access.notFound');
    const isCoordinating = canOnPlatform(standing.platformRole, 'people.invite');
    const own = await findAdministeredOrganisation(tx, { by: userId });
    const reader = { isCoordinating, administersId: own?.id ?? null };
    return isCoordinating || own ? ok({ by: userId, reader }) : fail('access.notFound');
  };
}
