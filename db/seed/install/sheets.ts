import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import type { Result } from '#shared/kernel/result.ts';
import { publicAddress, publicState } from '#shared/publication/public-document/publication.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Db } from '../../kernel/client.ts';
import { moveSheet } from '../../publication/sheet/use-case-sheet-states.ts';
import { createSheet, editSheet } from '../../publication/sheet/use-case-sheets.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { listWriters } from '../../realtime/writers.ts';
import { type DemoSheet, demoSheets } from '../demo/sheets.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installVisas } from './visas.ts';

const DAY_MS = 86_400_000;

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

/** Keeps the sheets of the demonstration, published by the same gestures as people. */
export async function installSheets(tx: Db, world: DemoWorld, now: Date): Promise<void> {
  for (const sheet of demoSheets) await installSheet(tx, world, sheet, now);
}

async function installSheet(
  tx: Db,
  world: DemoWorld,
  { experiment, group, by, fields, blocks, days }: DemoSheet,
  now: Date,
): Promise<void> {
  const { idOf, newId } = world;
  const [made, reviewed, published] = days.map((count) => new Date(now.getTime() - count * DAY_MS));
  const [sheetId, documentId] = [newId(), newId()];
  const nadia = { userId: idOf(by), now: made ?? now };
  const claire = { userId: idOf('claire-oudin'), now: published ?? now };
  const given = { experimentId: idOf(`experiment ${experiment}`), groupId: idOf(`group ${group}`), newId };
  const { title } = must(experiment, await createSheet(tx, { sheetId, documentId, ...given, ...nadia }));
  const draft = new RoomDraft();
  draft.write(nadia.userId, 1, (doc) => appendBlocks(doc, { blocks }));
  const room = roomName({ kind: 'document', id: documentId });
  await createRoom(tx, { room, updates: draft.updates, now: nadia.now });
  must(title, await editSheet(tx, { sheetId, typed: fields, ...nadia }));
  const move = { sheetId, reason: '', newId };
  const toReview = { ...move, to: 'review' as const, seen: 1, userId: nadia.userId, now: reviewed ?? now };
  must(title, await moveSheet(tx, toReview));
  const address = publicAddress(title, newId());
  const { outline, ...read } = draft.read(readDocument);
  const writers = ((await listWriters(tx, [room])).get(room) ?? []).map(({ name }) => name);
  const state = publicState(read.blocks, address, new Map());
  const seq = draft.updates.length;
  const sha256 = await installVisas(tx, world, {
    sheetId,
    documentId,
    title,
    seq,
    blocks: draft.read(readBlocks),
    writer: { userId: nadia.userId, organisation: writers[0] ?? '' },
    askedAt: reviewed ?? now,
  });
  const text = { ...state, outline, address, writers, seq, sha256, title };
  must(title, await moveSheet(tx, { ...move, ...claire, to: 'published', seen: 2, text }));
}
