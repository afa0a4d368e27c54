import { findBoardForMember } from '#db/boards/boards.ts';
import type { Db } from '#db/kernel/client.ts';
import { listOwnFiles, listOwnRooms, readOwnData } from '#db/operations/personal-data/own-data.ts';
import { findPerson } from '#db/people/person/people.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { personalData } from '#shared/operations/personal-data/personal-data.fr.ts';
import { parseRoom } from '#shared/realtime/realtime.ts';
import { Names, openArchive } from '../../documents/conversion/archive.ts';
import type { Conversions } from '../../documents/conversion/conversions.ts';
import { fileNameOf } from '../../documents/conversion/file-name.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { type IndexedFile, ownDataCsv, ownDataIndex, tracesPath } from './own-data-index.ts';

const words = personalData.archive;
/** An account has one archive made at a time: what it takes waits however much else waits. */
const PATIENT = { isPatient: true } as const;

/** The live things that the archive of somebody's data is made from. */
export interface OwnDataSources {
  readonly db: Db;
  readonly store: Pick<FileStore, 'read'>;
  readonly rooms: Pick<Rooms, 'read'>;
  readonly conversions: Pick<Conversions, 'exportDocument'>;
  readonly now: () => Date;
}

interface Making {
  readonly userId: string;
  readonly send: (bytes: Uint8Array) => Promise<void>;
  /** Told after each step; false ends the work. */
  readonly tell: (done: number, total: number) => Promise<boolean>;
}

/**
 * [PD1] Everything that is known of one person, as one archive, handed over while it is made: the tables as CSV and all of them as
 * JSON, the texts and boards that they wrote in and may still read, the files that they sent, and a page in French that leads to
 * each. False when it was no longer wanted.
 */
export async function writeOwnData(
  { db, store, rooms, conversions, now }: OwnDataSources,
  { userId, send, tell }: Making,
): Promise<boolean> {
  const at = now();
  const person = await findPerson(db, userId);
  if (!person) return false;
  const data = await readOwnData(db, { userId });
  const [files, written] = [await listOwnFiles(db, { userId }), await listOwnRooms(db, { userId })];
  const archive = openArchive(send, at);
  const names = new Names();
  const total = 1 + files.length + written.length;
  const text = (name: string, content: string) => archive.add(names.free(name), Buffer.from(content));

  const tables: (IndexedFile & { rows: number })[] = [];
  for (const { name, rows } of data.tables) {
    const path = `${words.tablesFolder}/${name}.csv`;
    const columns = Object.keys(rows[0] ?? {});
    await text(
      path,
      ownDataCsv(
        columns,
        rows.map((row) => columns.map((column) => row[column])),
      ),
    );
    tables.push({ path, title: personalData.tables[name] ?? name, rows: rows.length });
  }
  const traces = data.traces.map(({ table, column, row }) => [table, column, row]);
  await text(tracesPath(), ownDataCsv(words.traceColumns, traces));
  let done = 1;
  if (!(await tell(done, total))) return false;

  const sent: IndexedFile[] = [];
  for (const { name, storageKey } of files) {
    const body = await store.read(storageKey);
    if (body) {
      const path = names.free(`${words.filesFolder}/${fileNameOf(name)}`);
      await archive.stream(path, body);
      sent.push({ path, title: name });
    }
    if (!(await tell(++done, total))) return false;
  }

  const [texts, boards]: [IndexedFile[], IndexedFile[]] = [[], []];
  let missing = 0;
  for (const name of written) {
    const room = parseRoom(name);
    if (room?.kind === 'document') {
      const asked = { documentId: room.id, userId, withComments: false, isOwnData: true };
      const made = await conversions.exportDocument({ ...asked, format: 'html' }, PATIENT);
      const exact = made.ok ? await conversions.exportDocument({ ...asked, format: 'json' }, PATIENT) : null;
      if (made.ok && exact?.ok) {
        const path = names.free(`${words.documentsFolder}/${made.value.name}`);
        await archive.add(path, made.value.bytes);
        await archive.add(names.free(`${words.documentsFolder}/${exact.value.name}`), exact.value.bytes);
        texts.push({ path, title: made.value.name.replace(/\.html$/, '') });
      } else missing++;
    }
    if (room?.kind === 'board') {
      const board = await findBoardForMember(db, { boardId: room.id, userId, now: at });
      if (board) {
        const { value } = await rooms.read(name, 'board', { by: { account: userId }, ...PATIENT });
        const path = names.free(`${words.boardsFolder}/${fileNameOf(board.title)}`, 'json');
        await archive.add(path, Buffer.from(JSON.stringify(value, null, 2)));
        boards.push({ path, title: board.title });
      } else missing++;
    }
    if (!(await tell(++done, total))) return false;
  }

  await text(words.data, JSON.stringify({ madeAt: at.toISOString(), ...data }, null, 2));
  const moment = parisWall(at).replace('T', ' à ').replace(':', ' h ');
  const index = ownDataIndex({
    person: person.name,
    moment,
    data,
    tables,
    texts,
    boards,
    files: sent,
    missing,
  });
  await text(words.index, index);
  await archive.end();
  return true;
}
