import type { RunSql } from '../kernel/client.ts';
import { ALIVE } from './alive.ts';

/** One row to append: everything that one flush brings to one room. */
export interface RoomAppend {
  readonly room: string;
  /** A Yjs update (V1), already checked. */
  readonly data: Uint8Array;
  /** The writer, or null when several wrote in this flush. */
  readonly userId: string | null;
  /** Yjs clientIDs seen for the first time in this room, with the account that used them. */
  readonly newClients: readonly { readonly clientId: number; readonly userId: string }[];
}

/** A row of the log: one update, or those of a minute packed together, `seq` being the number of the last. */
export interface StoredUpdate {
  readonly seq: number;
  readonly data: Uint8Array;
}

/** A room as it stands in the database. */
export interface StoredRoom {
  /** Sequence number of the last update, 0 when nothing was ever written. */
  readonly seq: number;
  readonly epoch: number;
  readonly snapshot: { readonly seq: number; readonly data: Uint8Array } | null;
  /** The updates after the snapshot, in order and without a hole; the first may begin before its end. */
  readonly updates: readonly StoredUpdate[];
  readonly clients: ReadonlyMap<number, string>;
}

/**
 * What the database holds is not a whole log: opening it as if it were would hide text from its authors. Its name says so
 * to routes, which have a copy of this class of their own.
 */
export class BrokenLog extends Error {
  override name = 'BrokenLog';
  readonly room: string;
  /** The row that cannot be read, or the last one before the hole. */
  readonly seq: number;

  constructor(room: string, seq: number, what: 'missing' | 'unreadable') {
    super(
      what === 'missing'
        ? `updates of ${room} are missing after ${seq}`
        : `update ${seq} of ${room} is unreadable`,
    );
    this.room = room;
    this.seq = seq;
  }
}

/** One of the new clientIDs belongs to another account, by way of another instance: nothing was appended. */
export class ClientIdTaken extends Error {}

/*
 * The bytes travel as one parameter and are cut in the statement: an array of bytea would be sent as hexadecimal text,
 * twice the size. Rooms are inserted in order of name, and owners once their room is, so that two processes never wait
 * for each other. A clientID that another account owns becomes null, which its column refuses, and the statement with it.
 * A room that was deleted for good takes nothing ([K5]).
 */
const APPEND = `
  with input as (
    select room, user_id, substring($1::bytea from start for size) as data
    from unnest($2::text[], $3::text[], $4::int[], $5::int[]) as t(room, user_id, start, size)
  ), head as (
    insert into doc_room as r (room, seq, bytes, created_at)
    select room, 1, length(data), $6::timestamptz from input order by room
    on conflict (room) do update set seq = r.seq + 1, bytes = r.bytes + excluded.bytes where r.deleted_at is null
    returning r.room, r.seq
  ), log as (
    insert into doc_update (room, seq, user_id, data, at)
    select head.room, head.seq, input.user_id, input.data, $6::timestamptz from head join input on input.room = head.room
  ), owners as (
    insert into doc_client as c (room, client_id, user_id, at)
    select t.room, t.client_id, t.user_id, $6::timestamptz
    from unnest($7::text[], $8::bigint[], $9::text[]) as t(room, client_id, user_id) join head on head.room = t.room
    on conflict (room, client_id) do update set user_id = null where c.user_id <> excluded.user_id
  )
  select room, seq from head`;

/**
 * Appends one update to each of these rooms (no room twice), in one statement and so in one commit.
 * Resolves, once committed, with the sequence number that each room got; rooms deleted for good are left out.
 * @throws {ClientIdTaken} and nothing is appended to any of them.
 */
export async function appendUpdates(
  run: RunSql,
  appends: readonly RoomAppend[],
  now: Date,
): Promise<Map<string, number>> {
  let start = 1;
  const starts = appends.map(({ data }) => {
    const own = start;
    start += data.length;
    return own;
  });
  const clients = appends.flatMap(({ room, newClients }) =>
    newClients.map((client) => ({ room, ...client })),
  );
  const { rows } = await run(APPEND, [
    Buffer.concat(appends.map(({ data }) => data)),
    appends.map(({ room }) => room),
    appends.map(({ userId }) => userId),
    starts,
    appends.map(({ data }) => data.length),
    now.toISOString(),
    clients.map(({ room }) => room),
    clients.map(({ clientId }) => clientId),
    clients.map(({ userId }) => userId),
  ]).catch((error: unknown) => {
    throw isTaken(error) ? new ClientIdTaken('a clientID of somebody else', { cause: error }) : error;
  });
  return new Map(rows.map(({ room, seq }) => [String(room), Number(seq)]));
}

/**
 * Everything needed to open a room; an empty one when nothing was ever written.
 * @throws {BrokenLog} when rows are missing.
 */
