import type { RunSql } from './client.ts';

/** How far somebody knows the log of a room. */
export interface Progress {
  readonly room: string;
  readonly seq: number;
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
