import type { RunSql } from '../kernel/client.ts';
import { bytesOf } from './doc-updates.ts';

/** How far somebody knows the log of a room. */
export interface Progress {
  readonly room: string;
  readonly seq: number;
}

/** [PD6] Those of these rooms that are of another generation by now. */
export async function findRenewed(
  run: RunSql,
  known: readonly { readonly room: string; readonly epoch: number }[],
): Promise<string[]> {
  const { rows } = await run(
    `select r.room from unnest($1::text[], $2::int[]) as known(room, epoch)
     join doc_room r on r.room = known.room where r.epoch > known.epoch`,
    [known.map(({ room }) => room), known.map(({ epoch }) => epoch)],
  );
  return rows.map(({ room }) => String(room));
}

/** Those of these rooms whose log is longer by now, with the number of its last update; one statement for all. */
export async function findNewer(run: RunSql, known: readonly Progress[]): Promise<Progress[]> {
  const { rows } = await run(
    `select r.room, r.seq from unnest($1::text[], $2::bigint[]) as known(room, seq)
     join doc_room r on r.room = known.room where r.seq > known.seq`,
    [known.map(({ room }) => room), known.map(({ seq }) => seq)],
  );
  return rows.map(({ room, seq }) => ({ room: String(room), seq: Number(seq) }));
}

/** The accounts that own these Yjs clientIDs in a room; those that nobody has used are left out. */
export async function findClientOwners(
  run: RunSql,
  room: string,
  clientIds: readonly number[],
): Promise<{ clientId: number; userId: string }[]> {
  const { rows } = await run(
    'select client_id, user_id from doc_client where room = $1 and client_id = any($2::bigint[])',
    [room, clientIds],
  );
  return rows.map(({ client_id, user_id }) => ({ clientId: Number(client_id), userId: String(user_id) }));
}

/** The kept state of a room if it ends after `after`, and not after `upTo`. */
export async function findSnapshot(
  run: RunSql,
  room: string,
  { after, upTo }: { after: number; upTo: number },
): Promise<{ seq: number; data: Uint8Array } | null> {
  const { rows } = await run(
    'select seq, data from doc_snapshot where room = $1 and seq > $2 and seq <= $3',
    [room, after, upTo],
  );
  return rows[0] ? { seq: Number(rows[0].seq), data: bytesOf(rows[0].data) } : null;
}
