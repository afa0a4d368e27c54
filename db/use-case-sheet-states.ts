import { eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/result.ts';
import type { UseCaseSheetError } from '#shared/use-case-sheet/sheet-errors.ts';
import type { SheetFacts } from '#shared/use-case-sheet/sheet-facts.ts';
import { checkSheetMove, type SheetState } from '#shared/use-case-sheet/sheet-state.ts';
import { missingOf } from '#shared/use-case-sheet/use-case-sheet.ts';
import type { Db } from './client.ts';
import type { Asker } from './experiment-rights.ts';
import { publish, setIndexed, setWithdrawn } from './publications.ts';
import { useCaseSheetPublications, useCaseSheetSteps, useCaseSheets } from './schema/use-case-sheet.ts';
import { readSheetFacts } from './use-case-sheet-facts.ts';
import { findSheet, recordStep } from './use-case-sheets.ts';

/** The text that is published, as `publish` takes it. */
export type SheetText = Pick<
  Parameters<typeof publish>[1],
  'blocks' | 'fileIds' | 'address' | 'outline' | 'writers' | 'seq'
>;

/** Whoever changes the state of a sheet, and what they saw of it. */
export interface SheetMove extends Asker {
  readonly sheetId: string;
  readonly to: SheetState;
  readonly reason: string;
  /** The number of the last step that they saw. */
  readonly seen: number;
  readonly newId: () => string;
  /** What the text says now, when it is published. */
  readonly text?: SheetText;
}

type Refusal = 'access.notFound' | 'access.forbidden' | UseCaseSheetError;

/**
 * [US5] Takes a sheet to another state, with its dated line; publishing freezes its text and what the programme's data say of it
 * [PS1], withdrawing takes both away. Refused: who may not, a step that is not one, no reason, what it does not say yet, and
 * 'useCaseSheet.changedMeanwhile' when somebody took a step since `seen`.
 */
export function moveSheet(db: Db, move: SheetMove): Promise<Result<void, Refusal>> {
  const { sheetId, to, userId, now, seen } = move;
  return db.transaction(async (transaction): Promise<Result<void, Refusal>> => {
    const tx = transaction as Db;
    await tx
      .select({ id: useCaseSheets.id })
      .from(useCaseSheets)
      .where(eq(useCaseSheets.id, sheetId))
      .for('update');
    const sheet = await findSheet(tx, { sheetId, userId, now });
    if (!sheet) return fail('access.notFound');
    const { state: from, role, fields, documentId, groupId } = sheet;
    const reason = move.reason.trim();
    const isComplete = missingOf(fields).length === 0;
    const may = checkSheetMove({ from, to, role, reason, isComplete });
    if (!may.ok) return may;
    if ((await countSteps(tx, sheetId)) !== seen) return fail('useCaseSheet.changedMeanwhile');
    await tx.update(useCaseSheets).set({ state: to }).where(eq(useCaseSheets.id, sheetId));
    await recordStep(tx, { sheetId, from, to, reason, userId, now });
    const change = { documentId, groupId, by: userId, now, activityId: move.newId() };
    if (to === 'published') {
      const facts = await readSheetFacts(tx, {
        experimentIds: sheet.experiments.map(({ id }) => id),
        fields,
      });
      if (!facts || !move.text) return fail('useCaseSheet.experimentNotFound');
      await freeze(tx, { sheetId, hook: fields.hook, facts, text: move.text, change });
    }
    if (to === 'withdrawn') await setWithdrawn(tx, { ...change, isWithdrawn: true });
    return ok();
  });
}

async function countSteps(tx: Db, sheetId: string): Promise<number> {
  return tx.$count(useCaseSheetSteps, eq(useCaseSheetSteps.sheetId, sheetId));
}

/** [PS1] The frozen copy that the public reads: the text, and the programme's data of that moment. */
async function freeze(
  tx: Db,
  {
    sheetId,
    hook,
    facts,
    text,
    change,
  }: {
    sheetId: string;
    hook: string;
    facts: SheetFacts;
    text: SheetText;
    change: { documentId: string; groupId: string; by: string; now: Date; activityId: string };
  },
): Promise<void> {
  const published = await publish(tx, { ...change, ...text, excerpt: hook });
  if (!published.ok) throw new Error('a sheet that was found has its document');
  await setIndexed(tx, { ...change, isIndexed: true });
  const words = text.blocks.join(' ').replace(/<[^>]*>/g, ' ');
  const state = { hook, facts, words };
  await tx
    .insert(useCaseSheetPublications)
    .values({ sheetId, ...state })
    .onConflictDoUpdate({ target: useCaseSheetPublications.sheetId, set: state });
}
