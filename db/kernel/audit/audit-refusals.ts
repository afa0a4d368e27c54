import { and, eq, gte } from 'drizzle-orm';
import type { PlatformAction } from '#shared/kernel/access/access.ts';
import type { AuditFilter } from '../../operations/audit/audit-lists.ts';
import type { Db } from '../client.ts';
import { inTransaction } from '../transaction.ts';
import { type NewAudit, payloadOf, recordAudit } from './audit.ts';
import { auditEntries, auditHead } from './schema.ts';

const HOUR_MS = 3_600_000;

/** One line a person, thing and hour, however often they come: whoever comes again and again holds nobody up. */
async function recordOnceAnHour(db: Db, line: NewAudit & { readonly actorId: string }): Promise<void> {
  const { actorId, action, subject, payload = {}, now } = line;
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const isSaid = async (of: Db) => {
    const [found] = await of
      .select({ sequence: auditEntries.sequence })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.actorId, actorId),
          eq(auditEntries.action, action),
          eq(auditEntries.subjectId, subject.id),
          eq(auditEntries.payload, payloadOf(payload)),
          gte(auditEntries.at, hour),
        ),
      )
      .limit(1);
    return found !== undefined;
  };
  // Only a first time waits for the end of the trail.
  if (await isSaid(db)) return;
  await inTransaction(db, async (tx) => {
    // Of two at once, the second finds the line of the first.
    await tx.select({ id: auditHead.id }).from(auditHead).for('update');
    if (!(await isSaid(tx))) await recordAudit(tx, line);
  });
}

/** What somebody was refused: a right of the platform that they lack, or an answer that says no (403) or knows of nothing (404). */
export type Refusal = { readonly right: PlatformAction } | { readonly status: 403 | 404 };

/** [AU8] Says in the audit trail that somebody was refused a page or an operation. `page` is the pattern of its address, never what was typed. */
export function recordRefusal(
  db: Db,
  { userId, page, now, ...refusal }: Refusal & { userId: string; page: string; now: Date },
): Promise<void> {
  const subject = { kind: 'platform', id: '', name: page } as const;
  const payload = { page, ...refusal };
  return recordOnceAnHour(db, { actorId: userId, action: 'access.refused', subject, payload, now });
}

/** [AU9] Says in the audit trail that texts left as a file: a document, a board, or all documents of a group, in which format. */
export function recordTextExport(
  db: Db,
  {
    userId,
    of,
    id,
    name,
    format,
    now,
  }: {
    userId: string;
    of: 'document' | 'group' | 'board';
    id: string;
    /** Its title. */
    name: string;
    format: string;
    now: Date;
  },
): Promise<void> {
  const subject = { kind: of, id, name };
  return recordOnceAnHour(db, {
    actorId: userId,
    action: `${of}.exported`,
    subject,
    payload: { format },
    now,
  });
}

/** [AU7] Says in the audit trail that somebody takes it away as a file, and what of it. */
export async function recordAuditExport(
  db: Db,
  { userId, filter, now }: { userId: string; filter: AuditFilter; now: Date },
): Promise<void> {
  const { action, subjectKind, from, to } = filter;
  // What was typed may be a name: that something was asked for is enough.
  const payload = {
    action,
    subjectKind,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    byPerson: filter.person !== '',
    bySubject: filter.subject !== '',
  };
  const subject = { kind: 'platform', id: '', name: '' } as const;
  await inTransaction(db, (tx) =>
    recordAudit(tx, { actorId: userId, action: 'audit.exported', subject, payload, now }),
  );
}
