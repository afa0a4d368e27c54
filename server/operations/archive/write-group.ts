import type { Db } from '#db/kernel/client.ts';
import { type ArchivePart, readNamed, type StoredBytes } from '#db/operations/archive/archive-rows.ts';
import type { Board } from '#shared/boards/board.ts';
import { membersOf } from '#shared/boards/card/property/card-properties.ts';
import { boardTable } from '#shared/boards/exchange/board-table.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { writeBoardFile } from '#shared/boards/exchange/write-board-file.ts';
import {
  type ArchivedRow,
  type ArchivedTable,
  idsTo,
  withField,
} from '#shared/operations/archive/archived-table.ts';
import { openArchive } from '#shared/operations/archive/open-archive.fr.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Conversions } from '../../documents/conversion/conversions.ts';
import { fileNameOf } from '../../documents/conversion/file-name.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { ArchivePackage } from './archive-package.ts';

const words = openArchive.inside;
/** An account has one archive made at a time: what it takes waits however much else waits. */
const PATIENT = { isPatient: true } as const;

/** The live things that an archive is made from. */
export interface ArchiveSources {
  readonly db: Db;
  readonly store: Pick<FileStore, 'read'>;
  readonly rooms: Pick<Rooms, 'read'>;
  readonly conversions: Pick<Conversions, 'exportDocument'>;
  readonly origin: string;
  readonly now: () => Date;
}

/** What a group leaves in an archive, and what could not be brought. */
export interface WrittenGroup {
  readonly lost: readonly string[];
  /** Ids of the people and of the organisations that it names. */
  readonly people: readonly string[];
  readonly organisations: readonly string[];
}

interface Writing {
  readonly archive: ArchivePackage;
  readonly folder: string;
  readonly prefix: string;
  readonly part: ArchivePart;
  readonly userId: string;
  /** Told after each step; false ends the work. */
  readonly step: () => Promise<boolean>;
}

/** How many steps a group takes. */
export function stepsOf({ tables, files, versions }: ArchivePart): number {
  return (
    rowsOf(tables, 'documents').length +
    rowsOf(tables, 'tableaux').length +
    files.length +
    versions.length +
    1
  );
}

/** A path of an archive still fits in what Windows takes. */
const NAME_MAX = 60;
const short = (title: string) => fileNameOf([...title].slice(0, NAME_MAX).join(''));

