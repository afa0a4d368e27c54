import { expect } from 'vitest';
import { groups } from '#db/schema/group.ts';
import { moveSheet, type SheetMove } from '#db/use-case-sheet-states.ts';
import { createSheet, editSheet, listSheetSteps } from '#db/use-case-sheets.ts';
import { type ExperimentWorld, withExperiment } from './experiments.ts';

type Person = ExperimentWorld['people']['nadia'];

/** What a sheet says when it is published. */
export const aText = (address: string, blocks: readonly string[] = ['<p>Planter où il fait chaud.</p>']) => ({
  blocks,
  fileIds: [],
  address,
  outline: [],
  writers: ['Valmont'],
  seq: 1,
});

/** Gestures on one sheet of the experiment of Valmont and Aubin. */
export async function fillSheet(world: ExperimentWorld) {
  const { db, site, people, experimentId, themeId } = world;
  const [group] = await db.select({ id: groups.id }).from(groups);
  const groupId = group?.id ?? '';
  const [sheetId, documentId] = [site.newId(), site.newId()];
  const making = (person: Person) =>
    createSheet(db, { sheetId, documentId, experimentId, groupId, newId: site.newId, ...person });
  const fields = { hook: 'Choisir où planter', serviceKind: 'map', sizeClass: 'medium', uses: ['cross'] };
  const edit = (person: Person, typed = fields) => editSheet(db, { sheetId, typed, ...person });
  const move = async (person: Person, to: SheetMove['to'], more: Partial<SheetMove> = {}) => {
    const seen = (await listSheetSteps(db, sheetId)).length;
    const given = { sheetId, to, reason: '', seen, newId: site.newId, ...person, ...more };
    return moveSheet(db, given);
  };
  /** Takes it from draft to the public. */
  const publishAll = async (text = aText('choisir-ou-planter-0123abcd')) => {
    await edit(people.nadia);
    expect(await move(people.nadia, 'review')).toEqual({ ok: true, value: undefined });
    expect(await move(people.claire, 'published', { text })).toEqual({ ok: true, value: undefined });
  };
  return { ...world, groupId, themeId, sheetId, documentId, making, edit, move, publishAll };
}
export type SheetWorld = Awaited<ReturnType<typeof fillSheet>>;

/** A database with a sheet that was just made by Nadia, of the city that leads. */
export const withSheet = (run: (world: SheetWorld) => Promise<void>) =>
  withExperiment(async (world) => {
    const sheet = await fillSheet(world);
    expect(await sheet.making(world.people.nadia)).toMatchObject({ ok: true });
    await run(sheet);
  });
