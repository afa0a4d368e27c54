import type { Logger } from 'pino';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { findState } from '#db/documents/history/document-history.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import type { Database } from '#db/kernel/client.ts';
import { findEpoch } from '#db/realtime/epochs.ts';
import { objectsOf } from '#shared/documents/attribute/document-objects.ts';
import {
  baseName,
  type ContentError,
  type ContentFormat,
  readBase,
} from '#shared/documents/conversion/content.ts';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { blocksOf, type ExactNode } from '#shared/documents/history/exact-node.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { AccessError, ConversionError, ImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { TookTooLong } from '../../realtime/doc/doc-lane.ts';
import { Refusal } from '../../realtime/refusal.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { ConversionFailed } from '../conversion/conversion-failed.ts';
import { type Converter, refusalOf } from '../conversion/converter.ts';
import type { ExportSource } from '../conversion/export-source.ts';
import { roomOf } from '../document-rights.ts';
import type { GivenContent, PieceFound, WrittenContent } from './content-format.ts';

type Format = { readonly format: ContentFormat };
type Which = { readonly documentId: string; readonly userId: string };
type Given = { readonly given: GivenContent };
type Based = { readonly base: string };
type Losses = ImportReport['losses'];
type Refused = AccessError | ContentError | ConversionError | ImportError;

/** The text of a document in a format, and the name of its state. */
export interface DocumentContent extends WrittenContent {
  readonly base: string;
}

/** What became of a text that was given. */
export interface ContentWritten extends DocumentContent {
  readonly losses: Losses;
}

/** A write that is ready; with `id` it is done once, whoever asks again. */
export interface ReadyContent {
  readonly write: (id: string | null) => Promise<Result<ContentWritten, Refused>>;
}

/** [WC1] Texts of documents for programs, each conversion in the turn of its account. Rights are decided here. */
export interface Contents {
  /** Refuses 'access.notFound', 'conversion.…'. */
  read(asked: Which & Format): Promise<Result<DocumentContent, Refused>>;
  /**
   * [WC2] The whole text, instead of what it was at `base`: what others have written since stays. Refuses besides 'access.forbidden',
   * 'content.…' and 'import.…'.
   */
  rewrite(asked: Which & Given & Based): Promise<Result<ReadyContent, Refused>>;
  /** [WC3] A piece, at the end or under a heading. Refuses as `rewrite`. */
  insert(asked: Which & Given & Based & { heading: string | null }): Promise<Result<ReadyContent, Refused>>;
  /** What a given text says, for a document that is not there yet. */
  piece(asked: Pick<Which, 'userId'> & Given): Promise<Result<PieceFound, Refused>>;
}

