import { z } from 'zod';
import { acceptInvitation } from '#db/people/invitation/invitation-acceptance.ts';
import { createFirstAdministrator, updateOwnProfile } from '#db/people/person/people.ts';
import { forgetDevices } from '#db/people/person/second-factors.ts';
import { endSession, endSessions } from '#db/people/person/sessions.ts';
import { PersonId, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { parseJobTitle, parseName } from '#shared/people/person/person.ts';
import { anybody, operation } from '../../kernel/operation.ts';
import { signedIn } from '../rights.ts';

const Profile = z.object({ name: read(parseName), jobTitle: read(parseJobTitle) });
/** Of a password that somebody chose: never the password. */
const passwordHash = z.string().min(1).max(500);

/** [P1] [P3] [P5] [P11] One's own account: how it begins, what it says, and where it is open. */
export const accountOperations = {
  /** [P5] On an installation where nobody is yet. */
  'account.createFirst': operation({
    input: Profile.extend({ email: read(parseEmail), passwordHash }),
    right: anybody,
    refusals: { 'person.alreadyInstalled': '', 'person.emailTaken': 'email' },
    run: ({ tx, now, newId }, account) => createFirstAdministrator(tx, { ...account, id: newId(), now }),
  }),

  /** [P11] [P12] By whoever has the link. */
  'invitation.accept': operation({
    input: Profile.extend({ token: z.string().max(500), passwordHash }),
    right: anybody,
    refusals: { 'invitation.unusable': '', 'person.emailTaken': '' },
    run: ({ tx, now, newId }, account) => acceptInvitation(tx, { ...account, userId: newId(), newId, now }),
  }),

  'account.editProfile': operation({
    input: Profile,
    right: signedIn,
    refusals: {},
    async run({ tx, by, now }, { name, jobTitle }) {
      await updateOwnProfile(tx, { id: by, name, jobTitle, now });
      return ok();
    },
  }),

  /** One that is gone already is none. */
  'account.endSession': operation({
    input: z.object({ sessionId: PersonId }),
    right: signedIn,
    refusals: {},
    async run({ tx, by }, { sessionId: id }) {
      await endSession(tx, { id, userId: by });
      return ok();
    },
  }),

  /** All of them, or all but the one that somebody is at. */
  'account.endSessions': operation({
    input: z.object({ except: PersonId.nullable() }),
    right: signedIn,
    refusals: {},
    async run({ tx, by }, { except }) {
      await endSessions(tx, { userId: by, ...(except !== null && { except }) });
      return ok();
    },
  }),

  /** [ID6] Every device is asked for the second factor again. */
  'account.forgetDevices': operation({
    input: z.object({}),
    right: signedIn,
    refusals: {},
    async run({ tx, by }) {
      await forgetDevices(tx, by);
      return ok();
    },
  }),
};
