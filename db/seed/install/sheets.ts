import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import type { Result } from '#shared/kernel/result.ts';
import { publicAddress, publicState } from '#shared/publication/public-document/publication.ts';
import { parseSheetFields } from '#shared/publication/sheet/use-case-sheet.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { moveSheet, type SheetMove } from '../../publication/sheet/use-case-sheet-states.ts';
import { createSheet, editSheet, holdSheet } from '../../publication/sheet/use-case-sheets.ts';
import { listWriters } from '../../realtime/writers.ts';
import type { DemoSheet } from '../demo/demo-sheet.ts';
import { demoPeople, type PersonKey } from '../demo/people.ts';
import { demoSheets } from '../demo/sheets.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installVisas } from './visas.ts';

const DAY_MS = 86_400_000;

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

/** Keeps the sheets of the demonstration, published by the same gestures as people. */
export async function installSheets(tx: Tx, world: DemoWorld, now: Date): Promise<void> {
  for (const sheet of demoSheets) await installSheet(tx, world, sheet, now);
}

/** The city that somebody signs for. */
const cityOf = (person: PersonKey) => demoPeople.find(({ key }) => key === person)?.organisation ?? '';

async function installSheet(
  tx: Tx,
  world: DemoWorld,
  { experiment, group, by, fields, blocks, days }: DemoSheet,
  now: Date,
): Promise<void> {
  const { idOf, newId } = world;
  const [made, reviewed, published] = days.map((count) => new Date(now.getTime() - count * DAY_MS));
  const [sheetId, documentId] = [newId(), newId()];
  const author = { userId: idOf(by), now: made ?? now };
  const claire = { userId: idOf('claire-oudin'), now: published ?? now };
  const given = { experimentId: idOf(`experiment ${experiment}`), groupId: idOf(`group ${group}`), newId };
  const draft = new RoomDraft();
  draft.write(author.userId, 1, (doc) => appendBlocks(doc, { blocks }));
  const { updates } = draft;
  const sheetOf = { sheetId, documentId, ...given, updates };
  const { title } = must(experiment, await createSheet(tx, { ...sheetOf, ...author }));
  const room = roomName({ kind: 'document', id: documentId });
  await editSheet(tx, { sheetId, fields: must(title, parseSheetFields(fields)) });
  const move = async (change: Pick<SheetMove, 'to' | 'seen' | 'text' | 'userId' | 'now'>) => {
    const sheet = await holdSheet(tx, { sheetId, ...change });
    if (!sheet) throw new Error(`${title}: nobody sees its sheet`);
    must(title, await moveSheet(tx, { sheet, reason: '', newId, ...change }));
  };
  await move({ ...author, now: reviewed ?? now, to: 'review', seen: 1, text: null });
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
    writer: { userId: author.userId, organisation: writers[0] ?? '' },
    cities: [{ by: author.userId, organisationId: idOf(cityOf(by)) }],
    askedAt: reviewed ?? now,
  });
  const text = { ...state, outline, address, writers, seq, sha256, title };
  await move({ ...claire, to: 'published', seen: 2, text });
}
