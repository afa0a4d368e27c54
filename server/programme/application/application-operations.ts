import { z } from 'zod';
import { addCoLead, removeCoLead } from '#db/programme/application/application-co-leads.ts';
import { handInComplement } from '#db/programme/application/application-complement.ts';
import { requestCorrection } from '#db/programme/application/application-corrections.ts';
import { createApplication, takeOverApplication } from '#db/programme/application/application-creation.ts';
import { registerApplicationFile } from '#db/programme/application/application-files.ts';
import { listApplicationAuthors } from '#db/programme/application/application-people.ts';
import { submitApplication } from '#db/programme/application/application-submission.ts';
import { restoreApplication, withdrawApplication } from '#db/programme/application/application-withdrawal.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { chosenId, Id } from '#shared/kernel/input.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { SentCount, SentSeq } from '#shared/kernel/sent-values.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import type { RawAnswers } from '#shared/programme/application/application-doc.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { signedIn } from '../../people/rights.ts';
import { tellProgramme } from '../tell-programme.ts';
import {
  assessingApplication,
  leadingAlone,
  leadingApplication,
  type OnApplication,
  writingApplication,
} from './application-rights.ts';

const OfApplication = z.object({ applicationId: Id });
/** What `applications.ts` has read of its room, up to an update: it is read again when there is more by now. */
const OfRoom = OfApplication.extend({
  seq: SentSeq,
  raw: z.custom<RawAnswers>((raw) => typeof raw === 'object'),
});
const Organisation = z.object({ organisation: chosenId('application.coLeadInvalid') });
const UNSHARED = {
  'application.notDraft': '',
  'application.coLeadInvalid': '',
  'application.tieAwaited': '',
} as const;
const OF_AGREEMENT = 'convention';

