import type { Db } from '#db/kernel/client.ts';
import { listApplicationAuthors } from '#db/programme/application/application-people.ts';
import { findApplicationAccess } from '#db/programme/application/application-rights.ts';
import { type Receipt, submitApplication } from '#db/programme/application/application-submission.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import type { ApplicationEdit } from '#shared/programme/application/application-doc.ts';
import type { ApplicationError } from '#shared/programme/application/application-errors.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Rooms } from '../../realtime/rooms.ts';

type Refusal = ApplicationError | 'access.notFound';

/** Applications where their live room and SQL meet. */
export interface Applications {
  /** [AP9] Submits what the room says now, tells its authors by mail and makes their pages read. Refuses what `submitApplication` does. */
  submit(asked: { applicationId: string; userId: string; key: string }): Promise<Result<Receipt, Refusal>>;
  /**
   * [AP4] Writes in somebody's name, from a page without script: what changed since the update that the page showed, and nothing else.
   * Refuses 'access.notFound', 'application.notDraft'.
   */
  edit(asked: {
    applicationId: string;
    userId: string;
    edits: readonly ApplicationEdit[];
    since?: number | undefined;
  }): Promise<Result<void, Refusal>>;
  /** [AP12] A correction was asked for: its authors hear of it by mail. Done in the transaction that asks (`tell`). */
  tellCorrection(
    tx: Db,
    applicationId: string,
    asked: { by: string; message: string; until: Date },
  ): Promise<void>;
  /** Rights or state changed in SQL: open pages hear of it. */
  changed(applicationId: string): void;
}

interface ApplicationsOptions {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'apply' | 'recheck'>;
  readonly mailer: Pick<Mailer, 'send'>;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

const nameOf = (id: string) => roomName({ kind: 'application', id });

/** Somebody may write at the very moment: read again so often, then they are told. */
const TRIES = 5;

export function createApplications({
  db,
  rooms,
  mailer,
  origin,
  now,
  newId,
}: ApplicationsOptions): Applications {
  async function mailReceipt(
    tx: Db,
    { id, title, userId }: { id: string; title: string; userId: string },
    { submittedAt: when, ...receipt }: Receipt,
  ) {
    const letter = words.mail.receipt({ ...receipt, when, title: title || words.untitled });
    const action = { label: letter.action, href: origin + programmePaths.application({ id, title }) };
    for (const author of await listApplicationAuthors(tx, id))
      await mailer.send(tx, author, { ...letter, action }, { userId });
  }

  return {
    async submit({ applicationId, userId, key }) {
      for (let attempt = 1; ; attempt++) {
        const { seq, value: raw } = await rooms.read(nameOf(applicationId), 'application', inNameOf(userId));
        const asked = { applicationId, userId, key, raw, seq, now: now(), eventId: newId() };
        const submitted = await submitApplication(db, {
          ...asked,
          tell: (tx, receipt, title) => mailReceipt(tx, { id: applicationId, title, userId }, receipt),
        });
        const isLate = !submitted.ok && submitted.error === 'application.changedMeanwhile';
        if (isLate && attempt < TRIES) continue;
        if (submitted.ok || submitted.error === 'application.alreadySubmitted')
          rooms.recheck({ room: nameOf(applicationId) });
        return submitted;
      }
    },
    async edit({ applicationId, userId, edits, since }) {
      const access = await findApplicationAccess(db, { applicationId, userId });
      if (!access?.room) return fail('access.notFound');
      if (access.room !== 'write') return fail('application.notDraft');
      await rooms.apply(nameOf(applicationId), { userId }, 'application.edit', edits, since);
      return ok();
    },
    async tellCorrection(tx, id, { by, message, until }) {
      const letter = words.mail.correction({ message, until });
      const action = { label: letter.action, href: origin + programmePaths.application({ id }) };
      for (const author of await listApplicationAuthors(tx, id))
        await mailer.send(tx, author, { ...letter, action }, { userId: by });
    },
    changed: (applicationId) => rooms.recheck({ room: nameOf(applicationId) }),
  };
}
