import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import type { Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Db } from '../../kernel/client.ts';
import { beginSynthesis } from '../../publication/synthesis/syntheses.ts';
import { addChapter } from '../../publication/synthesis/synthesis-chapters.ts';
import { setChapterCities } from '../../publication/synthesis/synthesis-cities.ts';
import { claimCityReminder } from '../../publication/synthesis/synthesis-reminders.ts';
import { moveChapter } from '../../publication/synthesis/synthesis-steps.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { type DemoChapter, demoSynthesis } from '../demo/synthesis.ts';
import type { DemoWorld } from '../demo-world.ts';

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

/** Keeps the synthesis of the demonstration, by the same gestures as people. */
export async function installSynthesis(
  tx: Db,
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
  tx: Db,
  { idOf, newId, at, day }: DemoWorld,
  synthesisId: string,
  { title, owner, cities, reminded, due, added, steps, sections }: DemoChapter,
): Promise<void> {
  const [chapterId, documentId] = [newId(), newId()];
  const ids = { synthesisId, chapterId, documentId, newId };
  const claire = { userId: idOf('claire-oudin'), now: at(added) };
  const said = { title, ownerId: owner ? idOf(owner) : '', dueOn: due ? day(due) : '' };
  must(title, await addChapter(tx, { ...ids, ...claire, ...said }));
  const organisationIds = cities.map((city) => idOf(city));
  must(title, await setChapterCities(tx, { chapterId, organisationIds, newId, ...claire }));
  if (sections.length > 0) {
    const draft = new RoomDraft();
    for (const [index, { by, nodes }] of sections.entries())
      draft.write(idOf(by), index + 1, (doc) => appendBlocks(doc, { blocks: nodes }));
    const room = roomName({ kind: 'document', id: documentId });
    await createRoom(tx, { room, updates: draft.updates, now: at(steps[0]?.at ?? added) });
  }
  for (const [index, { to, by, at: when }] of steps.entries()) {
    const step = { chapterId, to, reason: '', seen: index + 1, userId: idOf(by), now: at(when) };
    must(title, await moveChapter(tx, step));
  }
  if (reminded) {
    const reminder = { chapterId, organisationId: idOf(reminded.city), reminderId: newId() };
    const by = { userId: idOf(reminded.by), now: at(reminded.at) };
    must(title, await claimCityReminder(tx, { ...reminder, ...by }));
  }
}