interface Options {
  readonly database: Pick<Database, 'db' | 'run'>;
  readonly rooms: Pick<Rooms, 'read' | 'readPast' | 'applyOnce'>;
  readonly convert: Converter['run'];
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createContents({ database, rooms, convert, origin, log, now, newId }: Options): Contents {
  const { db } = database;
  const heard = hearing(log);
  const texts = createTexts({ database, rooms, origin, now });

  async function tell({ documentId, userId, format }: Which & Format): Promise<DocumentContent> {
    const room = roomOf(documentId);
    const epoch = await findEpoch(db, room);
    const { seq, value: blocks } = await rooms.read(room, 'blocks', inNameOf(userId));
    const source = await texts.sourceOf(blocks, userId);
    const told = await convert({ kind: 'content', format, source }, inNameOf(userId));
    return { ...told, base: baseName({ documentId, epoch, seq }) };
  }

  /** What writes it into the room, then tells what the text says. */
  function ready(
    { documentId, userId, given }: Which & Given,
    losses: Losses,
    apply: (room: string, by: { userId: string; id: string | null }) => Promise<Result<void, Refused> | null>,
  ): Result<ReadyContent, never> {
    const format = given.markdown === null ? 'json' : 'markdown';
    const write = async (id: string | null) => {
      const written = await apply(roomOf(documentId), { userId, id });
      if (written && !written.ok) return written;
      return ok({ ...(await tell({ documentId, userId, format })), losses });
    };
    return ok({ write: (id) => heard({ documentId }, () => write(id)) });
  }

  const piece: Contents['piece'] = ({ userId, given }) =>
    heard({}, async () =>
      isDeep(given)
        ? fail('content.unreadable')
        : convert({ kind: 'piece', given, origin }, inNameOf(userId)),
    );

  return {
    piece,

    read: (asked) =>
      heard(asked, async () => {
        const found = await findDocumentForMember(db, { ...asked, now: now() });
        return found ? ok(await tell(asked)) : fail('access.notFound');
      }),

    rewrite: (asked) =>
      heard(asked, async () => {
        const { documentId, userId, given } = asked;
        const seq = await texts.writableSeq(asked);
        if (!seq.ok) return seq;
        if (isDeep(given)) return fail('content.unreadable');
        const nodes = await texts.nodesAt(documentId, seq.value, userId);
        const source = await texts.sourceOf(nodes.map(oneBlock), userId);
        const task = { kind: 'merge', given, source, mark: `bloc${newId().replaceAll('-', '')}` } as const;
        const found = await convert(task, inNameOf(userId));
        if (!found.ok) return found;
        const { losses, ...merge } = found.value;
        return ready(asked, losses, (room, by) =>
          rooms.applyOnce(room, by, 'document.merge', merge, seq.value),
        );
      }),

    insert: async (asked) => {
      const seq = await texts.writableSeq(asked);
      if (!seq.ok) return seq;
      const found = await piece(asked);
      if (!found.ok) return found;
      const { losses, blocks } = found.value;
      const { heading } = asked;
      return ready(asked, losses, (room, by) =>
        rooms.applyOnce(room, by, 'document.insert', { blocks, heading }),
      );
    },
  };
}

/** What was made of it, or why not, for the account that asked. */
function hearing(log: Logger) {
  return async <T>(which: Partial<Which>, work: () => Promise<Result<T, Refused>>) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ConversionFailed) return fail(refusalOf(error, log, which));
      if (isFull(error)) return fail('content.tooLarge');
      throw error;
    }
  };
}

/** What is known of texts before anything is converted. */
function createTexts({
  database,
  rooms,
  origin,
  now,
}: Pick<Options, 'database' | 'rooms' | 'origin' | 'now'>) {
  const { db, run } = database;

  return {
    /** What an export of these blocks would be made of, as far as their words go. */
    async sourceOf(blocks: readonly BlockJson[], userId: string): Promise<ExportSource> {
      const names = await findObjectNames(db, { refs: objectsOf(blocks), userId, now: now() });
      const bare = { title: '', group: '', writers: [], images: {}, threads: null };
      return { ...bare, at: now(), origin, blocks, names };
    },

    /** The number of the update after which the text that may be written was so; refused when that state is none of it, or is gone. */
    async writableSeq({ documentId, userId, base }: Which & Based): Promise<Result<number, Refused>> {
      const found = await findDocumentForMember(db, { documentId, userId, now: now() });
      if (!found) return fail('access.notFound');
      if (found.isFrozen) return fail('content.frozen');
      if (!canInDocument(found, 'document.write')) return fail('access.forbidden');
      const named = readBase(base, documentId);
      if (named?.epoch !== (await findEpoch(db, roomOf(documentId)))) return fail('content.baseGone');
      const state = await findState(run, found.id, { seq: named.seq });
      return (state?.seq ?? 0) === named.seq ? ok(named.seq) : fail('content.baseGone');
    },

    async nodesAt(documentId: string, seq: number, userId: string): Promise<readonly ExactNode[]> {
      const [room, asking] = [roomOf(documentId), inNameOf(userId)];
      const current = await rooms.read(room, 'documentExact', asking);
      if (current.seq === seq) return current.value;
      return (await rooms.readPast(room, 'documentExact', { seq }, asking)).value;
    },
  };
}

/** A node at the top as one block; letters that stand there alone are a paragraph for whoever reads. */
function oneBlock(node: ExactNode): BlockJson {
  const [first = { type: 'paragraph' }] = blocksOf(node);
  return node.kind === 'element' ? first : { type: 'paragraph', content: blocksOf(node) };
}

/** A node takes three levels of JSON; whoever reads or carries goes down by recursion. */
const DEEPEST = 200;

/** Are there more things in things than a document may hold ([R4])? */
function isDeep(given: unknown): boolean {
  let level: unknown[] = [given];
  for (let depth = 0; depth < DEEPEST; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** [R8] The room takes no more, or not in the time that there is. */
function isFull(error: unknown): boolean {
  if (error instanceof TookTooLong) return true;
  return error instanceof Refusal && (error.code === CLOSE.tooLarge || error.code === CLOSE.tooMany);
}
