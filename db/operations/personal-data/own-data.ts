import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { docClients } from '../../realtime/schema.ts';
import { rowsOf } from '../../search/search-terms.ts';

/**
 * [PD1] Tables whose rows are about the person whom a column names: what they said, chose or are. They leave whole, but for what
 * proves who somebody is. Everywhere else a column that names a person says only that they did something there: what leaves is
 * which row, and when; its content is others' too.
 */
const ABOUT: Readonly<Record<string, string>> = {
  access_request: 'user_id',
  access_token: 'user_id',
  account: 'user_id',
  assessment: 'user_id',
  assessment_recusal: 'user_id',
  calendar_feed: 'user_id',
  comment: 'author_id',
  comment_mention: 'user_id',
  comment_thread: 'author_id',
  comment_thread_read: 'user_id',
  digest: 'user_id',
  document_visit: 'user_id',
  event_registration: 'user_id',
  experiment_team: 'user_id',
  expert_opinion: 'user_id',
  favourite: 'user_id',
  group_member: 'user_id',
  topic_mention: 'user_id',
  topic_post: 'author_id',
  date_poll_answer: 'user_id',
  date_poll_letter: 'user_id',
  group_visit: 'user_id',
  help_demand: 'asked_by',
  join_request: 'user_id',
  meeting_answer: 'user_id',
  meeting_attendance: 'user_id',
  meeting_hand: 'user_id',
  meeting_invitation: 'user_id',
  meeting_reminder_sent: 'user_id',
  mission_consultant: 'user_id',
  mission_day: 'consultant_id',
  newsletter_mail: 'user_id',
  notification: 'user_id',
  notification_setting: 'user_id',
  open_archive: 'user_id',
  organisation_tie: 'user_id',
  own_data_export: 'user_id',
  person_letter: 'sent_by',
  programme_mark: 'user_id',
  reminder: 'user_id',
  review_answer: 'answered_by',
  session: 'user_id',
  sheet_letter: 'sender_id',
  signatory: 'user_id',
  standardisation_person: 'user_id',
  told_assignment: 'user_id',
  user: 'id',
  watch: 'user_id',
};

/** Rows of one table that are about a person by way of another of theirs: the table, its key there, whose it is. */
const BY_WAY_OF: Readonly<Record<string, { of: string; key: string; column: string }>> = {
  assessment_giving: { of: 'assessment', key: 'assessment_id', column: 'user_id' },
  suggestion: { of: 'comment_thread', key: 'thread_id', column: 'author_id' },
};

/** Columns that name a person without a foreign key: their rows outlive accounts. */
const WITHOUT_KEY = [
  ['activity', 'actor_id'],
  ['audit_entry', 'actor_id'],
  ['doc_client', 'user_id'],
  ['doc_lineage', 'user_id'],
  ['exact_text', 'submitted_by'],
  ['review_answer', 'answered_by'],
  ['review_round', 'opened_by'],
  ['published_interview_consent', 'noted_by'],
  ['thematic_dossier_step', 'changed_by'],
  ['told_assignment', 'user_id'],
  ['user', 'id'],
] as const;

/** What opens an account or a door: it never leaves, whatever table it is in. */
const SECRET = /token|hash|password|secret|backup_code|credential|public_key|storage_key/;

interface PersonColumn {
  readonly table: string;
  readonly column: string;
}