export async function loadStoredRoom(run: RunSql, room: string): Promise<StoredRoom> {
  const head = await run(
    `select r.seq, r.epoch, s.seq as snapshot_seq, s.data as snapshot
     from doc_room r left join doc_snapshot s on s.room = r.room and s.seq <= r.seq where r.room = $1`,
    [room],
  );
  const found = head.rows[0];
  if (!found) await checkNeverWritten(run, room);
  if (!found) return { seq: 0, epoch: 1, snapshot: null, updates: [], clients: new Map() };
  const from = Number(found.snapshot_seq ?? 0);
  const [log, clients] = await Promise.all([
    run('select seq, span, data from doc_update where room = $1 and seq > $2 order by seq', [room, from]),
    loadOwners(run, room),
  ]);
  const { updates, seq } = readLog(room, log.rows, from);
  if (seq < Number(found.seq)) throw new BrokenLog(room, seq, 'missing');
  return {
    seq,
    epoch: Number(found.epoch),
    snapshot: found.snapshot ? { seq: from, data: bytesOf(found.snapshot) } : null,
    updates,
    clients,
  };
}

/** A room without a head has no log either, unless its head was lost. */
async function checkNeverWritten(run: RunSql, room: string): Promise<void> {
  const { rows } = await run('select seq from doc_update where room = $1 limit 1', [room]);
  if (rows.length > 0) throw new BrokenLog(room, 0, 'missing');
}

/** Which account each Yjs clientID of a room belongs to. */
export async function loadOwners(run: RunSql, room: string): Promise<Map<number, string>> {
  const { rows } = await run('select client_id, user_id from doc_client where room = $1', [room]);
  return new Map(rows.map(({ client_id, user_id }) => [Number(client_id), String(user_id)]));
}

/** An update without anything in it. */
const NOTHING = Uint8Array.of(0, 0);

/** The rows of a log from `after` on. @throws {BrokenLog} when one is missing between two others. */
function readLog(
  room: string,
  rows: readonly Record<string, unknown>[],
  after: number,
): { updates: StoredUpdate[]; seq: number } {
  let seq = after;
  const updates = rows.map((row) => {
    const last = Number(row.seq);
    if (last - Number(row.span) > seq) throw new BrokenLog(room, seq, 'missing');
    seq = last;
    return { seq, data: bytesOf(row.data) };
  });
  return { updates, seq };
}

/**
 * The updates of a room between two numbers, both exclusive, one for each number: what another process appended meanwhile.
 * A packed row comes under the last of its numbers, and may bring more than was asked for; the others bring nothing.
 * @throws {BrokenLog} when rows are missing.
 */
export async function loadUpdatesBetween(
  run: RunSql,
  room: string,
  after: number,
  before: number,
): Promise<StoredUpdate[]> {
  const { rows } = await run(
    `select seq, span, data from doc_update where room = $1 and seq > $2
       and seq <= (select min(seq) from doc_update where room = $1 and seq >= $3) order by seq`,
    [room, after, before - 1],
  );
  const { updates, seq } = readLog(room, rows, after);
  if (seq < before - 1) throw new BrokenLog(room, seq, 'missing');
  let next = after + 1;
  return updates.flatMap(({ seq: end, data }) => {
    const last = Math.min(end, before - 1);
    const within = Array.from({ length: last - next }, (_, index) => ({ seq: next + index, data: NOTHING }));
    next = last + 1;
    return [...within, { seq: last, data }];
  });
}

/** Where in the past: after a number of updates, or at an instant. */
export type PastPoint = { readonly seq: number } | { readonly at: Date };

/**
 * The log of a room up to a point of its past, in order: merged, its state at that moment. An instant means the last update
 * that had come by then, and all before it. In what is packed (older than a day) minutes are whole: the point is
 * then the last end of a minute's row that is not after it. `seq` is 0 when nothing had been written.
 * @throws {BrokenLog} when rows are missing.
 */
export async function loadPast(
  run: RunSql,
  room: string,
  point: PastPoint,
): Promise<{ seq: number; updates: StoredUpdate[] }> {
  const isSeq = 'seq' in point;
  const { rows } = await run(
    `select seq, span, data from doc_update where room = $1
       and seq <= (select max(seq) from doc_update where room = $1 and ${isSeq ? 'seq <= $2' : 'at <= $2::timestamptz'})
     order by seq`,
    [room, isSeq ? point.seq : point.at.toISOString()],
  );
  const { updates, seq } = readLog(room, rows, 0);
  return { seq, updates };
}

/**
 * Keeps the state of a room up to `seq`, unless a newer one is kept already; one that claims more than the log has does
 * not count. The log itself is left alone.
 */
export async function saveSnapshot(
  run: RunSql,
  { room, seq, data }: { room: string; seq: number; data: Uint8Array },
  now: Date,
): Promise<void> {
  await run(
    `with ${ALIVE}
     insert into doc_snapshot as s (room, seq, data, at) select room, $2::bigint, $3::bytea, $4::timestamptz from alive
     on conflict (room) do update set seq = excluded.seq, data = excluded.data, at = excluded.at
     where s.seq < excluded.seq or s.seq > (select seq from doc_room where room = excluded.room)`,
    [room, seq, Buffer.from(data.buffer, data.byteOffset, data.byteLength), now.toISOString()],
  );
}

/** Forgets the state kept for opening: the log says it again. */
export async function dropSnapshot(run: RunSql, room: string): Promise<void> {
  await run('delete from doc_snapshot where room = $1', [room]);
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    'table' in error &&
    error.table === 'doc_client' &&
    'code' in error &&
    error.code === '23502'
  );
}

/** The bytes of a `bytea`, whichever the driver. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new TypeError('bytes expected from the database');
}
