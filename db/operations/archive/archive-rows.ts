import { asc, getTableColumns, getTableName, inArray } from 'drizzle-orm';
import { type AnyPgColumn, getTableConfig } from 'drizzle-orm/pg-core';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type {
  ArchivedRow,
  ArchivedTable,
  ArchiveField,
  FieldType,
} from '#shared/operations/archive/archived-table.ts';
import { files } from '../../documents/file/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { atOneMoment } from '../../kernel/transaction.ts';
import { resourceVersions } from '../../library/resource/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { COMMON_TABLES, PROGRAMME_TABLES } from './archive-programme-tables.ts';
import { type ArchiveTable, GROUP_TABLES } from './archive-tables.ts';

/** Every table that an archive may carry. */
export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  ...GROUP_TABLES,
  ...PROGRAMME_TABLES,
  ...COMMON_TABLES,
];

/** Where the bytes of a file of an archive are. */
export interface StoredBytes {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly storageKey: string;
}

/** What an archive says of a part of the space: its tables, and the bytes that they speak of, by id. */
export interface ArchivePart {
  readonly tables: readonly ArchivedTable[];
  readonly files: readonly StoredBytes[];
  readonly versions: readonly StoredBytes[];
}

/**
 * [OA2] [OA3] Everything that an archive says of a group in tables, at one moment however much people write meanwhile.
 */
export function readGroupPart(db: Db, { groupId }: { groupId: Readable<'group'> }): Promise<ArchivePart> {
  return atOneMoment(db, async (tx) => {
    const tables = await readTables(tx, GROUP_TABLES, groupId);
    const idsOf = (name: string) =>
      tables.find((table) => table.name === name)?.rows.map(({ id }) => String(id)) ?? [];
    const [own, versions] = [idsOf('fichiers'), idsOf('ressources-versions')];
    const shape = <T extends typeof files | typeof resourceVersions>(table: T) => ({
      id: table.id,
      name: table.name,
      bytes: table.bytes,
      storageKey: table.storageKey,
    });
    return {
      tables,
      files: own.length === 0 ? [] : await tx.select(shape(files)).from(files).where(inArray(files.id, own)),
      versions:
        versions.length === 0
          ? []
          : await tx
              .select(shape(resourceVersions))
              .from(resourceVersions)
              .where(inArray(resourceVersions.id, versions)),
    };
  });
}

/** [OA4] The same of the programme: what every archive needs, and all of it for that of the whole space. */
export function readProgrammePart(db: Db, { isWhole }: { isWhole: boolean }): Promise<ArchivePart> {
  return atOneMoment(db, async (tx) => ({
    tables: await readTables(tx, isWhole ? [...COMMON_TABLES, ...PROGRAMME_TABLES] : COMMON_TABLES, ''),
    files: [],
    versions: [],
  }));
}

/** [OA3] Those whom an archive names, as members see them, and the organisations; ids that are nobody’s any more are left out. */
export async function readNamed(
  db: Db,
  { people, organisationIds }: { people: readonly string[]; organisationIds: readonly string[] },
): Promise<readonly ArchivedTable[]> {
  const named =
    people.length === 0
      ? []
      : await db
          .select({ id: users.id, name: users.name, organisationId: users.organisationId })
          .from(users)
          .where(inArray(users.id, [...people]))
          .orderBy(asc(users.id));
  const wanted = [
    ...new Set([...organisationIds, ...named.flatMap((person) => person.organisationId ?? [])]),
  ];
  const found =
    wanted.length === 0
      ? []
      : await db
          .select()
          .from(organisations)
          .where(inArray(organisations.id, wanted))
          .orderBy(asc(organisations.id));
  return [
    {
      name: 'personnes',
      fields: [...fieldsOf({ name: 'personnes', table: users, rows: () => undefined })].filter(({ name }) =>
        ['id', 'name', 'organisationId'].includes(name),
      ),
      key: ['id'],
      rows: named,
    },
    {
      name: 'organisations',
      fields: fieldsOf({ name: 'organisations', table: organisations, rows: () => undefined }),
      key: ['id'],
      rows: found as ArchivedRow[],
    },
  ];
}

async function readTables(
  tx: Db,
  tables: readonly ArchiveTable[],
  groupId: string,
): Promise<ArchivedTable[]> {
  const read: ArchivedTable[] = [];
  for (const one of tables) {
    const fields = fieldsOf(one);
    const columns = getTableColumns(one.table);
    const chosen = Object.fromEntries(fields.map(({ name }) => [name, columns[name] as AnyPgColumn]));
    const key = keyOf(one);
    const rows = await tx
      .select(chosen)
      .from(one.table as never)
      .where(one.rows(groupId))
      .orderBy(...key.map((name) => asc(columns[name] as AnyPgColumn)));
    read.push({ name: one.name, fields, key, rows: rows });
  }
  return read;
}

/** The columns that leave, with what the schema says of them: one source for archives and their descriptions. */
export function fieldsOf({ table, omit = [], people = [] }: ArchiveTable): ArchiveField[] {
  const keys = getTableConfig(table).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    const [column, ...others] = columns;
    return column && others.length === 0 ? [{ column: column.name, to: getTableName(foreignTable) }] : [];
  });
  return Object.entries(getTableColumns(table))
    .filter(([field]) => !omit.includes(field))
    .map(([field, column]) => {
      const to = keys.find((key) => key.column === column.name)?.to;
      return {
        name: field,
        type: typeOf(column),
        isRequired: column.notNull,
        refersTo: people.includes(field) ? 'personnes' : to ? nameOf(to) : null,
      };
    });
}

function nameOf(sqlName: string): string | null {
  if (sqlName === getTableName(users)) return 'personnes';
  if (sqlName === getTableName(organisations)) return 'organisations';
  return ARCHIVE_TABLES.find(({ table }) => getTableName(table) === sqlName)?.name ?? null;
}

/** The names of the columns that tell a row of a table from the others. */
export function keyOf({ table }: ArchiveTable): string[] {
  const columns = Object.entries(getTableColumns(table));
  const together = getTableConfig(table).primaryKeys.flatMap((key) => key.columns.map(({ name }) => name));
  return columns
    .filter(([, { primary, name }]) => primary || together.includes(name))
    .map(([field]) => field);
}

function typeOf({ columnType, dataType }: AnyPgColumn): FieldType {
  if (columnType === 'PgDateString') return 'date';
  if (columnType === 'PgDoublePrecision') return 'number';
  if (dataType === 'date') return 'datetime';
  if (dataType === 'number') return 'integer';
  if (dataType === 'boolean') return 'boolean';
  if (dataType === 'array') return 'array';
  return dataType === 'json' ? 'any' : 'string';
}
