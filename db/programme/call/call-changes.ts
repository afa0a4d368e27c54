import { and, count, eq } from 'drizzle-orm';
import type { AuditAction } from '#shared/kernel/audit/audit.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type CallCriterion, callStateAt } from '#shared/programme/call/call.ts';
import type { CallEventKind } from '#shared/programme/call/call-event.ts';
import {
  type CallChangeError,
  type CallFields,
  checkChange,
  checkPublishing,
} from '#shared/programme/call/call-plan.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { seasons } from '../../people/group/schema.ts';
import { defaultCriteria } from '../../seed/default-form/default-criteria.ts';
import { newCallForm } from '../../seed/default-form/default-form.ts';
import { applications } from '../application/schema.ts';
import { type Call, findCall } from './calls.ts';
import { callEvents, callForms, calls } from './schema.ts';

/** Who does something to a call, and when; `newId` names the lines of its history. */
interface ByCoordinator {
  readonly userId: string;
  readonly now: Date;
  readonly newId: () => string;
}

/** The same, and which call, as it is: held until the end of the transaction. */
export interface CallChange extends ByCoordinator {
  readonly call: Call;
}

/** What is told to the audit trail too: preparing a call, and reminding of it, are nobody’s business but its own. */
const AUDITED: Partial<Record<CallEventKind, AuditAction>> = {
  published: 'call.published',
  extended: 'call.extended',
  unpublished: 'call.changed',
  dates: 'call.changed',
  tolerance: 'call.changed',
  criteria: 'call.changed',
  formSaved: 'call.changed',
};

/** A line of the history of a call, and of the audit trail when others rely on it ([AU1]: the last thing that a change does). */
export async function noteCallEvent(
  tx: Tx,
  { userId, now, newId }: ByCoordinator,
  { id: callId, title: name }: { readonly id: string; readonly title: string },
  kind: CallEventKind,
  { before = '', after = '', reason }: { before?: string; after?: string; reason?: string } = {},
): Promise<void> {
  await tx
    .insert(callEvents)
    .values({ id: newId(), callId, kind, before, after, doneBy: userId, doneAt: now });
  const action = AUDITED[kind];
  if (!action) return;
  const payload = { kind, before, after, ...(reason !== undefined && { reason }) };
  await recordAudit(tx, {
    actorId: userId,
    action,
    subject: { kind: 'call', id: callId, name },
    payload,
    now,
  });
}

/** Finds a call to change it, and holds it until the end; null when there is none. */
export async function holdCall(tx: Tx, { callId, now }: { callId: string; now: Date }): Promise<Call | null> {
  await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, callId)).for('update');
  return findCall(tx, { callId, mayPrepare: true, now });
}

/** [CA6] A new call of a season, prepared, with the programme’s form and criteria. */
export async function createCall(
  tx: Tx,
  {
    callId: id,
    seasonId,
    fields,
    ...by
  }: ByCoordinator & { callId: string; seasonId: string; fields: CallFields },
): Promise<Result<{ id: string; title: string }, 'call.seasonMissing'>> {
  const { userId, now } = by;
  const [season] = await tx.select({ id: seasons.id }).from(seasons).where(eq(seasons.id, seasonId));
  if (!season) return fail('call.seasonMissing');
  await tx
    .insert(calls)
    .values({ id, seasonId, ...fields, criteria: defaultCriteria, createdBy: userId, createdAt: now });
  await tx
    .insert(callForms)
    .values({ callId: id, version: 1, form: newCallForm, createdBy: userId, createdAt: now });
  await noteCallEvent(tx, by, { id, title: fields.title }, 'created');
  return ok({ id, title: fields.title });
}

/** [CA4] Changes what a call says and its dates, as far as it may: everything that may not change is refused at its control. */
export async function changeCall(
  tx: Tx,
  { fields, call, ...by }: CallChange & { fields: CallFields },
): Promise<Result<void, CallChangeError>> {
  const may = checkChange(call, fields, by.now);
  if (!may.ok) return may;
  await tx.update(calls).set(fields).where(eq(calls.id, call.id));
  const dates = ({ opensAt, closesAt }: CallFields) => `${parisWall(opensAt)} ${parisWall(closesAt)}`;
  if (dates(call) !== dates(fields))
    await noteCallEvent(tx, by, call, 'dates', { before: dates(call), after: dates(fields) });
  if (call.toleranceMinutes !== fields.toleranceMinutes)
    await noteCallEvent(tx, by, call, 'tolerance', {
      before: String(call.toleranceMinutes),
      after: String(fields.toleranceMinutes),
    });
  if (call.title !== fields.title || call.presentation !== fields.presentation)
    await noteCallEvent(tx, by, call, 'changed', { before: call.title, after: fields.title });
  return ok();
}

/** [CA2] [CA4] Shows a call to everybody. */
export async function publishCall(
  tx: Tx,
  { call, ...by }: CallChange,
): Promise<Result<void, 'call.alreadyPublished' | 'call.closingPast'>> {
  const may = checkPublishing(call, by.now);
  if (!may.ok) return may;
  await tx.update(calls).set({ publishedAt: by.now }).where(eq(calls.id, call.id));
  await noteCallEvent(tx, by, call, 'published');
  return ok();
}

/** [CA2] Takes a call back while nobody has begun to answer. */
export async function unpublishCall(
  tx: Tx,
  { call, ...by }: CallChange,
): Promise<Result<void, 'call.notPublished' | 'call.hasApplications'>> {
  if (callStateAt(call, by.now) === 'preparing') return fail('call.notPublished');
  if ((await countApplications(tx, call.id)).begun > 0) return fail('call.hasApplications');
  await tx.update(calls).set({ publishedAt: null }).where(eq(calls.id, call.id));
  await noteCallEvent(tx, by, call, 'unpublished');
  return ok();
}

/** [CA12] Changes the criteria, while nothing was submitted: whoever submitted was told by what. */
export async function changeCriteria(
  tx: Tx,
  { criteria, call, ...by }: CallChange & { criteria: readonly CallCriterion[] },
): Promise<Result<void, 'call.criteriaFixed'>> {
  if ((await countApplications(tx, call.id)).submitted > 0) return fail('call.criteriaFixed');
  const said = (list: readonly CallCriterion[]) =>
    list.map(({ title, weight }) => `${title} ${weight}`).join(', ');
  await tx.update(calls).set({ criteria }).where(eq(calls.id, call.id));
  await noteCallEvent(tx, by, call, 'criteria', { before: said(call.criteria), after: said(criteria) });
  return ok();
}

/** How many applications a call has, drafts included, and how many of them were submitted at least once. */
export async function countApplications(
  db: Db,
  callId: string,
): Promise<{ readonly begun: number; readonly submitted: number }> {
  const number = async (status?: 'draft') => {
    const of = eq(applications.callId, callId);
    const [row] = await db
      .select({ number: count() })
      .from(applications)
      .where(status ? and(of, eq(applications.status, status)) : of);
    return row?.number ?? 0;
  };
  const begun = await number();
  return { begun, submitted: begun - (await number('draft')) };
}
