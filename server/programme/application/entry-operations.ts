import { z } from 'zod';
import {
  askTie,
  confirmTie,
  findTie,
  holdTie,
  listConfirmers,
  refuseTie,
  setPersonOrganisation,
} from '#db/people/entry/ties.ts';
import { honourInvitations } from '#db/people/invitation/invitation-acceptance.ts';
import { createPerson, findPerson, findPersonByEmail } from '#db/people/person/people.ts';
import {
  type Begun,
  beginApplication,
  listClaimed,
  releaseClaims,
} from '#db/programme/application/application-beginning.ts';
import { withdrawApplication } from '#db/programme/application/application-withdrawal.ts';
import { organisationOfPlace } from '#db/programme/application/entry-places.ts';
import { findCall } from '#db/programme/call/calls.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { nameFromAddress, parseEntryReason } from '#shared/people/entry/entry.ts';
import { entryMail } from '#shared/people/entry/entry-mail.fr.ts';
import { entryPaths } from '#shared/people/entry/entry-paths.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Act, anybody, operation } from '../../kernel/operation.ts';
import { emailOfPass } from '../../people/entry/entry-codes.ts';
import { type ByPerson, signedIn } from '../../people/rights.ts';

const Place = z.string().max(100);
const OF_TIE = z.object({ tieId: Id });

/** [EN3] [EN5] [AP14] Who answers an open call without having been invited, and what becomes of their tie to an organisation. */
export const entryOperations = {
  /** Whoever has proven an address: its account, or one that is made for the organisation that they say, while the call is open. */
  'application.enter': operation({
    input: z.object({ pass: z.string().max(1_000), appel: Id, lieu: Place }),
    right: anybody,
    refusals: {
      'entry.passOver': '',
      'application.callNotOpen': '',
      'entry.placeUnknown': 'lieu',
      'entry.tiesFull': '',
      'entry.elsewhere': '',
    },
    async run(act, { pass, appel, lieu }) {
      const email = emailOfPass(act.signature, pass, act.now);
      if (email === null) return fail('entry.passOver');
      const known = await findPersonByEmail(act.tx, email);
      if (known) return ok({ userId: known.id, isNew: false });
      const call = await findCall(act.tx, { callId: appel, mayPrepare: false, now: act.now });
      if (!call || callStateAt(call, act.now) !== 'open') return fail('application.callNotOpen');
      return makeAccount(act, email, lieu);
    },
  }),

  /** The draft of one's own organisation, or of the one that somebody without any says is theirs. */
  'application.begin': operation({
    input: z.object({ appel: Id, lieu: Place, convention: z.string().max(20) }),
    right: signedIn,
    refusals: {
      'application.noOrganisation': 'lieu',
      'application.organisationCannotLead': '',
      'application.callNotOpen': '',
      'application.agreementMissing': 'convention',
      'application.agreementNotYours': 'convention',
      'application.agreementTaken': 'convention',
      'entry.placeUnknown': 'lieu',
      'entry.tiesFull': '',
      'entry.elsewhere': '',
    },
    async run(act, { appel: callId, lieu, convention }) {
      const placed = await placeOf(act, lieu);
      if (!placed.ok) return placed;
      const wish = { applicationId: act.newId(), callId, agreementId: convention || null };
      const change = { userId: act.by, now: act.now, eventId: act.newId() };
      const begun = await beginApplication(act.tx, { ...wish, ...change });
      if (!begun.ok) return begun;
      if (begun.value.isNew) await tellBegun(act, begun.value, callId);
      const { id, by, isNew, isTied } = begun.value;
      return ok({ id, by, isNew, isTied });
    },
  }),

  'tie.confirm': operation({
    input: OF_TIE,
    right: signedIn,
    refusals: { 'entry.answered': '' },
    async run(act, { tieId }) {
      const { tx, by, now, after, mail, link } = act;
      const tie = await holdTie(tx, { tieId, by });
      const answered = tie && (await confirmTie(tx, { ...tie, by, now }));
      if (!tie || !answered) return fail('entry.answered');
      await releaseClaims(tx, tie.userId);
      after.recheck({ userId: tie.userId });
      const words = entryMail.tieConfirmed(answered.organisation.name);
      const href = link(programmePaths.applications());
      await mail(answered.person, { ...words, action: { label: words.action, href } });
      return ok({ name: answered.person.name });
    },
  }),

  /** Their drafts are withdrawn, and stay theirs to read. */
  'tie.refuse': operation({
    input: OF_TIE.extend({ reason: read(parseEntryReason) }),
    right: signedIn,
    refusals: { 'entry.answered': '' },
    async run({ tx, by, now, newId, after, mail, link }, { tieId, reason }) {
      const tie = await holdTie(tx, { tieId, by });
      const answered = tie && (await refuseTie(tx, { ...tie, now }));
      if (!tie || !answered) return fail('entry.answered');
      for (const application of await listClaimed(tx, tie.userId)) {
        const access = { room: 'write', mayLead: true, mayAssess: false } as const;
        const change = { application: { ...application, access }, userId: by, now, eventId: newId() };
        await withdrawApplication(tx, { ...change, note: reason });
        after.recheck({ room: roomName({ kind: 'application', id: application.id }) });
      }
      const words = entryMail.tieRefused(answered.organisation.name, reason);
      const href = link(programmePaths.applications());
      await mail(answered.person, { ...words, action: { label: words.action, href } });
      return ok({ name: answered.person.name });
    },
  }),
};

