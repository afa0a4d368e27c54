import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ObjectRef } from '#shared/documents/attribute/document-objects.ts';
import { objectKey, parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type CHANGE_KINDS,
  type ChangeError,
  type ChangeKind,
  decideChange,
} from '#shared/meetings/decision/decision.ts';
import { isReadableBy, type Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';
import { type DecisionLine, listLines } from './decisions.ts';
import { decisionChanges, decisions } from './schema.ts';

/** A decision for somebody who may read its document, in whatever group it is today; null for anybody else. */
export async function findDecision(
  db: Db,
  { decisionId, ...reader }: Reader & { decisionId: string },
): Promise<DecisionLine | null> {
  const groupIds = groupsAllowing(await acquaintancesOf(db, reader), 'document.read');
  const [line] = await listLines(
    db,
    and(eq(decisions.id, decisionId), isReadableBy(db, { ...reader, groupIds })),
  );
  return line ?? null;
}

/** One change, seen from one of its two decisions. */
export interface DecisionChange {
  readonly id: string;
  readonly kind: ChangeKind;
  /** Whether the decision changes the other, or is changed by it. */
  readonly isBy: boolean;
  /** The other decision; null for an object, and for a decision that this person may not read. */
  readonly decision: DecisionLine | null;
  readonly object: ObjectRef | null;
}

/** [DA4] What a decision does to others and to objects, and what others did to it, both ways. */
export async function listChanges(
  db: Db,
  { decisionId, ...reader }: Reader & { decisionId: string },
): Promise<DecisionChange[]> {
  const rows = [
    ...(await db
      .select()
      .from(decisionChanges)
      .where(eq(decisionChanges.decisionId, decisionId))
      .orderBy(asc(decisionChanges.createdAt))),
    ...(await db
      .select()
      .from(decisionChanges)
      .where(eq(decisionChanges.targetId, decisionId))
      .orderBy(asc(decisionChanges.createdAt))),
  ];
  const otherOf = (row: (typeof rows)[number]) =>
    row.decisionId === decisionId ? row.targetId : row.decisionId;
  const ids = rows.flatMap((row) => otherOf(row) ?? []);
  const groupIds = groupsAllowing(await acquaintancesOf(db, reader), 'document.read');
  const lines =
    ids.length === 0
      ? []
      : await listLines(db, and(inArray(decisions.id, ids), isReadableBy(db, { ...reader, groupIds })));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    isBy: row.decisionId === decisionId,
    decision: lines.find(({ id }) => id === otherOf(row)) ?? null,
    object: row.targetKey === null ? null : parseObjectKey(row.targetKey),
  }));
}

interface ChangeAsked {
  readonly decision: DecisionLine;
  readonly by: string;
  readonly now: Date;
  readonly changeId: string;
  readonly activityId: string;
}

/** [DA4] Says what a decision does to an earlier one of its group: one that this person may not read is not found. */
export async function changeDecision(
  tx: Tx,
  asked: ChangeAsked & { readonly kind: (typeof CHANGE_KINDS)[number]; readonly targetId: string },
): Promise<Result<{ year: number; number: number }, ChangeError | 'decision.already'>> {
  const { decision, kind, targetId, by, now } = asked;
  const target = await findDecision(tx, { decisionId: targetId, userId: by, now });
  const decided = decideChange(decision, target);
  if (!decided.ok) return decided;
  const written = await write(tx, asked, { kind, targetId, targetKey: null });
  return written.ok ? ok({ year: decided.value.year, number: decided.value.number }) : written;
}

/** [DA4] Says that a decision concerns an object, of which this person knows. */
export function concernObject(
  tx: Tx,
  asked: ChangeAsked & { readonly object: ObjectRef },
): Promise<Result<void, 'decision.already'>> {
  return write(tx, asked, { kind: 'concerns', targetId: null, targetKey: objectKey(asked.object) });
}

async function write(
  tx: Tx,
  { decision, by, now, changeId, activityId }: ChangeAsked,
  change: { kind: ChangeKind; targetId: string | null; targetKey: string | null },
): Promise<Result<void, 'decision.already'>> {
  const written = await tx
    .insert(decisionChanges)
    .values({ id: changeId, decisionId: decision.id, ...change, createdBy: by, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: decisionChanges.id });
  if (written.length === 0) return fail('decision.already');
  if (change.targetId !== null)
    await recordActivity(tx, {
      id: activityId,
      groupId: decision.groupId,
      actorId: by,
      verb: 'document.decisionChanged',
      objectId: decision.document.id,
      title: decision.document.title,
      details: { decisionId: decision.id, targetId: change.targetId, kind: change.kind },
      now,
    });
  return ok();
}

/** Takes back what a decision was said to do. */
export async function removeChange(
  tx: Tx,
  { decisionId, changeId }: { decisionId: string; changeId: string },
): Promise<Result<{ targetId: string | null; kind: ChangeKind }, 'decision.notFound'>> {
  const [gone] = await tx
    .delete(decisionChanges)
    .where(and(eq(decisionChanges.id, changeId), eq(decisionChanges.decisionId, decisionId)))
    .returning({ targetId: decisionChanges.targetId, kind: decisionChanges.kind });
  return gone ? ok(gone) : fail('decision.notFound');
}