/** [OA2] Everything of a group, one thing after the other: nothing is kept whole in memory but its tables. Null when it is no longer wanted. */
export async function writeGroup(sources: ArchiveSources, writing: Writing): Promise<WrittenGroup | null> {
  const { archive, folder, prefix, part, step } = writing;
  const lost: string[] = [];
  const people = part.tables.flatMap((table) => idsTo(table, 'personnes'));
  const organisations = part.tables.flatMap((table) => idsTo(table, 'organisations'));
  const paths = new Map<string, string>();

  for (const { id, title } of rowsOf(part.tables, 'documents')) {
    const { path, isWhole } = await writeDocument(sources, writing, { id: String(id), title: String(title) });
    if (!isWhole) lost.push(String(title));
    if (path) paths.set(String(id), path);
    if (!(await step())) return null;
  }
  for (const { id, title } of rowsOf(part.tables, 'tableaux')) {
    const asking = { by: { account: writing.userId }, ...PATIENT };
    const room = roomName({ kind: 'board', id: String(id) });
    const { value } = await sources.rooms.read(room, 'wholeBoard', asking);
    const cards = [...value.columns.flatMap((column) => column.cards), ...value.archived];
    const named = {
      people: [...membersOf(cards, 'people'), ...cards.flatMap(({ createdBy }) => createdBy || [])],
      organisationIds: membersOf(cards, 'organisations'),
    };
    people.push(...named.people);
    organisations.push(...named.organisationIds);
    const names = await readNamed(sources.db, named);
    paths.set(String(id), await writeBoard(writing, { board: value, title: String(title), names }));
    if (!(await step())) return null;
  }
  const titles = new Map(rowsOf(part.tables, 'ressources').map(({ id, title }) => [id, String(title)]));
  const versions = new Map(rowsOf(part.tables, 'ressources-versions').map((row) => [row.id, row]));
  const placed: readonly (readonly [StoredBytes, string])[] = [
    ...part.files.map((file) => [file, `${folder}/${words.files}/${short(file.name)}`] as const),
    ...part.versions.map((file) => {
      const { resourceId, number } = versions.get(file.id) ?? {};
      const of = short(titles.get(resourceId) ?? '');
      return [file, `${folder}/${words.resources}/${of}/${Number(number)} - ${short(file.name)}`] as const;
    }),
  ];
  for (const [{ id, name, storageKey }, wanted] of placed) {
    const body = await sources.store.read(storageKey);
    if (body) {
      const path = archive.names.free(wanted);
      await archive.stream(path, body, { title: name });
      paths.set(id, path);
    } else lost.push(name);
    if (!(await step())) return null;
  }

  const pathOf = ({ id }: ArchivedRow) => paths.get(String(id)) ?? null;
  const field = { name: 'path', type: 'string', isRequired: false, refersTo: null } as const;
  const WITH_PATH = new Set<string>(['documents', 'tableaux', 'fichiers', 'ressources-versions']);
  for (const table of part.tables)
    await archive.table(
      `${folder}/${words.tables}`,
      prefix,
      WITH_PATH.has(table.name) ? withField(table, field, pathOf) : table,
    );
  return (await step()) ? { lost, people, organisations } : null;
}

const FORMATS = ['html', 'md', 'json'] as const;

/** A document to be read (HTML, Markdown) and to be taken over (JSON): where the latter is, and whether all were made. */
async function writeDocument(
  { conversions }: ArchiveSources,
  { archive, folder, userId }: Writing,
  { id, title }: { id: string; title: string },
): Promise<{ path: string | null; isWhole: boolean }> {
  const path = archive.names
    .free(`${folder}/${words.documents}/${short(title)}`, 'json')
    .replace(/\.json$/, '');
  const made = new Set<string>();
  for (const format of FORMATS) {
    const written = await conversions.exportDocument(
      { documentId: id, userId, format, withComments: true },
      PATIENT,
    );
    if (!written.ok) continue;
    const [mediatype = ''] = written.value.contentType.split(';');
    await archive.add(`${path}.${format}`, written.value.bytes, { title, mediatype });
    made.add(format);
  }
  return { path: made.has('json') ? `${path}.json` : null, isWhole: made.size === FORMATS.length };
}

async function writeBoard(
  { archive, folder }: Writing,
  { board, title, names }: { board: Board; title: string; names: readonly ArchivedTable[] },
): Promise<string> {
  const path = archive.names.free(`${folder}/${words.boards}/${short(title)}`, 'json').replace(/\.json$/, '');
  const nameIn = (table: ArchivedTable['name']) => {
    const known = new Map(rowsOf(names, table).map((row) => [row.id, String(row.name)]));
    return (id: string) => known.get(id) ?? null;
  };
  const file = writeBoardFile(board, title, {
    person: nameIn('personnes'),
    organisation: nameIn('organisations'),
    // The JSON beside it has these; a table has no place for them.
    object: () => null,
    comments: () => [],
  });
  await archive.add(`${path}.csv`, csvText(boardTable(file), 'tableur'), { title });
  await archive.add(`${path}.json`, `${JSON.stringify({ title, ...board }, null, 1)}\n`, { title });
  return `${path}.json`;
}

/** The rows of one table of a part. */
export function rowsOf(
  tables: readonly ArchivedTable[],
  name: ArchivedTable['name'],
): readonly ArchivedRow[] {
  return tables.find((table) => table.name === name)?.rows ?? [];
}
