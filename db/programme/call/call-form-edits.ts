import { and, desc, eq, lte } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { checkForm } from '#shared/programme/application/check-form.ts';
import type { Form } from '#shared/programme/application/form.ts';
import { keysOf } from '#shared/programme/application/form-edits.ts';
import type { CallFormError } from '#shared/programme/call/call-errors.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { applications } from '../application/schema.ts';
import { type CallChange, noteCallEvent } from './call-changes.ts';
import { currentForm } from './calls.ts';
import { callFormDrafts, callForms } from './schema.ts';

/** What the editor shows: the draft if there is one, else the newest version. */
export interface WorkingForm {
  readonly form: Form;
  /** The newest version that is saved. */
  readonly version: number;
  /** How many gestures can be undone; 0 when nothing was changed since that version. */
  readonly changes: number;
}

/** [CA7] A call’s form as its editor has it; null for a call that does not exist. Whoever asks may prepare calls. */
export async function findWorkingForm(db: Db, callId: string): Promise<WorkingForm | null> {
  const saved = await currentForm(db, callId);
  if (!saved) return null;
  const changes = await db.$count(callFormDrafts, eq(callFormDrafts.callId, callId));
  const draft = await latestDraft(db, callId);
  return { form: draft?.form ?? saved.form, version: saved.version, changes };
}

async function latestDraft(db: Db, callId: string) {
  const [draft] = await db
    .select({ rank: callFormDrafts.rank, form: callFormDrafts.form })
    .from(callFormDrafts)
    .where(eq(callFormDrafts.callId, callId))
    .orderBy(desc(callFormDrafts.rank))
    .limit(1);
  return draft ?? null;
}

/** Gestures that can be undone. */
const UNDONE_MAX = 50;

/** [CA7] One gesture of the editor: `edit` makes the form that comes after from the one that is, and from every key that any version ever had. */
export async function editForm<E extends CallFormError>(
  tx: Tx,
  {
    edit,
    call: { id: callId },
    userId,
    now,
  }: CallChange & { edit: (form: Form, taken: ReadonlySet<string>) => Result<Form, E> },
): Promise<Result<void, E | 'callForm.notFound'>> {
  const working = await findWorkingForm(tx, callId);
  if (!working) return fail('callForm.notFound');
  const versions = await tx
    .select({ form: callForms.form })
    .from(callForms)
    .where(eq(callForms.callId, callId));
  const taken = new Set([working, ...versions].flatMap(({ form }) => keysOf(form)));
  const edited = edit(working.form, taken);
  if (!edited.ok) return edited;
  const rank = ((await latestDraft(tx, callId))?.rank ?? 0) + 1;
  await tx
    .insert(callFormDrafts)
    .values({ callId, rank, form: edited.value, changedBy: userId, changedAt: now });
  await tx
    .delete(callFormDrafts)
    .where(and(eq(callFormDrafts.callId, callId), lte(callFormDrafts.rank, rank - UNDONE_MAX)));
  return ok();
}

/** [CA7] Takes the last gesture back. */
export async function undoFormEdit(
  tx: Tx,
  { call: { id: callId } }: CallChange,
): Promise<Result<void, 'callForm.nothingChanged'>> {
  const draft = await latestDraft(tx, callId);
  const { changes = 0 } = (await findWorkingForm(tx, callId)) ?? {};
  // The oldest state that is kept is not the saved version: to go behind it would lose what came before.
  if (!draft || (changes === 1 && draft.rank > 1)) return fail('callForm.nothingChanged');
  await tx
    .delete(callFormDrafts)
    .where(and(eq(callFormDrafts.callId, callId), eq(callFormDrafts.rank, draft.rank)));
  return ok();
}

/** [CA7] Forgets whatever was changed since the newest version. */
export async function discardFormEdits(tx: Tx, { call }: CallChange): Promise<Result<void, never>> {
  await tx.delete(callFormDrafts).where(eq(callFormDrafts.callId, call.id));
  return ok();
}

/**
 * [CA5] Makes the draft a version, which running drafts of applications move to: their answers are kept by key, those of fields
 * that are gone too. `checkForm` says why it cannot be saved.
 */
export async function saveForm(
  tx: Tx,
  { call, ...by }: CallChange,
): Promise<Result<{ version: number }, 'callForm.nothingChanged' | 'callForm.cannotSave'>> {
  const { userId, now } = by;
  const callId = call.id;
  const working = await findWorkingForm(tx, callId);
  if (!working || working.changes === 0) return fail('callForm.nothingChanged');
  if (checkForm(working.form, call.criteria.length).length > 0) return fail('callForm.cannotSave');
  const version = working.version + 1;
  await tx
    .insert(callForms)
    .values({ callId, version, form: working.form, createdBy: userId, createdAt: now });
  await tx.delete(callFormDrafts).where(eq(callFormDrafts.callId, callId));
  await tx
    .update(applications)
    .set({ formVersion: version })
    .where(and(eq(applications.callId, callId), eq(applications.status, 'draft')));
  await noteCallEvent(tx, by, call, 'formSaved', {
    before: String(working.version),
    after: String(version),
  });
  return ok({ version });
}
