import { randomBytes } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { changeOrganisation } from '#db/people/organisation/organisation-change.ts';
import {
  confirmColleague,
  type SignatoryNews,
  withdrawSignatory,
} from '#db/people/organisation/signatories.ts';
import { answerDemand, askToSign } from '#db/people/organisation/signatory-demands.ts';
import type { DomainError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

const words = frServer.signatoryMail;

/** Who speaks for organisations, with the mails that tell of it, both or neither. */
export interface Signatories {
  /** [O8] Asks the declared address in somebody’s name; colleagues who may confirm are told. Refused: what `askToSign` says. */
  ask(asked: { userId: string }): Promise<Result<void, DomainError>>;
  /** [O8] Answers for the declared address. Refused: what `answerDemand` says. */
  answer(given: { token: string; isOurs: boolean }): Promise<Result<SignatoryNews, DomainError>>;
  /** [O7] Confirms a colleague. Refused: what `confirmColleague` says. */
  confirm(given: { userId: string; by: string }): Promise<Result<SignatoryNews, DomainError>>;
  /** [O7] Takes it away. Refused: what `withdrawSignatory` says. */
  end(given: {
    organisationId: string;
    userId: string;
    by: string;
  }): Promise<Result<SignatoryNews, DomainError>>;
  /** [O8] Changes an organisation; when another address is declared, the one before is told. Refused: what `changeOrganisation` says. */
  changeOrganisation(
    change: Omit<Parameters<typeof changeOrganisation>[1], 'now'>,
  ): ReturnType<typeof changeOrganisation>;
}

interface SignatoriesOptions {
  readonly db: Db;
  readonly mailer: Mailer;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
}

/** Makes them. */
export function createSignatories({ db, mailer, origin, now }: SignatoriesOptions): Signatories {
  function telling(
    what: 'confirmed' | 'refused' | 'withdrawn',
    by: string | null,
    change: (tx: Db, at: Date) => Promise<Result<SignatoryNews, DomainError>>,
  ): Promise<Result<SignatoryNews, DomainError>> {
    return db.transaction(async (tx) => {
      const done = await change(tx, now());
      if (!done.ok) return done;
      const { person, organisation } = done.value;
      const letter = words[what]({ organisation });
      const action = { label: letter.action, href: origin + signatoryPaths.account() };
      // Null: whoever reads the declared address, once for each demand.
      await mailer.send(tx, person, { ...letter, action }, by === null ? 'server' : { userId: by });
      return done;
    });
  }

  return {
    ask({ userId }) {
      const token = randomBytes(32).toString('base64url');
      return db.transaction(async (tx): Promise<Result<void, DomainError>> => {
        const asked = await askToSign(tx, { userId, token, now: now() });
        if (!asked.ok) return asked;
        const { person, organisation, address, signatories } = asked.value;
        const said = { ...person, organisation };
        const sender = { userId };
        const letter = words.asked(said);
        const link = { label: letter.action, href: origin + signatoryPaths.link(token) };
        await mailer.send(tx, { name: organisation, email: address }, { ...letter, action: link }, sender);
        const notice = words.toColleague(said);
        const page = { label: notice.action, href: origin + signatoryPaths.account() };
        for (const colleague of signatories)
          await mailer.send(tx, colleague, { ...notice, action: page }, sender);
        return ok();
      });
    },

    answer: ({ token, isOurs }) =>
      telling(isOurs ? 'confirmed' : 'refused', null, (tx, at) =>
        answerDemand(tx, { token, isOurs, now: at }),
      ),

    confirm: ({ userId, by }) =>
      telling('confirmed', by, (tx, at) => confirmColleague(tx, { userId, by, now: at })),

    end: ({ organisationId, userId, by }) =>
      telling('withdrawn', by, (tx, at) => withdrawSignatory(tx, { organisationId, userId, by, now: at })),

    changeOrganisation: (change) =>
      db.transaction(async (tx) => {
        const changed = await changeOrganisation(tx, { ...change, now: now() });
        if (!changed.ok || changed.value.addressBefore === null) return changed;
        const { name: organisation, declaredEmail: to } = change;
        const letter = words.addressChanged({ organisation, to });
        const action = { label: letter.action, href: origin + paths.home() };
        const before = { name: organisation, email: changed.value.addressBefore };
        await mailer.send(tx, before, { ...letter, action }, { userId: change.userId });
        return changed;
      }),
  };
}
