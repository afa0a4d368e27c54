import type { Logger } from 'pino';
import { linkWrittenFiles } from '#db/documents/file/file-links.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { saveApplicationProjection } from '#db/programme/application/application-projection.ts';
import { loadStoredRoom } from '#db/realtime/doc-updates.ts';
import { loadAuthorship } from '#db/realtime/lineage.ts';
import {
  findProjectedSeq,
  type ProjectedState,
  saveBoardProjection,
  saveDocumentProjection,
} from '#db/realtime/projections.ts';
import type { AuthorRegister } from '#shared/realtime/lineage/authorship.ts';
import { parseRoom, type RoomRef } from '#shared/realtime/realtime.ts';
import type { DocWorkers } from './doc/doc-workers.ts';
import type { LineageReader } from './log/lineage.ts';
import type { RoomState } from './room-state.ts';

const LIMIT_MS = 10_000;

/** What makes the tables of a room. */
export interface ProjectionOptions {
  readonly database: Pick<Database, 'db' | 'run'>;
  readonly workers: DocWorkers;
  readonly lineage: LineageReader;
  readonly log: Logger;
  readonly now: () => Date;
  /** Aborted by a stop, after which no failure is told. */
  readonly signal?: AbortSignal;
}

/**
 * [K2] Brings the tables that are made from a room up to its log, or to the `state` that this process has of it; gives which room it
 * was, null when nothing was to be done.
 */
export async function projectRoom(
  { database: { db, run }, workers, lineage, log, now, signal }: ProjectionOptions,
  room: string,
  state: RoomState | null,
): Promise<RoomRef | null> {
  const ref = parseRoom(room);
  if (!ref) return null;
  const { seq, parts } = state ? { seq: state.seq, parts: state.parts() } : await load();
  if ((await findProjectedSeq(run, room)) >= seq) return null;
  const projected = { room, id: ref.id, seq };
  const authors = ref.kind === 'document' ? await authorsOf(projected) : undefined;
  const { board, document, application, files } = await workers.run(
    { kind: 'project', of: ref.kind, parts, ...(authors && { authors }) },
    LIMIT_MS,
  );
  // First: whoever is stopped in between begins anew, and a file that may be shown is never left out.
  if (files && ref.kind !== 'application') {
    const shown = { holder: { kind: ref.kind, id: ref.id }, written: files, now: now() };
    await inTransaction(db, (tx) => linkWrittenFiles(tx, shown));
  }
  if (board) await saveBoardProjection(run, projected, board, now());
  if (document) await saveDocumentProjection(run, projected, document, now());
  if (application) await saveApplicationProjection(run, projected, application, now());
  return ref;

  /** A log that cannot be read for its authors must not hold its text back: what is known of them already is shown. */
  async function authorsOf(document: ProjectedState): Promise<AuthorRegister> {
    try {
      return (await lineage.follow(document)).register;
    } catch (error) {
      if (!signal?.aborted) log.warn({ err: error, room }, 'the authors of a room could not be read');
      return (await loadAuthorship(run, room)).authorship.register;
    }
  }

  async function load(): Promise<{ seq: number; parts: Uint8Array[] }> {
    const { seq, snapshot, updates } = await loadStoredRoom(run, room);
    return { seq, parts: [...(snapshot ? [snapshot.data] : []), ...updates.map(({ data }) => data)] };
  }
}
