import type { Db } from '#db/kernel/client.ts';
import { extendCall } from '#db/programme/call/call-extensions.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CallError } from '#shared/programme/call/call-errors.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

/** What is done to calls and told by mail. */
export interface Calls {
  /** [CA3] Puts a closing off and tells everybody concerned, all or nothing. Refuses whatever `extendCall` refuses. */
  extend(extension: {
    callId: string;
    userId: string;
    closesAt: Date;
    reason: string;
  }): Promise<Result<void, 'access.notFound' | CallError>>;
}

interface CallsOptions {
  readonly db: Db;
  readonly mailer: Mailer;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createCalls({ db, mailer, origin, now, newId }: CallsOptions): Calls {
  return {
    extend({ reason, closesAt, ...by }) {
      return db.transaction(async (tx) => {
        const before = await extendCall(tx, { ...by, reason, closesAt, now: now(), newId });
        if (!before.ok) return before;
        const { call, from, concerned } = before.value;
        for (const { writes, ...to } of concerned) {
          const words = frServer.callMail.extended({ call: call.title, from, to: closesAt, reason, writes });
          const page = writes ? programmePaths.applications() : programmePaths.call(call);
          const action = { label: words.action, href: origin + page };
          await mailer.send(tx, to, { ...words, action }, { userId: by.userId });
        }
        return ok();
      });
    },
  };
}