type EntryRefusal = 'entry.placeUnknown' | 'entry.tiesFull' | 'entry.elsewhere';

/** What keeps a tie from being asked for. */
const REFUSED = { tied: null, waits: null, elsewhere: 'entry.elsewhere', full: 'entry.tiesFull' } as const;

/** [EN3] An account without password, called as its address says. */
async function makeAccount(
  { tx, newId, now }: Act,
  email: string,
  lieu: string,
): Promise<Result<{ userId: string; isNew: boolean }, EntryRefusal>> {
  const organisation = await organisationOfPlace(tx, lieu, { newId, now });
  if (!organisation) return fail('entry.placeUnknown');
  const person = { id: newId(), email, name: nameFromAddress(email), jobTitle: '', passwordHash: null };
  const made = await createPerson(tx, { ...person, platformRole: 'member', organisationId: null, now });
  if (!made.ok) {
    // Somebody was faster with the same address: it is theirs as well.
    const known = await findPersonByEmail(tx, email);
    return known ? ok({ userId: known.id, isNew: false }) : fail('entry.placeUnknown');
  }
  const userId = person.id;
  const invitedInto = await honourInvitations(tx, { email, userId, newId, now });
  if (invitedInto !== null) {
    await setPersonOrganisation(tx, { userId, organisationId: invitedInto, now });
    return ok({ userId, isNew: true });
  }
  const { id: organisationId } = organisation;
  const tie = { id: newId(), userId, email, organisationId, madeAccount: true, now };
  const refusal = REFUSED[await askTie(tx, tie)];
  return refusal ? fail(refusal) : ok({ userId, isNew: true });
}

/** [EN5] [EN9] Whoever has an organisation leads for that one; whoever has none is tied to the one they say, or waits. */
async function placeOf(
  { tx, by, newId, now }: Act & ByPerson,
  lieu: string,
): Promise<Result<void, EntryRefusal>> {
  const person = await findPerson(tx, by);
  const own = person?.organisation?.id ?? null;
  if (!person || (lieu === '' && (own !== null || (await findTie(tx, by))))) return ok();
  const organisation = await organisationOfPlace(tx, lieu, { newId, now });
  if (!organisation) return fail('entry.placeUnknown');
  const { id: organisationId } = organisation;
  if (own !== null) return own === organisationId ? ok() : fail('entry.elsewhere');
  const { email } = person;
  const tie = { id: newId(), userId: by, email, organisationId, madeAccount: false, now };
  const refusal = REFUSED[await askTie(tx, tie)];
  return refusal ? fail(refusal) : ok();
}

/** The link of the draft to whoever began it; to whoever answers for the organisation that somebody says they are of it. */
async function tellBegun(act: Act & ByPerson, { id, organisation, isTied }: Begun, callId: string) {
  const { tx, by, now, after, mail, link } = act;
  after.made(roomName({ kind: 'application', id }));
  const [person, call] = [await findPerson(tx, by), await findCall(tx, { callId, mayPrepare: false, now })];
  if (!person || !call) return;
  const words = entryMail.draft({ organisation: organisation.name, call: call.title, isTied });
  const href = link(programmePaths.application({ id }));
  await mail(person, { ...words, action: { label: words.action, href } });
  if (isTied) return;
  const asked = entryMail.tieAsked({ ...person, organisation: organisation.name });
  const action = { label: asked.action, href: link(entryPaths.answers()) };
  for (const confirmer of await listConfirmers(tx, organisation.id))
    await mail(confirmer, { ...asked, action });
}
