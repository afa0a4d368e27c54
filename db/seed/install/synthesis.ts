import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import type { Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { beginSynthesis, holdSynthesis } from '../../publication/synthesis/syntheses.ts';
import { addChapter, lockChapter } from '../../publication/synthesis/synthesis-chapters.ts';
import { setChapterCities } from '../../publication/synthesis/synthesis-cities.ts';
import { claimCityReminder } from '../../publication/synthesis/synthesis-reminders.ts';
import { moveChapter } from '../../publication/synthesis/synthesis-steps.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { type DemoChapter, demoSynthesis } from '../demo/synthesis.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installChapterRound } from './chapter-round.ts';

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

/** Keeps the synthesis of the demonstration, by the same gestures as people. */
export async function installSynthesis(
  tx: Tx,
  world: DemoWorld,
  { id: seasonId, name }: { id: string; name: string },
): Promise<void> {
  const { idOf, newId, at, day } = world;
  const { group, due, begun, chapters } = demoSynthesis;
  const synthesisId = newId();
  const title = `Synthèse de la ${name.toLocaleLowerCase('fr')}`;
  const given = { synthesisId, seasonId, groupId: idOf(`group ${group}`), title, dueOn: day(due) };
  must(title, await beginSynthesis(tx, { ...given, userId: idOf('claire-oudin'), now: at(begun) }));
  for (const chapter of chapters) await installChapter(tx, world, synthesisId, chapter);
}

async function installChapter(
  tx: Tx,
  world: DemoWorld,
  synthesisId: string,
  { title, owner, cities, reminded, due, added, steps, sections, round }: DemoChapter,
): Promise<void> {
  const { idOf, newId, at, day } = world;
  const [chapterId, documentId] = [newId(), newId()];
  const claire = { userId: idOf('claire-oudin'), now: at(added) };
  const synthesis = await holdSynthesis(tx, { synthesisId, ...claire });
  if (!synthesis) throw new Error(`${title} is of no synthesis`);
  const ids = { synthesis, chapterId, documentId, newId };
  const said = { title, ownerId: owner ? idOf(owner) : '', dueOn: due ? day(due) : null };
  must(title, await addChapter(tx, { ...ids, ...claire, ...said }));
  const changing = async (by: { userId: string; now: Date }) => {
    const chapter = await lockChapter(tx, { chapterId, ...by });
    if (!chapter) throw new Error(`${title} is gone`);
    return { ...by, chapter };
  };
  const organisationIds = cities.map((city) => idOf(city));
  must(title, await setChapterCities(tx, { ...(await changing(claire)), organisationIds, newId }));
  const draft = new RoomDraft();
  if (sections.length > 0) {
    for (const [index, { by, nodes }] of sections.entries())
      draft.write(idOf(by), index + 1, (doc) => appendBlocks(doc, { blocks: nodes }));
    const room = roomName({ kind: 'document', id: documentId });
    await createRoom(tx, { room, updates: draft.updates, now: at(steps[0]?.at ?? added) });
  }
  for (const [index, { to, by, at: when }] of steps.entries()) {
    const step = { to, reason: '', seen: index + 1 };
    const change = await changing({ userId: idOf(by), now: at(when) });
    must(title, await moveChapter(tx, { ...change, ...step }));
  }
  if (reminded) {
    const reminder = { organisationId: idOf(reminded.city), reminderId: newId() };
    const change = await changing({ userId: idOf(reminded.by), now: at(reminded.at) });
    must(title, await claimCityReminder(tx, { ...change, ...reminder }));
  }
  if (!round) return;
  const text = { documentId, title, blocks: draft.read(readBlocks), seq: draft.updates.length };
  await installChapterRound(tx, world, { ...text, writers: sections.map(({ by }) => by) }, round);
}
