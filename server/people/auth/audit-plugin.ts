import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { Logger } from 'pino';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findPersonByEmail } from '#db/people/person/people.ts';
import { networkOf, PEER_HEADER } from '../../kernel/http/peer.ts';
import { KNOWN_PERSON_PATH } from './known-person.ts';
import { CODE_PATHS } from './second-factor.ts';

const WAYS_IN = new Set(['/sign-in/email', KNOWN_PERSON_PATH, ...CODE_PATHS]);

interface Options {
  readonly db: Db;
  readonly log?: Pick<Logger, 'error'> | undefined;
}

/**
 * [AU6] Who came in, whatever the way, and who was refused, from where: the network of the real peer, never what a client says of itself. An address without
 * account leaves a line without person. A line that cannot be written lets nobody wait at the door: it is logged.
 */
export function auditPlugin({ db, log }: Options) {
  return {
    id: 'audit',
    hooks: {
      after: [
        {
          matcher: ({ path }: { path?: string | undefined }) => WAYS_IN.has(path ?? ''),
          handler: createAuthMiddleware(async (context) => {
            const peer = networkOf(context.headers?.get(PEER_HEADER) ?? '');
            const { newSession, returned } = context.context;
            if (!newSession && !isAPIError(returned)) return;
            const typed: unknown = context.body?.email;
            const known = newSession
              ? newSession.user.id
              : ((await findPersonByEmail(db, typeof typed === 'string' ? typed : ''))?.id ?? '');
            await inTransaction(db, (tx) =>
              recordAudit(tx, {
                actorId: newSession ? known : null,
                action: newSession ? 'person.signedIn' : 'person.signInRefused',
                subject: { kind: 'person', id: known, name: '' },
                payload: { peer },
                now: new Date(),
              }),
            ).catch((error: unknown) => log?.error({ err: error }, 'a sign-in left no line in the trail'));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
