import { createHash } from 'node:crypto';
import { asc, eq, gt, sql } from 'drizzle-orm';
import {
  type AuditAction,
  type AuditFault,
  type AuditHead,
  type AuditSubjectKind,
  ChainWalk,
  hashedText,
  type JsonValue,
} from '#shared/kernel/audit/audit.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { storable } from '#shared/kernel/storable.ts';
import type { Db } from '../client.ts';
import { auditNetwork } from './audit-network.ts';
import { auditEntries, auditHead } from './schema.ts';

const HEAD = 1;
const PAGE = 1_000;

export interface NewAudit {
  /** Null: the platform itself. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly subject: { readonly kind: AuditSubjectKind; readonly id: string; readonly name: string };
  readonly payload?: { readonly [key: string]: JsonValue | undefined };
  readonly now: Date;
}

/**
 * [AU1] Adds a line to the audit trail, in the caller's transaction: it stands or falls with what it tells. Call it last: the end of
 * the trail stays locked until the transaction ends, and everybody who adds a line waits for it.
 */
export async function recordAudit(tx: Db, { actorId, action, subject, payload = {}, now }: NewAudit) {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, HEAD)).for('update');
  if (!head) throw new Error('The audit trail has lost its end: no line can be added');
  const entry = {
    sequence: head.sequence + 1,
    at: now,
    actorId,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: storable(subject.name),
    payload: payloadOf(payload),
    previousHash: head.hash,
  };
  const hash = sha256(hashedText(entry));
  await tx.insert(auditEntries).values({ ...entry, hash });
  await tx.update(auditHead).set({ sequence: entry.sequence, hash }).where(eq(auditHead.id, HEAD));
}

/** [AU6] What a line says of itself, as it is kept: with the network that it was asked from. */
export function payloadOf(payload: NonNullable<NewAudit['payload']>): string {
  return storable(canonicalJson({ ...auditNetwork(), ...payload }));
}

/** What a verification found: the end of what holds, and the first line that does not. */
export interface AuditReport {
  readonly head: AuditHead;
  readonly fault: AuditFault | null;
}

/**
 * [AU3] Reads the whole trail, a thousand lines at a time, and names the first that was changed, removed or inserted. Lines that are
 * added meanwhile are read too. A hash that was noted outside earlier (`noted`) is looked for on the way.
 */
export async function verifyAuditChain(db: Db, noted?: AuditHead): Promise<AuditReport> {
  const walk = new ChainWalk();
  let after: number | null = null;
  for (;;) {
    const rows = await db
      .select()
      .from(auditEntries)
      .where(after === null ? undefined : gt(auditEntries.sequence, after))
      .orderBy(asc(auditEntries.sequence))
      .limit(PAGE);
    for (const row of rows) {
      const fault = walk.step(row, sha256(hashedText(row)));
      if (fault) return { head: walk.head, fault };
      if (row.sequence === noted?.sequence && row.hash !== noted.hash)
        return { head: walk.head, fault: { kind: 'changed', sequence: row.sequence } };
      after = row.sequence;
    }
    if (rows.length === PAGE) continue;
    // One statement, so that both are of the same moment.
    const [end] = await db
      .select({
        last: sql<number | null>`(select max(${auditEntries.sequence}) from ${auditEntries})`,
        sequence: auditHead.sequence,
        hash: auditHead.hash,
      })
      .from(auditHead)
      .where(eq(auditHead.id, HEAD));
    if (end && end.last !== null && end.last > (after ?? 0)) continue;
    return { head: walk.head, fault: walk.end(end ?? null) ?? missing(walk.head, noted) };
  }
}

function missing(head: AuditHead, noted: AuditHead | undefined): AuditFault | null {
  return noted && noted.sequence > head.sequence ? { kind: 'removed', sequence: head.sequence + 1 } : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
