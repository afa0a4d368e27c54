import { eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { publishedVisas } from '#shared/publication/sheet/published-visas.ts';
import { checkSheetMove, type SheetState } from '#shared/publication/sheet/sheet-state.ts';
import { missingOf } from '#shared/publication/sheet/use-case-sheet.ts';
import { mayPublish, type SheetVisas } from '#shared/publication/sheet/visa.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { publish, setIndexed, setWithdrawn } from '../public-document/publications.ts';
import { useCaseSheetPublications, useCaseSheetSteps, useCaseSheets } from './schema.ts';
import { findSheetPhoto } from './sheet-photos.ts';
import { type FoundVisa, readVisas, withdrawVisas } from './use-case-sheet-visas.ts';
import { recordStep, type SheetForMember } from './use-case-sheets.ts';

/** The text that is published, as `publish` takes it. */
export type SheetText = Pick<
  Parameters<typeof publish>[1],
  'blocks' | 'fileIds' | 'address' | 'outline' | 'writers' | 'seq'
> & {
  /** The fingerprint of the exact text that it was made of. */
  readonly sha256: string;
  /** The title in it. */
  readonly title: string;
};

/** Whoever changes the state of a sheet, and what they saw of it. */
export interface SheetMove extends Asker {
  /** Held. */
  readonly sheet: SheetForMember;
  readonly to: SheetState;
  readonly reason: string;
  /** The number of the last step that they saw. */
  readonly seen: number;
  readonly newId: () => string;
  /** What the text says now, when it is published; null while somebody writes in it. */
  readonly text: SheetText | null;
}

/**
 * [US5] Takes a sheet to another state, with its dated line; publishing freezes its text and what the programme's data say of it
 * [PS1], withdrawing takes both away. Refused: a step that is not one or is not theirs, no reason, what it does not say yet, a text
 * without both visas ('useCaseSheet.visaMissing', [US7]), and 'useCaseSheet.changedMeanwhile' when somebody took a step since `seen`.
 */
export async function moveSheet(
  tx: Tx,
  { sheet, to, seen, text: sent, userId, now, newId, ...move }: SheetMove,
): Promise<
  Result<
    void,
    | Extract<ReturnType<typeof checkSheetMove>, { ok: false }>['error']
    | 'useCaseSheet.changedMeanwhile'
    | 'useCaseSheet.visaMissing'
  >
> {
  const { id: sheetId, state: from, role, fields, documentId, groupId } = sheet;
  const reason = move.reason.trim();
  const isComplete = missingOf(fields).length === 0;
  const may = checkSheetMove({ from, to, role, reason, isComplete });
  if (!may.ok) return may;
  if ((await countSteps(tx, sheetId)) !== seen) return fail('useCaseSheet.changedMeanwhile');
  const text = to === 'published' ? sent : null;
  if (text && text.title !== sheet.title) return fail('useCaseSheet.changedMeanwhile');
  const visas = text && (await readVisas(tx, { sheet, sha256: text.sha256, now }));
  if (to === 'published' && !(visas && mayPublish(visas))) return fail('useCaseSheet.visaMissing');
  await tx.update(useCaseSheets).set({ state: to }).where(eq(useCaseSheets.id, sheetId));
  await recordStep(tx, { sheetId, from, to, reason, userId, now });
  const change = { documentId, groupId, by: userId, now, activityId: newId() };
  if (text && visas) await freeze(tx, { sheetId, visas, text, change });
  if (to === 'draft' || to === 'withdrawn') await withdrawVisas(tx, { sheetId, reason, userId, now, newId });
  if (to === 'withdrawn') await setWithdrawn(tx, { ...change, isWithdrawn: true });
  return ok();
}

async function countSteps(tx: Tx, sheetId: string): Promise<number> {
  return tx.$count(useCaseSheetSteps, eq(useCaseSheetSteps.sheetId, sheetId));
}

/** [PS1] [US8] [US13] The frozen copy that the public reads: the text, and the programme's data, as both visas approved them, with the photograph of the day. */
async function freeze(
  tx: Tx,
  {
    sheetId,
    visas,
    text: { sha256: _, title: __, ...text },
    change,
  }: {
    sheetId: string;
    visas: SheetVisas<FoundVisa>;
    text: SheetText;
    change: { documentId: string; groupId: string; by: string; now: Date; activityId: string };
  },
): Promise<void> {
  const presented = visas.publisher.round?.presented;
  if (!presented) throw new Error('a sheet with its visas has what they presented');
  const { hook } = presented.fields;
  const published = await publish(tx, { ...change, ...text, excerpt: hook });
  if (!published.ok) throw new Error('a sheet that was found has its document');
  await setIndexed(tx, { ...change, isIndexed: true });
  const words = text.blocks.join(' ').replace(/<[^>]*>/g, ' ');
  const photoId = (await findSheetPhoto(tx, sheetId))?.id ?? null;
  const state = { hook, facts: presented.facts, words, visas: publishedVisas(visas), photoId };
  await tx
    .insert(useCaseSheetPublications)
    .values({ sheetId, ...state })
    .onConflictDoUpdate({ target: useCaseSheetPublications.sheetId, set: state });
}
