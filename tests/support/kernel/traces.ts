import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';

const Columns = z.array(
  z.object({ schema: z.string(), table: z.string(), column: z.string(), type: z.string() }),
);

/** Every column of every table of the database as it is, ours and pg-boss's: a new one is looked at without a word here. */
async function everyColumn(db: Db) {
  const found = await db.execute(sql`
    select c.table_schema as schema, c.table_name as "table", c.column_name as column, c.data_type as type
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
    order by 1, 2, c.ordinal_position`);
  return Columns.parse((found as unknown as { rows: unknown }).rows);
}

/** Where one of these words stands, whatever its case: `table.column`, once each. Bytes are read as bytes. */
export async function tracesOf(db: Db, words: readonly string[]): Promise<string[]> {
  const traces: string[] = [];
  for (const { schema, table, column, type } of await everyColumn(db)) {
    const value = sql.identifier(column);
    const holds = words.map((word) =>
      type === 'bytea'
        ? sql`position(${word}::text::bytea in ${value}) > 0`
        : sql`position(lower(${word}::text) in lower(${value}::text)) > 0`,
    );
    const found = await db.execute(
      sql`select 1 as one from ${sql.identifier(schema)}.${sql.identifier(table)} where ${sql.join(holds, sql` or `)} limit 1`,
    );
    if ((found as unknown as { rows: unknown[] }).rows.length > 0) traces.push(`${table}.${column}`);
  }
  return traces;
}
