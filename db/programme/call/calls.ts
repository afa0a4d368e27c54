import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Form } from '#shared/programme/application/form.ts';
import type { CallCriterion, CallExtension } from '#shared/programme/call/call.ts';
import type { Db } from '../../kernel/client.ts';
import { seasons } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { callExtensions, callForms, calls } from './schema.ts';

/** A call as its page and whatever hangs on it read it. `callStateAt` says where it stands. */
export interface Call {
  readonly id: string;
  readonly title: string;
  readonly presentation: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly toleranceMinutes: number;
  readonly publishedAt: Date | null;
  readonly criteria: readonly CallCriterion[];
  readonly season: { readonly id: string; readonly number: number; readonly name: string };
}

const shown = {
  id: calls.id,
  title: calls.title,
  presentation: calls.presentation,
  opensAt: calls.opensAt,
  closesAt: calls.closesAt,
  toleranceMinutes: calls.toleranceMinutes,
  publishedAt: calls.publishedAt,
  criteria: calls.criteria,
  season: { id: seasons.id, number: seasons.number, name: seasons.name },
};

/**
 * [CA2] One call; null when there is none, and for whoever may not prepare calls while it is prepared
 * (`canOnPlatform(role, 'call.manage')`).
 */
export async function findCall(
  db: Db,
  { callId, mayPrepare, now }: { callId: string; mayPrepare: boolean; now: Date },
): Promise<Call | null> {
  const [call] = await db
    .select(shown)
    .from(calls)
    .innerJoin(seasons, eq(seasons.id, calls.seasonId))
    .where(and(eq(calls.id, callId), mayPrepare ? undefined : isPublished(now)));
  return call ?? null;
}

/** A programme has a handful of calls; more than this would be an accident. */
const LISTED = 200;

/** [CA2] Calls, the last to close first; those that are prepared for whoever may prepare them only. */
export function listCalls(db: Db, { mayPrepare, now }: { mayPrepare: boolean; now: Date }): Promise<Call[]> {
  return db
    .select(shown)
    .from(calls)
    .innerJoin(seasons, eq(seasons.id, calls.seasonId))
    .where(mayPrepare ? undefined : isPublished(now))
    .orderBy(desc(calls.closesAt), asc(calls.id))
    .limit(LISTED);
}

/** [CA2] Of a row of `call`: everybody may see it. */
export const isPublished = (now: Date) => and(isNotNull(calls.publishedAt), lte(calls.publishedAt, now));

/** One version of a call’s form. */
export interface FormVersion {
  readonly version: number;
  readonly form: Form;
}

/** [CA5] The newest version of a call’s form; null for a call that does not exist. */
export async function currentForm(db: Db, callId: string): Promise<FormVersion | null> {
  const [newest] = await db
    .select({ version: callForms.version, form: callForms.form })
    .from(callForms)
    .where(eq(callForms.callId, callId))
    .orderBy(desc(callForms.version))
    .limit(1);
  return newest ?? null;
}

/** [CA5] The version that an application was written with. */
export async function findForm(
  db: Db,
  { callId, version }: { callId: string; version: number },
): Promise<Form | null> {
  const [found] = await db
    .select({ form: callForms.form })
    .from(callForms)
    .where(and(eq(callForms.callId, callId), eq(callForms.version, version)));
  return found?.form ?? null;
}

/** [CA3] How often its closing was put off, the first time first. */
export function listExtensions(db: Db, callId: string): Promise<CallExtension[]> {
  return db
    .select({
      id: callExtensions.id,
      fromClosesAt: callExtensions.fromClosesAt,
      toClosesAt: callExtensions.toClosesAt,
      reason: callExtensions.reason,
      by: users.name,
      at: callExtensions.extendedAt,
    })
    .from(callExtensions)
    .leftJoin(users, eq(users.id, callExtensions.extendedBy))
    .where(eq(callExtensions.callId, callId))
    .orderBy(asc(callExtensions.extendedAt));
}
