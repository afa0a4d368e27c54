import { MAIN_LIST } from '#shared/boards/board.ts';
import { type ProjectedCard, projectBoard } from '#shared/boards/board-projection.ts';
import { NO_PROPERTIES } from '#shared/boards/card/property/card-properties.ts';
import { type BoardContent, fillBoard } from '#shared/boards/fill-board.ts';
import { anewOutcomes } from '#shared/documents/outcome/outcome-copies.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import { boards } from '../boards/schema.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { recordActivity } from '../people/activity/activities.ts';
import { createRoom } from '../realtime/new-room.ts';
import type { ProjectedState } from '../realtime/projections.ts';
import type { DemoBoard } from './demo/demo-board.ts';
import type { DemoDocument } from './demo/demo-document.ts';
import type { DemoWorld } from './demo-world.ts';
import { writeActionCards } from './install/outcomes.ts';
import { installPlace } from './install/place.ts';
import { type InstalledTexts, installQuotes } from './install/quotes.ts';
import { installThreads } from './install/threads.ts';

/** A document with its text, each section written by its author, so that attribution tells who wrote what. */
export async function installDocument(
  tx: Tx,
  world: DemoWorld,
  document: DemoDocument,
  texts: InstalledTexts,
): Promise<void> {
  const { idOf, newId, at } = world;
  const id = idOf(`document ${document.key}`);
  const groupId = idOf(`group ${document.group}`);
  const createdBy = idOf(document.authors[0] ?? document.sections[0]?.by ?? '');
  const createdAt = at(document.createdAt);
  await tx
    .insert(documents)
    .values({ id, groupId, title: document.title, createdBy, createdAt, updatedAt: createdAt });
  await recordActivity(tx, {
    id: newId(),
    groupId,
    actorId: createdBy,
    verb: 'document.created',
    objectId: id,
    title: document.title,
    now: createdAt,
  });
  const draft = new RoomDraft();
  for (const [index, { by, nodes }] of document.sections.entries()) {
    draft.write(idOf(by), index + 1, (doc) => appendBlocks(doc, { blocks: anewOutcomes(nodes, newId) }));
  }
  texts.set(document.key, draft);
  await installQuotes(tx, world, { documentId: id, draft, quotes: document.quotes ?? [], texts });
  await createRoom(tx, {
    room: roomName({ kind: 'document', id }),
    updates: draft.updates,
    now: at(document.updatedAt),
  });
  const { threads = [] } = document;
  await installThreads(tx, world, { document: { id, groupId, title: document.title }, draft, threads });
  await installPlace(tx, world, document, { documentId: id, groupId, by: createdBy, draft });
}

/** When the last card of the story's boards moved. */
const LAST_MOVE = '2023-03-13T17:05:00+01:00';

/** Keys of columns and labels are those of one board only, so they become ids of their own. */
function contentOf(
  { key, columns, labels, cards }: DemoBoard,
  { idOf, newId, day }: DemoWorld,
): BoardContent {
  const local = (name: string) => idOf(`${key} ${name}`);
  const colours = ['spruce', 'ochre', 'moss', 'plum', 'blue'] as const;
  return {
    columns: columns.map((column, index) => ({
      id: local(column.key),
      name: column.name,
      ...(column.limit ? { limit: column.limit } : {}),
      // The last column is where finished things go.
      ...(index === columns.length - 1 ? { done: true } : {}),
    })),
    labels: labels.map((label, index) => ({
      id: local(label.key),
      name: label.name,
      colour: colours[index % colours.length] ?? 'spruce',
    })),
    cards: cards.map((card) => ({
      ...NO_PROPERTIES,
      id: newId(),
      columnId: local(card.column),
      title: card.title,
      description: card.description,
      labels: card.labels.map(local),
      organisations: card.organisation ? [idOf(card.organisation)] : [],
      assignees: card.people.map(idOf),
      start: card.start ? day(card.start) : null,
      due: card.due ? day(card.due) : null,
      checklists: [
        { id: MAIN_LIST, name: '', items: card.checklist.map((item) => ({ ...item, id: newId() })) },
      ],
    })),
  };
}

/** What the tables say of a board of the story, to be kept once it is there, as of the day that its last card moved [HV5]. */
export interface InstalledBoard {
  readonly state: ProjectedState;
  readonly cards: readonly ProjectedCard[];
  readonly movedAt: Date;
}

/** A board with its columns and cards. */
export async function installBoard(
  tx: Db,
  world: DemoWorld,
  board: DemoBoard,
  actions: { documents: readonly DemoDocument[]; texts: InstalledTexts },
): Promise<InstalledBoard> {
  const { idOf, newId, at } = world;
  const id = idOf(`board ${board.key}`);
  const groupId = idOf(`group ${board.group}`);
  const createdBy = idOf(board.createdBy);
  const createdAt = at(board.createdAt);
  await tx
    .insert(boards)
    .values({ id, groupId, title: board.title, createdBy, createdAt, updatedAt: createdAt });
  await recordActivity(tx, {
    id: newId(),
    groupId,
    actorId: createdBy,
    verb: 'board.created',
    objectId: id,
    title: board.title,
    now: createdAt,
  });
  const draft = new RoomDraft();
  draft.write(createdBy, 1, (doc) => fillBoard(doc, contentOf(board, world), { createdAt, createdBy }));
  writeActionCards(draft, world, actions);
  const room = roomName({ kind: 'board', id });
  const movedAt = at(LAST_MOVE);
  await createRoom(tx, { room, updates: draft.updates, now: movedAt });
  return { state: { room, id, seq: draft.updates.length }, cards: draft.read(projectBoard), movedAt };
}