/** [AP2] [AP7] [AP9] [AP10] [AP11] [AP13] [AP15] Applications; what is written in them is in their live room. */
export const applicationOperations = {
  /** Of the organisation of whoever asks, to a call that everybody sees. */
  'application.create': operation({
    input: z.object({ appel: Id, convention: z.string().max(20) }),
    right: signedIn,
    refusals: {
      'application.noOrganisation': '',
      'application.organisationCannotLead': '',
      'application.callNotOpen': '',
      'application.agreementMissing': OF_AGREEMENT,
      'application.agreementNotYours': OF_AGREEMENT,
      'application.agreementTaken': OF_AGREEMENT,
    },
    async run({ tx, by: userId, now, newId, after }, { appel: callId, convention }) {
      const application = { applicationId: newId(), callId, agreementId: convention || null };
      const made = await createApplication(tx, { ...application, userId, now, eventId: newId() });
      if (made.ok) after.made(roomOf(made.value.id));
      return made;
    },
  }),

  'application.submit': operation({
    input: OfRoom.extend({ key: z.string().min(1).max(64) }),
    right: leadingAlone,
    refusals: {
      'application.tieAwaited': '',
      'application.withdrawn': '',
      'application.alreadySubmitted': '',
      'application.callNotOpen': '',
      'application.callClosed': '',
      'application.correctionOver': '',
      'application.changedMeanwhile': '',
      'application.incomplete': '',
      'application.ineligible': '',
    },
    async run(act, { key, seq, raw }) {
      if (act.application.claimedBy !== null) return fail('application.tieAwaited');
      const submitted = await submitApplication(act.tx, { ...changeOf(act), key, seq, raw });
      if (!submitted.ok) return submitted;
      const { title, isNew, ...receipt } = submitted.value;
      tellPages(act);
      if (isNew) {
        const said = { ...receipt, when: receipt.submittedAt, title: title || words.untitled };
        await tellAuthors(act, words.mail.receipt(said), title);
        const verb = receipt.rank === 1 ? 'application.submitted' : 'application.resubmitted';
        await tellProgramme(act, { verb, objectId: act.application.id });
      }
      return ok(receipt);
    },
  }),

  /** [AP15] What is asked of it since it was selected. */
  'application.handIn': operation({
    input: OfRoom,
    right: leadingApplication,
    refusals: {
      'application.notCompleting': '',
      'application.changedMeanwhile': '',
      'application.incomplete': '',
      'application.ineligible': '',
    },
    async run(act, { seq, raw }) {
      const handedIn = await telling(act, handInComplement(act.tx, { ...changeOf(act), seq, raw }));
      if (handedIn.ok && handedIn.value.isNew)
        await tellProgramme(act, { verb: 'application.completed', objectId: act.application.id });
      return handedIn.ok ? ok() : handedIn;
    },
  }),

  'application.withdraw': operation({
    input: OfApplication.extend({ note: z.string().max(1_000) }),
    right: leadingApplication,
    refusals: { 'application.withdrawn': '', 'application.notSubmitted': '' },
    run: (act, { note }) => telling(act, withdrawApplication(act.tx, { ...changeOf(act), note })),
  }),

  'application.restore': operation({
    input: OfApplication,
    right: leadingAlone,
    refusals: {
      'application.notWithdrawn': '',
      'application.callClosed': '',
      'application.agreementTaken': '',
    },
    run: (act) => telling(act, restoreApplication(act.tx, changeOf(act))),
  }),

  'application.takeOver': operation({
    input: OfApplication,
    right: leadingApplication,
    refusals: {},
    run: (act) => telling(act, takeOverApplication(act.tx, changeOf(act))),
  }),

  'application.addCoLead': operation({
    input: OfApplication.extend(Organisation.shape),
    right: leadingApplication,
    refusals: UNSHARED,
    async run(act, { organisation: organisationId }) {
      if (act.application.claimedBy !== null) return fail('application.tieAwaited');
      return telling(act, addCoLead(act.tx, { ...changeOf(act), organisationId }));
    },
  }),

  'application.removeCoLead': operation({
    input: OfApplication.extend(Organisation.shape),
    right: leadingApplication,
    refusals: UNSHARED,
    run: (act, { organisation: organisationId }) =>
      telling(act, removeCoLead(act.tx, { ...changeOf(act), organisationId })),
  }),

  /** Until the end of a day of Paris; its authors hear of it by mail. */
  'application.askCorrection': operation({
    input: OfApplication.extend({
      fields: z.array(z.string().max(100)).max(500),
      message: z.string().max(20_000),
      until: z.string().max(10),
    }),
    right: assessingApplication,
    refusals: {
      'application.correctionOpen': '',
      'application.notSubmitted': '',
      'application.correctionInvalid': '',
    },
    async run(act, { fields, message, until: day }) {
      const until = instantOfParis(`${day}T23:59`);
      if (!until) return fail('application.correctionInvalid');
      const wish = { correctionId: act.newId(), fields, message, until };
      const asked = await telling(act, requestCorrection(act.tx, { ...changeOf(act), ...wish }));
      if (asked.ok) await tellAuthors(act, words.mail.correction({ message, until }));
      return asked;
    },
  }),

  /** A file of an answer, whose bytes `application-files.ts` has stored and looked at. */
  'application.registerFile': operation({
    input: OfApplication.extend({
      id: Id,
      name: z.string(),
      contentType: z.string(),
      bytes: SentCount,
      storageKey: z.string(),
    }),
    right: writingApplication,
    refusals: {},
    async run({ tx, by, now }, file) {
      await registerApplicationFile(tx, { ...file, uploadedBy: by, now });
      return ok();
    },
  }),
};

const roomOf = (id: string) => roomName({ kind: 'application', id });

/** What each change of an application says of itself. */
function changeOf({ application, by, now, newId }: Act & OnApplication) {
  return { application, userId: by, now, eventId: newId() };
}

/** Rights or state changed: open pages hear of it. */
function tellPages({ application, after }: Act & OnApplication): void {
  after.recheck({ room: roomOf(application.id) });
}

async function telling<T, E extends string>(
  act: Act & OnApplication,
  changing: Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const changed = await changing;
  if (changed.ok) tellPages(act);
  return changed;
}

/** [AP12] The mail to everybody who writes it. */
async function tellAuthors(
  { tx, application: { id }, mail, link }: Act & OnApplication,
  letter: ReturnType<(typeof words.mail)['receipt' | 'correction']>,
  title?: string,
): Promise<void> {
  const page = programmePaths.application({ id, ...(title !== undefined && { title }) });
  for (const author of await listApplicationAuthors(tx, id))
    await mail(author, { ...letter, action: { label: letter.action, href: link(page) } });
}
