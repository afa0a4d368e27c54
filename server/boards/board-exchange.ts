import { findBoardForMember } from '#db/boards/boards.ts';
import { recordTextExport } from '#db/kernel/audit/audit-refusals.ts';
import type { Db } from '#db/kernel/client.ts';
import { findGroupForMember, listGroupPeople } from '#db/people/group/groups.ts';
import type { BoardFile } from '#shared/boards/exchange/board-file.ts';
import { boardTable } from '#shared/boards/exchange/board-table.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { fillImported } from '#shared/boards/exchange/fill-imported.ts';
import { type ImportContent, importContent } from '#shared/boards/exchange/import-content.ts';
import type { Loss } from '#shared/boards/exchange/import-report.ts';
import { writeBoardFile } from '#shared/boards/exchange/write-board-file.ts';
import type { AccessError, BoardImportError, TitleError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { fr } from '#shared/words.fr.ts';
import { attachmentHeader, fileNameOf } from '../documents/conversion/file-name.ts';
import type { Rooms } from '../realtime/rooms.ts';
import { type BoardUpload, readBoardUpload } from './board-upload.ts';
import { makeBoard } from './make-board.ts';

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
  readonly content: ImportContent;
  /** The same board as JSON, to be sent back when it is confirmed. */
  readonly file: BoardFile;
  readonly losses: readonly Loss[];
}

interface InGroup {
  readonly groupId: string;
  readonly userId: string;
}

type ImportRefusal = AccessError | BoardImportError;

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
  ): Promise<Result<{ id: string; title: string; losses: readonly Loss[] }, ImportRefusal | TitleError>>;
}

interface BoardExchangeOptions {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'tellMade'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createBoardExchange({ db, rooms, now, newId }: BoardExchangeOptions): BoardExchange {
  /** The people of a group, and their organisations, each once. */
  async function knownIn(groupId: string) {
    const people = await listGroupPeople(db, { groupId, now: now() });
    const organisations = new Map(
      people.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation]] : [])),
    );
    return { people, organisations: [...organisations.values()] };
  }

  async function fileOf(boardId: string, userId: string): Promise<Result<BoardFile, 'access.notFound'>> {
    const board = await findBoardForMember(db, { boardId, userId, now: now() });
    if (!board || !canInGroup(board.group.role, 'board.read')) return fail('access.notFound');
    const { people, organisations } = await knownIn(board.group.id);
    const nameIn = (named: readonly { id: string; name: string }[]) => (id: string) =>
      named.find((one) => one.id === id)?.name ?? null;
    const { value } = await rooms.read(roomName({ kind: 'board', id: boardId }), 'board');
    const names = { person: nameIn(people), organisation: nameIn(organisations) };
    return ok(writeBoardFile(value, board.title, names));
  }

  async function preview(
    { groupId, userId }: InGroup,
    upload: BoardUpload,
  ): Promise<Result<BoardPreview, ImportRefusal>> {
    const group = await findGroupForMember(db, { groupId, userId, now: now() });
    if (!group) return fail('access.notFound');
    if (!canInGroup(group.role, 'board.create')) return fail('access.forbidden');
    const read = readBoardUpload(upload);
    if (!read.ok) return read;
    const content = importContent(read.value.file, { ...(await knownIn(groupId)), newId });
    if (!content.ok) return content;
    const { file, losses } = read.value;
    return ok({
      title: file.title.trim().slice(0, TITLE_MAX) || fr.boardExchange.untitled,
      content: content.value,
      file,
      losses: [...losses, ...content.value.losses],
    });
  }

  return {
    read: ({ boardId, userId }) => fileOf(boardId, userId),
    preview,
    async export({ boardId, userId, format }) {
      const read = await fileOf(boardId, userId);
      if (!read.ok) return read;
      const { title } = read.value;
      await recordTextExport(db, { userId, of: 'board', id: boardId, name: title, format, now: now() });
      const name = fileNameOf(title);
      if (format === 'json') {
        const body = `${JSON.stringify(read.value, null, 2)}\n`;
        return ok({
          body,
          contentType: 'application/json; charset=utf-8',
          disposition: attachmentHeader(`${name}.json`),
        });
      }
      const body = csvText(boardTable(read.value), format);
      return ok({
        body,
        contentType: 'text/csv; charset=utf-8',
        disposition: attachmentHeader(`${name}.csv`),
      });
    },
    async import(into, upload, title) {
      const made = await preview(into, upload);
      if (!made.ok) return made;
      const { content, losses } = made.value;
      const { groupId, userId: by } = into;
      const created = await makeBoard(
        { db, rooms, now, newId },
        {
          groupId,
          by,
          title: title ?? made.value.title,
          start: (doc) => fillImported(doc, content, { createdAt: now(), createdBy: by }),
        },
      );
      return created.ok ? ok({ ...created.value, losses }) : created;
    },
  };
}
