import type { Logger } from 'pino';
import { findDocumentForMember } from '#db/documents/documents.ts';
import {
  type ExcerptState,
  findSourcesToFollow,
  isWithdrawn,
  keepState,
  listExcerptsOf,
  listPlaces,
  noteSource,
  type StoredExcerpt,
} from '#db/documents/excerpt/excerpts.ts';
import type { Database } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { wordsSha } from '#shared/documents/excerpt/excerpt.ts';
import {
  excerptsIn,
  type FoundExcerpt,
  findExcerpt,
  isTooLong,
} from '#shared/documents/excerpt/excerpt-source.ts';
import type { PutExcerpt } from '#shared/documents/excerpt/put-excerpt.ts';
import { quotedBlocks } from '#shared/documents/excerpt/quoted-blocks.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Rooms } from '../../realtime/rooms.ts';

/** What a passage is given to say from now on, in somebody's name. */
export type Take = (
  excerpt: { readonly id: string; readonly sourceId: Readable<'document'> },
  found: FoundExcerpt,
  of: { readonly seq: number; readonly by: string },
) => Promise<{ state: ExcerptState; quoted: PutExcerpt }>;

interface FollowerOptions {
  readonly database: Database;
  readonly rooms: Pick<Rooms, 'read' | 'apply' | 'onProjected'>;
  readonly log: Logger;
  readonly now: () => Date;
  readonly quietMs: number;
  readonly taken: Take;
}

const PATIENT = { by: { server: 'excerpts' }, isPatient: true } as const;
const roomOf = (id: string) => roomName({ kind: 'document', id });

/**
 * [EC5] Follows the sources of excerpts once they are left alone: notes what they say, and brings it to the excerpts that follow them,
 * in the name of whoever wanted that, as long as they may read the source and write the text. Whatever is half done is done again.
 */
export function createFollower({ database, rooms, log, now, quietMs, taken }: FollowerOptions) {
  const { db } = database;
  const waiting = new Map<string, NodeJS.Timeout>();
  let isStopped = false;

  const documentFor = (documentId: string, userId: string) =>
    findDocumentForMember(db, { documentId, userId, now: now() });

  function follow(sourceId: string): void {
    clearTimeout(waiting.get(sourceId));
    waiting.set(sourceId, setTimeout(() => void tryToFollow(sourceId), quietMs).unref());
  }

  async function tryToFollow(sourceId: string): Promise<void> {
    waiting.delete(sourceId);
    await followSource(sourceId).catch((error: unknown) => {
      // The next sweep finds what is left.
      if (!isStopped) log.warn({ err: error, sourceId }, 'the excerpts of a document could not follow it');
    });
  }

  async function followSource(sourceId: string): Promise<void> {
    if ((await listExcerptsOf(db, sourceId)).length === 0) return;
    await database.locks.holding(`excerpts ${sourceId}`, async () => {
      const { value: source, seq } = await rooms.read(roomOf(sourceId), 'sourceBlocks', PATIENT);
      for (const excerpt of await listExcerptsOf(db, sourceId)) {
        if (isStopped || excerpt.seenSeq >= seq) continue;
        const found = findExcerpt(source, excerpt.passage);
        const words = found && wordsSha(quotedBlocks(found.blocks.map(({ block }) => block)));
        const isNews = words !== excerpt.latestWords;
        if (isNews && found && excerpt.mode === 'live') await bring(excerpt, found, seq);
        const passage = found?.passage ?? null;
        await inTransaction(db, async (tx) => {
          await noteSource(tx, { excerptId: excerpt.id, passage, words, seq });
          if (isNews)
            for (const id of await listPlaces(tx, excerpt)) effectsOf(tx).news(roomOf(id), 'objects');
        });
      }
    });
  }

  async function bring(excerpt: StoredExcerpt, found: FoundExcerpt, seq: number): Promise<void> {
    const { sourceId, followedBy: by } = excerpt;
    const blocks = found.blocks.map(({ block }) => block);
    // [EC6] What is quoted there may follow this text in its turn.
    if (by === null || isTooLong(blocks) || excerptsIn(blocks).length > 0) return;
    const source = await documentFor(sourceId, by);
    if (!source || (await isWithdrawn(db, sourceId))) return;
    const { state, quoted } = await taken({ id: excerpt.id, sourceId: source.id }, found, { seq, by });
    await inTransaction(db, (tx) => keepState(tx, state));
    for (const id of await listPlaces(db, excerpt)) {
      const document = await documentFor(id, by);
      if (!document || !canInDocument(document, 'document.write')) continue;
      await rooms.apply(roomOf(id), { userId: by }, 'document.putExcerpt', quoted);
    }
  }

  async function sweep(): Promise<void> {
    for (const id of await findSourcesToFollow(db)) if (!waiting.has(id)) await tryToFollow(id);
  }

  rooms.onProjected(({ kind, id }) => {
    if (kind === 'document' && !isStopped) follow(id);
  });

  return {
    sweep,
    stop() {
      isStopped = true;
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
