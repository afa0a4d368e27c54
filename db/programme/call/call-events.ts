import { desc, eq } from 'drizzle-orm';
import type { CallEventKind } from '#shared/programme/call/call-event.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { callEvents } from './schema.ts';

interface CallEvent {
  readonly id: string;
  readonly kind: CallEventKind;
  readonly before: string;
  readonly after: string;
  readonly by: string | null;
  readonly at: Date;
}

const LISTED = 100;

/** What was done to a call, the last first. Whoever asks may prepare calls. */
export function listCallEvents(db: Db, callId: string): Promise<CallEvent[]> {
  return db
    .select({
      id: callEvents.id,
      kind: callEvents.kind,
      before: callEvents.before,
      after: callEvents.after,
      by: users.name,
      at: callEvents.doneAt,
    })
    .from(callEvents)
    .leftJoin(users, eq(users.id, callEvents.doneBy))
    .where(eq(callEvents.callId, callId))
    .orderBy(desc(callEvents.doneAt), desc(callEvents.id))
    .limit(LISTED);
}
