import type { Logger } from 'pino';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { type ExcerptState, isWithdrawn, quoteDocument } from '#db/documents/excerpt/excerpts.ts';
import { listAuthors } from '#db/documents/history/document-history.ts';
import type { Database } from '#db/kernel/client.ts';
import { type ExcerptMode, excerptSha, wordsSha } from '#shared/documents/excerpt/excerpt.ts';
import type { ExcerptError } from '#shared/documents/excerpt/excerpt-errors.ts';
import { excerptLine } from '#shared/documents/excerpt/excerpt-line.ts';
import {
  excerptsIn,
  type FoundExcerpt,
  findExcerpt,
  isTooLong,
  type SourceBlock,
} from '#shared/documents/excerpt/excerpt-source.ts';
import { quotedBlocks } from '#shared/documents/excerpt/quoted-blocks.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { isHeading, textOf } from '#shared/documents/text/document-text.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Operations } from '../../kernel/operations.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { createFollower } from './excerpt-follower.ts';
import type { excerptOperations } from './excerpt-operations.ts';
import { createExcerptUpdates, type ExcerptRefusal, type ExcerptUpdates } from './excerpt-updates.ts';

/** A block that may be chosen. */
export interface QuotableBlock {
  readonly key: string;
  readonly isHeading: boolean;
  readonly type: string;
  /** Its first words. */
  readonly text: string;
}

/** What the block of an excerpt is made of. */
export interface Quoted {
  readonly id: string;
  /** Its line. */
  readonly source: string;
  readonly blocks: readonly BlockJson[];
}

/** Passages of documents that others quote. */
export interface Excerpts {
  /** The blocks of a document that this person may read, to choose from. Refuses 'excerpt.sourceMissing'. */
  quotable(asked: {
    readonly sourceId: string;
    readonly by: string;
  }): Promise<Result<{ title: string; blocks: QuotableBlock[] }, ExcerptError>>;
  /**
   * [EC1] Quotes these blocks of a source that this person may read: what to put into the text. Refuses 'excerpt.sourceMissing',
   * 'excerpt.ownDocument', 'excerpt.nothingChosen', 'excerpt.passageGone', 'excerpt.tooLong', 'excerpt.circular', 'excerpt.withdrawn'.
   */
  quote(asked: {
    readonly documentId: string;
    readonly sourceId: string;
    readonly keys: readonly string[];
    readonly mode: ExcerptMode;
    readonly by: string;
  }): Promise<Result<Quoted, ExcerptRefusal>>;
  readonly updates: ExcerptUpdates;
  /** Looks for what a stop left undone; resolves once it is done, or has failed. */
  sweep(): Promise<void>;
  stop(): void;
}

interface ExcerptsOptions {
  readonly database: Database;
  readonly rooms: Pick<Rooms, 'read' | 'ask' | 'apply' | 'onProjected'>;
  readonly operations: Pick<Operations<typeof excerptOperations>, 'run'>;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
  /** How long a source is left alone before what follows it does: nobody quotes half a sentence. */
  readonly quietMs?: number;
}

const QUIET_MS = 5_000;
const TEXT_SHOWN = 240;
const roomOf = (id: string) => roomName({ kind: 'document', id });

export function createExcerpts({
  database,
  rooms,
  operations,
  log,
  now,
  newId,
  quietMs = QUIET_MS,
}: ExcerptsOptions): Excerpts {
  const { db } = database;
  const readable = (documentId: string, userId: string) =>
    findDocumentForMember(db, { documentId, userId, now: now() });

  /** What this passage is given to say from now on, in somebody's name. */
  async function taken(
    { id: excerptId, sourceId }: { id: string; sourceId: Readable<'document'> },
    { blocks }: FoundExcerpt,
    { seq, by }: { seq: number; by: string },
  ): Promise<{ state: ExcerptState; quoted: Quoted }> {
    const at = now();
    const { line, colour } = excerptLine(blocks, await listAuthors(database, sourceId), at);
    const content = quotedBlocks(blocks.map(({ block }) => block));
    const state: ExcerptState = {
      excerptId,
      sha: excerptSha({ source: line, content }),
      words: wordsSha(content),
      seq,
      anchor: blocks[0]?.anchor ?? null,
      colour,
      takenBy: by,
      takenAt: at,
    };
    return { state, quoted: { id: excerptId, source: line, blocks: content } };
  }

  const follower = createFollower({ database, rooms, log, now, quietMs, taken });

  return {
    async quotable({ sourceId, by }) {
      const source = await readable(sourceId, by);
      if (!source) return fail('excerpt.sourceMissing');
      const { value } = await rooms.read(roomOf(sourceId), 'sourceBlocks', inNameOf(by));
      return ok({ title: source.title, blocks: value.flatMap(shownBlock) });
    },

    async quote({ documentId, sourceId, keys, mode, by }) {
      if (documentId === sourceId) return fail('excerpt.ownDocument');
      if (keys.length === 0) return fail('excerpt.nothingChosen');
      const source = await readable(sourceId, by);
      if (!source) return fail('excerpt.sourceMissing');
      if (await isWithdrawn(db, sourceId)) return fail('excerpt.withdrawn');
      const { value, seq } = await rooms.read(roomOf(sourceId), 'sourceBlocks', inNameOf(by));
      const found = findExcerpt(
        value,
        keys.map((key) => [{ key, sha: '' }]),
      );
      if (!found || found.blocks.length < new Set(keys).size) return fail('excerpt.passageGone');
      const blocks = found.blocks.map(({ block }) => block);
      if (isTooLong(blocks)) return fail('excerpt.tooLong');
      if (await quoteDocument(db, { excerptIds: excerptsIn(blocks), documentId })) {
        return fail('excerpt.circular');
      }
      const id = newId();
      const { state, quoted } = await taken({ id, sourceId: source.id }, found, { seq, by });
      const quotes = excerptsIn(blocks);
      const making = { documentId, sourceId, mode, passage: found.passage, seq, quotes, state };
      const made = await operations.run('excerpt.create', { userId: by }, making);
      if (!made.ok) return fail(made.error);
      return ok(quoted);
    },

    updates: createExcerptUpdates({ db, rooms, operations, now, taken }),
    sweep: follower.sweep,
    stop: follower.stop,
  };
}

function shownBlock({ key, block }: SourceBlock): QuotableBlock[] {
  const text = textOf(block).replace(/\s+/gu, ' ').trim().slice(0, TEXT_SHOWN);
  const isEmpty = text === '' && block.type === 'paragraph';
  return isEmpty ? [] : [{ key, isHeading: isHeading(block), type: block.type, text }];
}