interface Shape extends PersonColumn {
  readonly type: string;
  readonly isKey: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** One table of what is known of a person. */
export interface OwnTable {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** That a person did something to a row: which, by what column, and the instants of the row. */
export interface OwnTrace {
  readonly table: string;
  readonly column: string;
  readonly row: Row;
}

/** Everything that the database says of one person. */
export interface OwnData {
  readonly tables: readonly OwnTable[];
  readonly traces: readonly OwnTrace[];
}

/**
 * [PD1] Reads what the database says of a person, from the schema as it is: a column that is added later and refers to accounts
 * is in it without a word here. Nobody else's address or name is.
 */
export async function readOwnData(db: Db, { userId }: { userId: string }): Promise<OwnData> {
  const [named, shapes] = [await personColumns(db), await tableShapes(db)];
  const tables: OwnTable[] = [];
  const traces: OwnTrace[] = [];
  for (const [name, column] of Object.entries(ABOUT)) {
    const columns = shapes.filter(
      ({ table, column: own, type }) => table === name && type !== 'bytea' && !SECRET.test(own),
    );
    const rows = await select(db, name, columns, sql`${sql.identifier(column)} = ${userId}`);
    if (rows.length > 0) tables.push({ name, rows });
  }
  for (const [name, { of, key, column }] of Object.entries(BY_WAY_OF)) {
    const columns = shapes.filter(({ table, type }) => table === name && type !== 'bytea');
    const mine = sql`${sql.identifier(key)} in (select id from ${sql.identifier(of)} where ${sql.identifier(column)} = ${userId})`;
    const rows = await select(db, name, columns, mine);
    if (rows.length > 0) tables.push({ name, rows });
  }
  for (const { table, column } of named) {
    if (ABOUT[table] === column) continue;
    const isPerson = (own: string) => named.some((other) => other.table === table && other.column === own);
    const columns = shapes.filter(
      (shape) =>
        shape.table === table &&
        !SECRET.test(shape.column) &&
        !isPerson(shape.column) &&
        (shape.isKey || shape.type.startsWith('timestamp')),
    );
    if (columns.length === 0) continue;
    const rows = await select(db, table, columns, sql`${sql.identifier(column)} = ${userId}`);
    for (const row of rows) traces.push({ table, column, row });
  }
  return { tables, traces };
}

/** A file that this person sent, and where its bytes are. */
export interface OwnFile {
  readonly name: string;
  readonly storageKey: string;
}

/** [PD1] The files that this person sent, wherever: a table that keeps files and says who sent them is in it without a word here. */
export async function listOwnFiles(db: Db, { userId }: { userId: string }): Promise<OwnFile[]> {
  const [named, shapes] = [await personColumns(db), await tableShapes(db)];
  const has = (table: string, column: string) =>
    shapes.some((shape) => shape.table === table && shape.column === column);
  const files: OwnFile[] = [];
  for (const { table, column } of named) {
    const name = ['name', 'file_name'].find((candidate) => has(table, candidate));
    if (!name || !has(table, 'storage_key')) continue;
    const found = sql`
      select ${sql.identifier(name)} as name, storage_key as "storageKey" from ${sql.identifier(table)}
      where ${sql.identifier(column)} = ${userId} and storage_key is not null`;
    files.push(...(await rowsOf<OwnFile>(db, found)));
  }
  return files;
}

/** [PD1] Documents and boards that this person wrote in. Whether they may still read them is asked elsewhere. */
export async function listOwnRooms(db: Db, { userId }: { userId: string }): Promise<string[]> {
  const rows = await db
    .selectDistinct({ room: docClients.room })
    .from(docClients)
    .where(eq(docClients.userId, userId))
    .orderBy(docClients.room);
  return rows.map(({ room }) => room);
}

/** Every column that names a person: those with a foreign key, as the database says it, and the few without. */
async function personColumns(db: Db) {
  const found = sql`
    select t.relname as "table", a.attname as "column" from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'public."user"'::regclass`;
  const withKey = await rowsOf<PersonColumn>(db, found);
  const without = WITHOUT_KEY.map(([table, column]) => ({ table, column }));
  return [...withKey, ...without].filter(
    ({ table, column }, index, all) =>
      all.findIndex((other) => other.table === table && other.column === column) === index,
  );
}

async function tableShapes(db: Db) {
  const found = sql`
    select c.table_name as "table", c.column_name as "column", c.data_type as type,
      exists (
        select 1 from information_schema.table_constraints p
        join information_schema.key_column_usage k using (constraint_schema, constraint_name, table_name)
        where p.constraint_type = 'PRIMARY KEY' and p.table_schema = 'public' and p.table_name = c.table_name
          and k.column_name = c.column_name
      ) as "isKey"
    from information_schema.columns c where c.table_schema = 'public' order by c.table_name, c.ordinal_position`;
  return await rowsOf<Shape>(db, found);
}

async function select(
  db: Db,
  table: string,
  columns: readonly { readonly column: string }[],
  where: ReturnType<typeof sql>,
) {
  const chosen = sql.join(
    columns.map(({ column }) => sql.identifier(column)),
    sql`, `,
  );
  return rowsOf<Row>(db, sql`select ${chosen} from ${sql.identifier(table)} where ${where}`);
}

/** `Db` says not which driver it is, hence not what `execute` gives: on both it has `rows`. */
