import { and, count, eq } from 'drizzle-orm';
import type { AuditAction } from '#shared/kernel/audit/audit.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type CallCriterion, callStateAt } from '#shared/programme/call/call.ts';
import type { CallError } from '#shared/programme/call/call-errors.ts';
import type { CallEventKind } from '#shared/programme/call/call-event.ts';
import {
  type CallFaults,
  type CallFields,
  checkChange,
  checkPublishing,
} from '#shared/programme/call/call-plan.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { seasons } from '../../people/group/schema.ts';
import { defaultCriteria } from '../../seed/default-form/default-criteria.ts';
import { defaultForm } from '../../seed/default-form/default-form.ts';
import { applications } from '../application/schema.ts';
import { mayManageCalls } from './call-managers.ts';
import { type Call, findCall } from './calls.ts';
import { callEvents, callForms, calls } from './schema.ts';

/** Who changes which call, and when; `newId` names the lines of its history. */
export interface CallChange {
  readonly callId: string;
  readonly userId: string;
  readonly now: Date;
  readonly newId: () => string;
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
  tx: Db,
  { userId, now, newId }: CallChange,
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

/** Loads a call to change it, locked until the end; null when there is none, or for whoever may not. */
export async function callToChange(tx: Db, { callId, userId, now }: CallChange): Promise<Call | null> {
  if (!(await mayManageCalls(tx, userId))) return null;
  await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, callId)).for('update');
  return findCall(tx, { callId, mayPrepare: true, now });
}

/** [CA6] A new call of a season, prepared, with the programme’s form and criteria. Refused: 'access.notFound', 'call.seasonMissing'. */
export function createCall(
  db: Db,
  {
    seasonId,
    fields,
    ...change
  }: CallChange & {
    seasonId: string;
    fields: CallFields;
  },
): Promise<Result<{ id: string; title: string }, 'access.notFound' | 'call.seasonMissing'>> {
  const { callId: id, userId, now } = change;
  return db.transaction(async (tx) => {
    if (!(await mayManageCalls(tx, userId))) return fail('access.notFound');
    const [season] = await tx.select({ id: seasons.id }).from(seasons).where(eq(seasons.id, seasonId));
    if (!season) return fail('call.seasonMissing');
    await tx
      .insert(calls)
      .values({ id, seasonId, ...fields, criteria: defaultCriteria, createdBy: userId, createdAt: now });
    await tx
      .insert(callForms)
      .values({ callId: id, version: 1, form: defaultForm, createdBy: userId, createdAt: now });
    await noteCallEvent(tx, change, { id, title: fields.title }, 'created');
    return ok({ id, title: fields.title });
  });
}

/** [CA4] Changes what a call says and its dates, as far as it may. `faults` are by control. */
export function changeCall(
  db: Db,
  { fields, ...change }: CallChange & { fields: CallFields },
): Promise<{ readonly call: Pick<Call, 'id' | 'title'> } | { readonly faults: CallFaults } | null> {
  return db.transaction(async (tx) => {
    const call = await callToChange(tx, change);
    if (!call) return null;
    const faults = checkChange(call, fields, change.now);
    if (Object.keys(faults).length > 0) return { faults };
    await tx.update(calls).set(fields).where(eq(calls.id, call.id));
    const dates = ({ opensAt, closesAt }: CallFields) => `${parisWall(opensAt)} ${parisWall(closesAt)}`;
    if (dates(call) !== dates(fields))
      await noteCallEvent(tx, change, call, 'dates', { before: dates(call), after: dates(fields) });
    if (call.toleranceMinutes !== fields.toleranceMinutes)
      await noteCallEvent(tx, change, call, 'tolerance', {
        before: String(call.toleranceMinutes),
        after: String(fields.toleranceMinutes),
      });
    if (call.title !== fields.title || call.presentation !== fields.presentation)
      await noteCallEvent(tx, change, call, 'changed', { before: call.title, after: fields.title });
    return { call: { id: call.id, title: fields.title } };
  });
}

/** [CA2] [CA4] Shows a call to everybody. Refused: 'access.notFound', 'call.alreadyPublished', 'call.closingPast'. */
export function publishCall(
  db: Db,
  change: CallChange,
): Promise<Result<void, 'access.notFound' | CallError>> {
  return db.transaction(async (tx) => {
    const call = await callToChange(tx, change);
    if (!call) return fail('access.notFound');
    const may = checkPublishing(call, change.now);
    if (!may.ok) return may;
    await tx.update(calls).set({ publishedAt: change.now }).where(eq(calls.id, call.id));
    await noteCallEvent(tx, change, call, 'published');
    return ok();
  });
}

/** [CA2] Takes a call back while nobody has begun to answer. Refused: 'access.notFound', 'call.notPublished', 'call.hasApplications'. */
export function unpublishCall(
  db: Db,
  change: CallChange,
): Promise<Result<void, 'access.notFound' | CallError>> {
  return db.transaction(async (tx) => {
    const call = await callToChange(tx, change);
    if (!call) return fail('access.notFound');
    if (callStateAt(call, change.now) === 'preparing') return fail('call.notPublished');
    if ((await countApplications(tx, call.id)).begun > 0) return fail('call.hasApplications');
    await tx.update(calls).set({ publishedAt: null }).where(eq(calls.id, call.id));
    await noteCallEvent(tx, change, call, 'unpublished');
    return ok();
  });
}

/**
 * [CA12] Changes the criteria, while nothing was submitted: whoever submitted was told by what. Refused: 'access.notFound',
 * 'call.criteriaFixed'.
 */
export function changeCriteria(
  db: Db,
  { criteria, ...change }: CallChange & { criteria: readonly CallCriterion[] },
): Promise<Result<void, 'access.notFound' | CallError>> {
  return db.transaction(async (tx) => {
    const call = await callToChange(tx, change);
    if (!call) return fail('access.notFound');
    if ((await countApplications(tx, call.id)).submitted > 0) return fail('call.criteriaFixed');
    const said = (list: readonly CallCriterion[]) =>
      list.map(({ title, weight }) => `${title} ${weight}`).join(', ');
    await tx.update(calls).set({ criteria }).where(eq(calls.id, call.id));
    await noteCallEvent(tx, change, call, 'criteria', { before: said(call.criteria), after: said(criteria) });
    return ok();
  });
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
