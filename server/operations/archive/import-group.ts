import { Readable } from 'node:stream';
import { z } from 'zod';
import { findDeadRooms } from '#db/documents/trash/tombstones.ts';
import type { Db } from '#db/kernel/client.ts';
import type { ArchiveImport } from '#db/operations/archive/archive-import.ts';
import { ARCHIVE_TABLES, fieldsOf } from '#db/operations/archive/archive-rows.ts';
import { createRoom } from '#db/realtime/new-room.ts';
import { contentOf, fillBoard } from '#shared/boards/fill-board.ts';
import { findPassage, type Passage, passageOf } from '#shared/documents/comment/passage.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { archiveCommand as words } from '#shared/operations/archive/archive-command.fr.ts';
import type { ArchiveTableName } from '#shared/operations/archive/archive-tables.fr.ts';
import { ArchivedBlock } from '#shared/operations/archive/archived-block.ts';
import { ArchivedBoard, boardHere, peopleOf } from '#shared/operations/archive/archived-board.ts';
import type { ArchivedRow } from '#shared/operations/archive/archived-table.ts';
import { rowsSchema } from '#shared/operations/archive/read-rows.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import { natureOf } from '../../kernel/file/file-kind.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { headOf, storedType } from '../../kernel/file/stored-type.ts';
import { FIELD_VALUES, IMPORT_ORDER } from './import-values.ts';
import { ArchiveRefusal, type ReadArchive } from './read-archive.ts';

/** What stands elsewhere under another id: themes and organisations that are known here by their name. */
export type SameAs = Readonly<Record<string, ReadonlyMap<string, string>>>;

interface Importing {
  readonly tx: Db;
  readonly archive: ReadArchive;
  readonly into: ArchiveImport;
  readonly group: { readonly id: string; readonly folder: string };
  readonly sameAs: SameAs;
  /** « Nadia Perrin (Ville de Valmont) », by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly by: string;
  readonly now: Date;
  readonly store: FileStore;
  /** Bytes that were stored on the way, to be removed when the rest fails. */
  readonly stored: string[];
}

type Values = Record<string, unknown>;

/** Nobody has written in a new room, so any clientID is free. */
const FIRST_CLIENT = 1;
const EMPTY = new Uint8Array();

const Text = z.object({ content: z.object({ type: z.literal('doc'), content: z.array(ArchivedBlock) }) });

/** [OA7] Brings a group in: what of it is not here yet, under the ids that it has. Everything happens in the caller's transaction. */
export async function importGroup(importing: Importing): Promise<void> {
  const { tx, archive, into, group, now } = importing;
  const texts = new Map<string, RoomDraft>();
  for (const [name, owners] of IMPORT_ORDER) {
    let rows = await readRows(archive, `${group.folder}/donnees`, name, importing.sameAs);
    rows = rows.map((row) => ('groupId' in row ? { ...row, groupId: group.id } : row));
    if (name === 'groupe') rows = rows.filter(({ id }) => id === group.id);
    if (name === 'documents' || name === 'tableaux') {
      const kind = name === 'documents' ? 'document' : 'board';
      const dead = await findDeadRooms(
        tx,
        rows.map(({ id }) => roomName({ kind, id: String(id) })),
      );
      rows = rows.filter(({ id }) => !dead.has(roomName({ kind, id: String(id) })));
    }
    if (name === 'fils') rows = rows.map((row) => ({ ...row, ...placeOf(row, texts) }));
    if (name === 'commentaires') rows = await signed(importing, rows);
    if (name === 'presences') rows = await asGuests(importing, rows);
    if (name === 'fichiers' || name === 'ressources-versions') rows = await withBytes(importing, name, rows);
    await into.insert(name, rows.map(withoutPath), owners);
    if (name !== 'documents' && name !== 'tableaux') continue;
    for (const { id, path } of rows) {
      if (!into.hasMade(name, id) || typeof path !== 'string') continue;
      const draft =
        name === 'documents' ? await draftOfText(importing, path) : await draftOfBoard(importing, path);
      if (name === 'documents') texts.set(String(id), draft);
      const room = roomName({ kind: name === 'documents' ? 'document' : 'board', id: String(id) });
      await createRoom(tx, { room, updates: draft.updates, now });
    }
  }
}

/** The rows of a table, as the schema wants them, with the ids of what is known here under another. */
export async function readRows(
  archive: ReadArchive,
  folder: string,
  name: ArchiveTableName,
  sameAs: SameAs = {},
): Promise<ArchivedRow[]> {
  const table = ARCHIVE_TABLES.find((one) => one.name === name);
  const path = `${folder}/${name}.json`;
  if (!table || !archive.has(path)) return [];
  const fields = fieldsOf(table);
  const withPath = [...fields, { name: 'path', type: 'string', isRequired: false, refersTo: null } as const];
  const read = rowsSchema(withPath, FIELD_VALUES[name]).safeParse(await archive.json(path));
  if (!read.success) throw new ArchiveRefusal('strange');
  return read.data.map((row) => {
    const same: Values = { ...row };
    for (const { name: field, refersTo } of fields) {
      const other = refersTo && typeof row[field] === 'string' && sameAs[refersTo]?.get(row[field]);
      if (other) same[field] = other;
    }
    return same;
  });
}

