import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  confirmColleague,
  type SignatoryNews,
  withdrawSignatory,
} from '#db/people/organisation/signatories.ts';
import { answerDemand, askToSign } from '#db/people/organisation/signatory-demands.ts';
import { PersonId } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { signatoryMail as words } from '#shared/people/organisation/signatory-mail.fr.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';
import type { Letter } from '../../kernel/mail/letter.ts';
import { type Act, anybody, operation } from '../../kernel/operation.ts';
import { signedIn } from '../rights.ts';

/** [O7] [O8] Who speaks for organisations, with the mails that tell of it, both or neither. */
export const signatoryOperations = {
  /** Asks the declared address of one's organisation; colleagues who may confirm are told. */
  'signatory.ask': operation({
    input: z.object({}),
    right: signedIn,
    refusals: {
      'signatory.noOrganisation': '',
      'signatory.noAddress': '',
      'signatory.already': '',
      'signatory.askedToday': '',
    },
    async run({ tx, by, now, mail, link }) {
      const token = randomBytes(32).toString('base64url');
      const asked = await askToSign(tx, { userId: by, token, now });
      if (!asked.ok) return asked;
      const { person, organisation, address, signatories } = asked.value;
      const said = { ...person, organisation };
      const letter = words.asked(said);
      const toAnswer = { label: letter.action, href: link(signatoryPaths.link(token)) };
      await mail({ name: organisation, email: address }, { ...letter, action: toAnswer });
      const notice = words.toColleague(said);
      const page = { label: notice.action, href: link(signatoryPaths.account()) };
      for (const colleague of signatories) await mail(colleague, { ...notice, action: page });
      return ok();
    },
  }),

  /** For the declared address, by whoever reads it: once for each demand. */
  'signatory.answer': operation({
    input: z.object({ token: z.string().max(500), isOurs: z.boolean() }),
    right: anybody,
    refusals: { 'signatory.linkUnusable': '' },
    async run(act, { token, isOurs }) {
      const answered = await answerDemand(act.tx, { token, isOurs, now: act.now });
      if (!answered.ok) return answered;
      const letter = letterOf(act, isOurs ? 'confirmed' : 'refused', answered.value);
      await act.mail(answered.value.person, letter, 'server');
      return answered;
    },
  }),

  'signatory.confirm': operation({
    input: z.object({ userId: PersonId }),
    right: signedIn,
    refusals: { 'signatory.unconfirmed': '', 'signatory.notFound': '', 'signatory.already': '' },
    async run(act, { userId }) {
      const { tx, by, now } = act;
      const confirmed = await confirmColleague(tx, { userId, by, now });
      if (!confirmed.ok) return confirmed;
      await act.mail(confirmed.value.person, letterOf(act, 'confirmed', confirmed.value));
      return confirmed;
    },
  }),

  /** By themselves, another signatory of that organisation, or the coordination. */
  'signatory.withdraw': operation({
    input: z.object({ organisationId: PersonId, userId: PersonId }),
    right: signedIn,
    refusals: { 'signatory.notFound': '' },
    async run(act, { organisationId, userId }) {
      const { tx, by, now } = act;
      const withdrawn = await withdrawSignatory(tx, { organisationId, userId, by, now });
      if (!withdrawn.ok) return withdrawn;
      await act.mail(withdrawn.value.person, letterOf(act, 'withdrawn', withdrawn.value));
      return withdrawn;
    },
  }),
};

function letterOf(
  { link }: Act,
  what: 'confirmed' | 'refused' | 'withdrawn',
  { organisation }: SignatoryNews,
): Letter {
  const letter = words[what]({ organisation });
  return { ...letter, action: { label: letter.action, href: link(signatoryPaths.account()) } };
}
