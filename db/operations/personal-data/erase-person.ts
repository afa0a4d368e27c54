import { eq, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  addressOfErased,
  ERASED_ADDRESS,
  FORMER_MEMBER,
} from '#shared/operations/personal-data/personal-data.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { idempotentAnswers } from '../../kernel/idempotency-schema.ts';
import { effectsOf, inTransaction } from '../../kernel/transaction.ts';
import { meetingBallots } from '../../meetings/held/schema.ts';
import { invitations } from '../../people/invitation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { rowsOf } from '../../search/search-terms.ts';
import { openArchives } from '../archive/schema.ts';
import { isLastAdministrator, isNameShared } from './erasures.ts';
import { erasures, ownDataExports } from './schema.ts';

/** Rows that go with an account when its row goes, and yet stay: what a meeting was is not one person's to undo. */
const STAYS = new Set(['meeting_attendance']);

/**
 * [PD7] Where a text is proof, to the byte: its fingerprint was signed, approved or given a receipt. What a name does there stays, by
 * law (article 17, 3, b, d and e of the GDPR), until the programme's archives go. Tables that the database itself refuses to
 * change are found by that.
 */
export const PROOFS: ReadonlySet<string> = new Set([
  'minutes.exact_text',
  'mission_delivery.exact_text',
  'application_submission.answers',
]);

/** Kept by triggers from what is swept, or by the log of live rooms, which `rooms.forget` rewrites. */
const FOLLOWS = new Set(['search_entry', 'search_word', 'doc_update', 'doc_snapshot']);

interface Erased {
  /** Where bytes are that nobody asks for any more. */
  readonly storageKeys: readonly string[];
}

/**
 * [PD5] Erases a person: the account becomes « Ancien membre », who never signs in. What the schema says goes with an account goes;
 * whatever refers to it stays, and shows nobody's name; copies of name and address in any text of any table are written over.
 * The organisation stays, and so do the texts. Refuses 'person.lastAdmin' and 'person.notFound'.
 */
