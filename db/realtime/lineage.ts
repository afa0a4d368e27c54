import { Authorship, type Inherited } from '#shared/realtime/lineage/authorship.ts';
import type { LineageRow } from '#shared/realtime/lineage/lineage.ts';
import type { RunSql } from '../kernel/client.ts';
import { ALIVE } from './alive.ts';
import { bytesOf, loadOwners } from './doc-updates.ts';

/** [LG1] Whose the letters of a document are, as far as its log has been read for it. */
export async function loadAuthorship(
  run: RunSql,
  room: string,
): Promise<{ authorship: Authorship; seq: number }> {
  const [owners, { rows }, head] = await Promise.all([
    loadOwners(run, room),
    run('select client_id, clock, length, user_id from doc_lineage where room = $1', [room]),
    run('select lineage_seq from doc_projection where room = $1', [room]),
  ]);
  const inherited = rows.map((row) => ({
    client: Number(row.client_id),
    clock: Number(row.clock),
    length: Number(row.length),
    author: String(row.user_id),
  }));
  return { authorship: new Authorship(owners, inherited), seq: Number(head.rows[0]?.lineage_seq ?? 0) };
}

/** Rows of the log of a room between two numbers, the first not included, at most so many. */
export async function loadLineageRows(
  run: RunSql,
  { room, after, upTo, most }: { room: string; after: number; upTo: number; most: number },
): Promise<LineageRow[]> {
  const { rows } = await run(
    `select seq, extract(epoch from at) * 1000 as at, data from doc_update
     where room = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
    [room, after, upTo, most],
  );
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: Number(row.at),
    data: bytesOf(row.data),
  }));
}

const SAVE = `
  with ${ALIVE}, moved as (
    insert into doc_projection as p (room, seq, at, lineage_seq) select room, 0, $3::timestamptz, $2::bigint from alive
    on conflict (room) do update set lineage_seq = excluded.lineage_seq where p.lineage_seq < excluded.lineage_seq
    returning room
  )
  insert into doc_lineage (room, client_id, clock, length, user_id)
  select moved.room, t.* from moved, unnest($4::bigint[], $5::bigint[], $6::int[], $7::text[]) as t
  on conflict do nothing`;

/** Keeps what was inherited up to a row of the log, unless somebody has read on meanwhile. */
export async function saveLineage(
  run: RunSql,
  { room, seq, inherited }: { room: string; seq: number; inherited: readonly Inherited[] },
  now: Date,
): Promise<void> {
  await run(SAVE, [
    room,
    seq,
    now.toISOString(),
    inherited.map(({ client }) => client),
    inherited.map(({ clock }) => clock),
    inherited.map(({ length }) => length),
    inherited.map(({ author }) => author),
  ]);
}
