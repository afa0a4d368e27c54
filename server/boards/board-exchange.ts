import { findBoardForMember } from '#db/boards/boards.ts';
import { listBoardComments } from '#db/boards/card/card-comments.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { recordTextExport } from '#db/kernel/audit/audit-refusals.ts';
import type { Db } from '#db/kernel/client.ts';
import { findGroupForMember, listGroupPeople } from '#db/people/group/groups.ts';
import type { Board } from '#shared/boards/board.ts';
import { type BoardFile, IMPORT_LIMITS } from '#shared/boards/exchange/board-file.ts';
import { boardTable } from '#shared/boards/exchange/board-table.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { importContent } from '#shared/boards/exchange/import-content.ts';
import type { Loss } from '#shared/boards/exchange/import-report.ts';
import { writeBoardFile } from '#shared/boards/exchange/write-board-file.ts';
import type { BoardContent } from '#shared/boards/fill-board.ts';
import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import type { AccessError, BoardImportError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { fr } from '#shared/words.fr.ts';
import { attachmentHeader, fileNameOf } from '../documents/conversion/file-name.ts';
import { inNameOf } from '../kernel/lane/lane.ts';
import type { Operations, RefusalOf } from '../kernel/operations.ts';
import { answering, type ReadyWrite, writeReady } from '../kernel/ready-write.ts';
import type { Rooms } from '../realtime/rooms.ts';
import type { boardOperations } from './board-operations.ts';
import { type BoardUpload, readBoardUpload } from './board-upload.ts';

export const BOARD_FORMATS = ['tableur', 'csv', 'json'] as const;
export type BoardFormat = (typeof BOARD_FORMATS)[number];

/** A file as it is sent. */
export interface BoardExport {
  readonly body: string;
  readonly contentType: string;
  readonly disposition: string;
}

/** What would be made of a file: nothing is, until it is confirmed. */
export interface BoardPreview {
  readonly title: string;
  readonly content: BoardContent;
  /** The same board as JSON, to be sent back when it is confirmed. */
  readonly file: BoardFile;
  readonly losses: readonly Loss[];
}

interface InGroup {
  readonly groupId: string;
  readonly userId: string;
}

type ImportRefusal = AccessError | BoardImportError;
type MakingRefusal = RefusalOf<(typeof boardOperations)['board.create']>;

/** Boards that leave as files, and files that become boards. */
export interface BoardExchange {
  /** [B70] Refuses 'access.notFound'. */
  export(asked: {
    boardId: string;
    userId: string;
    format: BoardFormat;
  }): Promise<Result<BoardExport, 'access.notFound'>>;
  /** The board for reading on paper: as `export` sees it. Refuses 'access.notFound'. */
  read(asked: { boardId: string; userId: string }): Promise<Result<BoardFile, 'access.notFound'>>;
  /** [B71] Makes nothing. Refuses what the file is, and whoever may not make boards in this group. */
  preview(into: InGroup, upload: BoardUpload): Promise<Result<BoardPreview, ImportRefusal>>;
  /** [B71] Makes the board of the file, under its own title unless another is given; or nothing. */
  import(
    into: InGroup,
    upload: BoardUpload,
    title?: string,
  ): Promise<Result<ImportedBoard, ImportRefusal | MakingRefusal>>;
  /** The same up to its transaction. */
  prepareImport(
    into: InGroup,
    upload: BoardUpload,
    title?: string,
  ): Promise<Result<ReadyWrite<ImportedBoard, MakingRefusal>, ImportRefusal | MakingRefusal>>;
}

interface ImportedBoard {
  readonly id: string;
  readonly title: string;
  readonly losses: readonly Loss[];
}

interface BoardExchangeOptions {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read'>;
  readonly operations: Operations<typeof boardOperations>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createBoardExchange(options: BoardExchangeOptions): BoardExchange {
  const { db, operations, now, newId } = options;
  const { knownIn, namesOf, fileOf } = boardReader(options);

  async function preview(
    { groupId, userId }: InGroup,
    upload: BoardUpload,
  ): Promise<Result<BoardPreview, ImportRefusal>> {
    const group = await findGroupForMember(db, { groupId, userId, now: now() });
    if (!group) return fail('access.notFound');
    if (!canInGroup(group.role, 'board.create')) return fail('access.forbidden');
    const read = readBoardUpload(upload);
    if (!read.ok) return read;
    const { cards } = read.value.file;
    const readable = await namesOf(
      cards.flatMap(({ links }) => links.map(({ key }) => key)),
      userId,
    );
    const isReadable = (key: string) => Object.hasOwn(readable, key);
    const content = importContent(read.value.file, { ...(await knownIn(group.id)), isReadable, newId });
    if (!content.ok) return content;
    const { file, losses } = read.value;
    return ok({
      title: file.title.trim().slice(0, TITLE_MAX) || fr.boardExchange.untitled,
      content: content.value.content,
      file,
      losses: [...losses, ...content.value.losses],
    });
  }

  const prepareImport: BoardExchange['prepareImport'] = async (into, upload, title) => {
    const found = await preview(into, upload);
    if (!found.ok) return found;
    const { content, losses } = found.value;
    const { groupId, userId: by } = into;
    const ready = await operations.ready(
      'board.create',
      { userId: by },
      { groupId, title: title ?? found.value.title, start: content },
    );
    return ready.ok ? ok(answering(ready.value, (made) => ({ ...made, losses }))) : ready;
  };

  return {
    prepareImport,
    read: ({ boardId, userId }) => fileOf(boardId, userId),
    preview,
    import: async (into, upload, title) => writeReady(db, await prepareImport(into, upload, title)),
    async export({ boardId, userId, format }) {
      const read = await fileOf(boardId, userId);
      if (!read.ok) return read;
      const { title } = read.value;
      await recordTextExport(db, { userId, of: 'board', id: boardId, name: title, format, now: now() });
      return ok(writeExport(read.value, format));
    },
  };
}

function writeExport(file: BoardFile, format: BoardFormat): BoardExport {
  const name = fileNameOf(file.title);
  if (format === 'json')
    return {
      body: `${JSON.stringify(file, null, 2)}\n`,
      contentType: 'application/json; charset=utf-8',
      disposition: attachmentHeader(`${name}.json`),
    };
  return {
    body: csvText(boardTable(file), format),
    contentType: 'text/csv; charset=utf-8',
    disposition: attachmentHeader(`${name}.csv`),
  };
}

function linksOf({ columns, archived }: Board): string[] {
  return [...columns.flatMap(({ cards }) => cards), ...archived].flatMap(({ links }) => links);
}

/** What a file says and what a group knows, for one person. */
function boardReader({ db, rooms, now }: Pick<BoardExchangeOptions, 'db' | 'rooms' | 'now'>) {
  /** The people of a group, and their organisations, each once. */
  async function knownIn(groupId: Readable<'group'>) {
    const people = await listGroupPeople(db, { groupId, now: now() });
    const organisations = new Map(
      people.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation]] : [])),
    );
    return { people, organisations: [...organisations.values()] };
  }

  /** [B74] What these keys are called, those that this person may read. */
  function namesOf(keys: readonly string[], userId: string) {
    const asked = [...new Set(keys)].slice(0, IMPORT_LIMITS.relations);
    return findObjectNames(db, {
      refs: asked.flatMap((key) => parseObjectKey(key) ?? []),
      userId,
      now: now(),
    });
  }

  async function fileOf(boardId: string, userId: string): Promise<Result<BoardFile, 'access.notFound'>> {
    const board = await findBoardForMember(db, { boardId, userId, now: now() });
    if (!board || !canInGroup(board.group.role, 'board.read')) return fail('access.notFound');
    const { people, organisations } = await knownIn(board.group.id);
    const nameIn = (named: readonly { id: string; name: string }[]) => (id: string) =>
      named.find((one) => one.id === id)?.name ?? null;
    const { value } = await rooms.read(roomName({ kind: 'board', id: boardId }), 'board', inNameOf(userId));
    const objects = await namesOf(linksOf(value), userId);
    const comments = Map.groupBy(await listBoardComments(db, { boardId: board.id }), ({ cardId }) => cardId);
    const names = {
      person: nameIn(people),
      organisation: nameIn(organisations),
      object: (key: string) => objects[key]?.name ?? null,
      comments: (cardId: string) => (comments.get(cardId) ?? []).map(({ comment }) => comment),
    };
    return ok(writeBoardFile(value, board.title, names));
  }

  return { knownIn, namesOf, fileOf };
}