function withoutPath({ path: _, ...row }: ArchivedRow): ArchivedRow {
  return row;
}

async function draftOfText({ archive, by }: Importing, path: string): Promise<RoomDraft> {
  const read = Text.safeParse(await archive.json(path));
  if (!read.success) throw new ArchiveRefusal('strange');
  const draft = new RoomDraft();
  draft.write(by, FIRST_CLIENT, (doc) => appendBlocks(doc, { blocks: read.data.content.content }));
  return draft;
}

async function draftOfBoard({ archive, into, by, now, sameAs }: Importing, path: string): Promise<RoomDraft> {
  const read = ArchivedBoard.safeParse(await archive.json(path));
  if (!read.success) throw new ArchiveRefusal('strange');
  const board = boardHere(read.data, {
    people: await into.people(peopleOf(read.data)),
    organisation: (id) => sameAs.organisations?.get(id) ?? id,
  });
  const draft = new RoomDraft();
  try {
    draft.write(by, FIRST_CLIENT, (doc) =>
      fillBoard(doc, contentOf(board), { createdAt: now, createdBy: by }),
    );
  } catch {
    throw new ArchiveRefusal('strange');
  }
  return draft;
}

/** Where a passage is in the text that came in, found by its words; nowhere, and its words stay. */
function placeOf(
  { documentId, quote, before, after }: ArchivedRow,
  texts: ReadonlyMap<string, RoomDraft>,
): Values {
  const draft = texts.get(String(documentId));
  const nowhere = { startAt: EMPTY, endAt: EMPTY, seq: draft ? draft.updates.length : 0 };
  if (!draft || quote === '') return nowhere;
  const passage = { start: EMPTY, end: EMPTY, quote, before, after } as Passage;
  return draft.read((doc) => {
    const [first, ...more] = findPassage(doc, passage)?.ranges ?? [];
    if (!first) return nowhere;
    const { start, end } = passageOf([first, ...more]);
    return { ...nowhere, startAt: start, endAt: end };
  });
}

/** [OA7] Who has no account here is said in the words of the comment. */
async function signed({ into, names }: Importing, rows: readonly ArchivedRow[]): Promise<ArchivedRow[]> {
  const here = await into.people(rows.map(({ authorId }) => String(authorId)));
  return rows.map((row) => {
    const name = here.has(String(row.authorId)) ? undefined : names.get(String(row.authorId));
    return name ? { ...row, body: words.said(name, String(row.body)) } : row;
  });
}

/** [OA7] Who was there and has no account here was there as a guest. */
async function asGuests({ into, names }: Importing, rows: readonly ArchivedRow[]): Promise<ArchivedRow[]> {
  const here = await into.people(rows.map(({ userId }) => String(userId)));
  return rows.map((row) =>
    row.userId === null || here.has(String(row.userId))
      ? row
      : { ...row, userId: null, guestName: names.get(String(row.userId)) ?? words.somebody },
  );
}

/** The ids of the files that what was made shows: others are of what is here already, and stay out with it. */
async function shownFiles({ archive, into, group }: Importing): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (const [name, field, of] of SHOWING)
    for (const row of await readRows(archive, `${group.folder}/donnees`, name))
      if (into.hasMade(of, row[field])) shown.add(String(row.fileId));
  return shown;
}

const SHOWING = [
  ['fichiers-documents', 'documentId', 'documents'],
  ['fichiers-tableaux', 'boardId', 'tableaux'],
  ['jeux-fichiers', 'datasetId', 'jeux'],
] as const;

/** The rows of files whose bytes are in the archive, stored under keys of ours; what they are, their bytes say. */
async function withBytes(
  importing: Importing,
  name: 'fichiers' | 'ressources-versions',
  rows: readonly ArchivedRow[],
): Promise<ArchivedRow[]> {
  const { archive, into, group, store, stored } = importing;
  const ids = rows.map(({ id }) => String(id));
  const there = await into.known(name, ids);
  const shown = name === 'fichiers' ? await shownFiles(importing) : null;
  const fresh = rows.filter(
    ({ id, resourceId }) =>
      !there.has(String(id)) && (shown ? shown.has(String(id)) : into.hasMade('ressources', resourceId)),
  );
  const whole = fresh.filter(({ path }) => typeof path === 'string');
  into.count(name, { made: 0, known: rows.length - fresh.length, left: fresh.length - whole.length });
  const kept: ArchivedRow[] = [];
  for (const row of whole) {
    if (!archive.has(String(row.path))) throw new ArchiveRefusal('strange');
    const storageKey = `${group.id}/${String(row.id)}`;
    stored.push(storageKey);
    const bytes = Readable.toWeb(await archive.stream(String(row.path)));
    await store.putStream(storageKey, bytes as unknown as ReadableStream<Uint8Array>);
    const type = await storedType(store, storageKey);
    const { kind, contentType } = natureOf(type, await headOf(store, storageKey), String(row.name));
    const isPicture = type === 'image/png' || type === 'image/jpeg';
    kept.push(
      shown
        ? { ...row, storageKey, contentType, ...(!isPicture && { width: null, height: null }) }
        : { ...row, storageKey, kind, contentType, sha256: archive.sumOf(String(row.path)), scan: 'waiting' },
    );
  }
  return kept;
}
