import { and, eq, gte } from 'drizzle-orm';
import type { PlatformAction } from '#shared/access.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { recordAudit } from './audit.ts';
import type { AuditFilter } from './audit-lists.ts';
import type { Db } from './client.ts';
import { auditEntries, auditHead } from './schema/audit.ts';

const HOUR_MS = 3_600_000;

/**
 * [AU8] Says in the audit trail that somebody asked for a page that their role does not open: one line a person, page and hour, however
 * often they ask. `page` is the pattern of its address, never what was typed.
 */
export async function recordRefusal(
  db: Db,
  { userId, right, page, now }: { userId: string; right: PlatformAction; page: string; now: Date },
): Promise<void> {
  const payload = { page, right };
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const isSaid = async (of: Db) => {
    const [found] = await of
      .select({ sequence: auditEntries.sequence })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.actorId, userId),
          eq(auditEntries.action, 'access.refused'),
          eq(auditEntries.payload, canonicalJson(payload)),
          gte(auditEntries.at, hour),
        ),
      )
      .limit(1);
    return found !== undefined;
  };
  // Whoever asks again and again holds nobody up: only a first time waits for the end of the trail.
  if (await isSaid(db)) return;
  await db.transaction(async (transaction) => {
    const tx = transaction as Db;
    // Of two at once, the second finds the line of the first.
    await tx.select({ id: auditHead.id }).from(auditHead).for('update');
    if (await isSaid(tx)) return;
    const subject = { kind: 'platform', id: '', name: page } as const;
    await recordAudit(tx, { actorId: userId, action: 'access.refused', subject, payload, now });
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
  await db.transaction((tx) =>
    recordAudit(tx as Db, { actorId: userId, action: 'audit.exported', subject, payload, now }),
  );
}