export function erasePerson(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<Result<Erased, 'person.lastAdmin' | 'person.notFound'>> {
  return inTransaction(db, async (tx) => {
    const [person] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
    if (!person || person.erasedAt) return fail('person.notFound');
    if (await isLastAdministrator(tx, userId)) return fail('person.lastAdmin');
    effectsOf(tx).recheck({ userId });
    const { name, email } = person;
    const files = await tx
      .select({ key: ownDataExports.storageKey })
      .from(ownDataExports)
      .where(eq(ownDataExports.userId, userId))
      .unionAll(
        tx.select({ key: openArchives.storageKey }).from(openArchives).where(eq(openArchives.userId, userId)),
      );
    for (const { table, column } of await goingWithAccounts(tx))
      if (!STAYS.has(table))
        await tx.execute(
          sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} = ${userId}`,
        );
    await tx.delete(erasures).where(eq(erasures.userId, userId));
    await tx.delete(idempotentAnswers).where(eq(idempotentAnswers.userId, userId));
    await tx.delete(invitations).where(eq(invitations.email, email));
    await tx.execute(
      sql`delete from verification where position(${email}::text in identifier || value) > 0 or position(${userId}::text in identifier || value) > 0`,
    );
    await tx
      .update(meetingBallots)
      .set({ voterName: FORMER_MEMBER })
      .where(eq(meetingBallots.voter, `person:${userId}`));
    await tx
      .update(users)
      .set({
        name: FORMER_MEMBER,
        email: addressOfErased(userId),
        emailVerified: false,
        image: null,
        jobTitle: '',
        platformRole: 'member',
        administersId: null,
        suspendedAt: person.suspendedAt ?? now,
        erasedAt: now,
        updatedAt: now,
      })
      .where(eq(users.id, userId));
    const isShared = await isNameShared(tx, { userId, name });
    await sweep(tx, [
      { pattern: `\\m${escaped(email)}\\M`, flags: 'gi', words: email, instead: ERASED_ADDRESS },
      ...(isPlain(name) && !isShared
        ? [{ pattern: `\\m${escaped(name)}\\M`, flags: 'g', words: name, instead: FORMER_MEMBER }]
        : []),
    ]);
    await tx.execute(
      sql`delete from search_word where word = any (tsvector_to_array(search_vector(${name})))`,
    );
    const subject = { kind: 'person' as const, id: userId, name: '' };
    await recordAudit(tx, { actorId: null, action: 'person.erased', subject, now });
    return ok({ storageKeys: files.flatMap(({ key }) => (key ? [key] : [])) });
  });
}

/** One word alone is too often an ordinary one to be taken out of what others wrote. */
export function isPlain(name: string): boolean {
  return /\S\s+\S/.test(name.trim());
}

interface Written {
  readonly pattern: string;
  readonly flags: string;
  readonly words: string;
  readonly instead: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Tables whose rows go when an account's row goes, as the schema says. */
function goingWithAccounts(tx: Db): Promise<{ table: string; column: string }[]> {
  return rowsOf(
    tx,
    sql`select t.relname as "table", a.attname as "column" from pg_constraint c
      join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confdeltype = 'c' and c.confrelid = 'public."user"'::regclass
      order by 1, 2`,
  );
}

/** Texts of our tables, but for those that the database refuses to change: those are proofs. */
function sweptColumns(tx: Db): Promise<{ table: string; column: string; type: string }[]> {
  return rowsOf(
    tx,
    sql`select c.table_name as "table", c.column_name as "column",
        case c.data_type when 'ARRAY' then 'text[]' when 'json' then 'json' when 'jsonb' then 'jsonb' else 'text' end as type
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and (c.data_type in ('text', 'character varying', 'json', 'jsonb') or (c.data_type = 'ARRAY' and c.udt_name = '_text'))
        and not exists (
          select 1 from pg_trigger g join pg_proc p on p.oid = g.tgfoid
          where g.tgrelid = format('public.%I', c.table_name)::regclass and p.proname like '%\\_refuse'
        )
      order by 1, 2`,
  );
}

/** [PD5] Writes over these words wherever a text of ours holds them; a row that does not stays as it is. */
async function sweep(tx: Db, written: readonly Written[]): Promise<void> {
  const tables = Map.groupBy(await sweptColumns(tx), ({ table }) => table);
  for (const [table, columns] of tables) {
    const swept = columns.filter(({ column }) => !PROOFS.has(`${table}.${column}`));
    if (FOLLOWS.has(table) || swept.length === 0) continue;
    for (const { column, type } of await holding(tx, table, swept, written)) {
      const [where, name] = [sql.identifier(table), sql.identifier(column)];
      for (const { pattern, flags, words, instead } of written)
        await tx.execute(sql`
          update ${where} set ${name} = regexp_replace(${name}::text, ${pattern}, ${instead}, ${flags})::${sql.raw(type)}
          where ${holds(column, words)}`);
    }
  }
}

const holds = (column: string, words: string) =>
  sql`position(lower(${words}::text) in lower(${sql.identifier(column)}::text)) > 0`;

/** Those of these columns in which one of the words stands: one look at the table for all. */
async function holding<Column extends { readonly column: string }>(
  tx: Db,
  table: string,
  columns: readonly Column[],
  written: readonly Written[],
): Promise<Column[]> {
  const seen = columns.map(({ column }, index) => {
    const any = written.map(({ words }) => holds(column, words));
    return sql`coalesce(bool_or(${sql.join(any, sql` or `)}), false) as ${sql.identifier(`c${index}`)}`;
  });
  const [found] = await rowsOf<Record<string, boolean>>(
    tx,
    sql`select ${sql.join(seen, sql`, `)} from ${sql.identifier(table)}`,
  );
  return columns.filter((_, index) => found?.[`c${index}`]);
}
