import { findDocumentForMember } from '#db/documents/documents.ts';
import {
  findExcerpt as findStored,
  isWithdrawn,
  noteSource,
  quoteDocument,
} from '#db/documents/excerpt/excerpts.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import type { Db } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import { type ExcerptMode, wordsSha } from '#shared/documents/excerpt/excerpt.ts';
import type { ExcerptError } from '#shared/documents/excerpt/excerpt-errors.ts';
import {
  excerptsIn,
  type FoundExcerpt,
  findExcerpt,
  isTooLong,
} from '#shared/documents/excerpt/excerpt-source.ts';
import { quotedBlocks } from '#shared/documents/excerpt/quoted-blocks.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import type { AccessError } from '#shared/errors.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Operations } from '../../kernel/operations.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { Take } from './excerpt-follower.ts';
import type { excerptOperations } from './excerpt-operations.ts';

/** An excerpt that stands in a document, and who asks. */
interface Asked {
  readonly documentId: Readable<'document'>;
  readonly excerptId: string;
  readonly by: string;
}

/** Why it is not: the right of the person, too. */
export type ExcerptRefusal = ExcerptError | AccessError | 'api.invalid';

/** What somebody decides of an excerpt whose source has changed. All refuse 'excerpt.notFound' for one that does not stand there. */
export interface ExcerptUpdates {
  /**
   * [EC5] What taking the words of the source would change (safe HTML), and their fingerprint. Refuses 'excerpt.sourceMissing' for whoever
   * may not read the source, 'excerpt.passageGone', 'excerpt.withdrawn', 'excerpt.tooLong', 'excerpt.circular'.
   */
  compare(asked: Asked): Promise<Result<{ html: string; words: string; changes: number }, ExcerptError>>;
  /** [EC5] Takes these words, in this person's name. Refuses as `compare` does, and 'excerpt.changedAgain' when the source says others. */
  accept(asked: Asked & { readonly words: string }): Promise<Result<void, ExcerptRefusal>>;
  /** [EC5] Keeps the text as it is, these words of the source seen. Refuses as `compare` does. */
  keep(asked: Asked & { readonly words: string }): Promise<Result<void, ExcerptRefusal>>;
  /**
   * [EC5] Freezes an excerpt, or has it follow its source from now on by this person's rights. Refuses 'excerpt.copied' where the excerpt
   * was pasted; to follow, as `compare` does.
   */
  setMode(asked: Asked & { readonly mode: ExcerptMode }): Promise<Result<void, ExcerptRefusal>>;
}

interface Present {
  readonly sourceId: Readable<'document'>;
  readonly found: FoundExcerpt;
  readonly seq: number;
  readonly words: string;
}

const roomOf = (id: string) => roomName({ kind: 'document', id });

export function createExcerptUpdates({
  db,
  rooms,
  operations,
  now,
  taken,
}: {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'ask' | 'apply'>;
  readonly operations: Pick<Operations<typeof excerptOperations>, 'run'>;
  readonly now: () => Date;
  readonly taken: Take;
}): ExcerptUpdates {
  /** What the source says now, for somebody who may read it. */
  async function present({ documentId, excerptId, by }: Asked): Promise<Result<Present, ExcerptError>> {
    const stored = await findStored(db, { excerptId, documentId });
    if (!stored) return fail('excerpt.notFound');
    const { sourceId } = stored;
    const source = await findDocumentForMember(db, { documentId: sourceId, userId: by, now: now() });
    if (!source) return fail('excerpt.sourceMissing');
    if (await isWithdrawn(db, sourceId)) return fail('excerpt.withdrawn');
    const { value, seq } = await rooms.read(roomOf(sourceId), 'sourceBlocks', inNameOf(by));
    const found = findExcerpt(value, stored.passage);
    if (!found) return fail('excerpt.passageGone');
    const blocks = found.blocks.map(({ block }) => block);
    if (isTooLong(blocks)) return fail('excerpt.tooLong');
    if (await quoteDocument(db, { excerptIds: excerptsIn(blocks), documentId }))
      return fail('excerpt.circular');
    return ok({ sourceId: source.id, found, seq, words: wordsSha(quotedBlocks(blocks)) });
  }

  async function take(
    { documentId, excerptId, by }: Asked,
    { sourceId, found, seq, words }: Present,
  ): Promise<Result<void, ExcerptRefusal>> {
    const { state, quoted } = await taken({ id: excerptId, sourceId }, found, { seq, by });
    const taking = { documentId, excerptId, ...seenOf({ found, seq }), state };
    const done = await operations.run('excerpt.take', { userId: by }, taking);
    if (!done.ok) return fail(done.error);
    await rooms.apply(roomOf(documentId), { userId: by }, 'document.putExcerpt', quoted);
    await inTransaction(db, async (tx) => {
      await noteSource(tx, { excerptId, passage: found.passage, words, seq });
      effectsOf(tx).news(roomOf(documentId), 'objects');
    });
    return ok();
  }

  return {
    async compare(asked) {
      const source = await present(asked);
      if (!source.ok) return source;
      const { excerptId: id, documentId, by } = asked;
      const blocks = quotedBlocks(source.value.found.blocks.map(({ block }) => block));
      const room = roomOf(documentId);
      const { seq } = await rooms.read(room, 'blocks', inNameOf(by));
      const compared = await rooms.ask(room, 'compareExcerpt', { id, blocks }, seq, inNameOf(by));
      if (!compared) return fail('excerpt.notFound');
      const { entries, changes, objects } = compared;
      const names = await findObjectNames(db, { refs: objects, userId: by, now: now() });
      const html = nameObjects(entries.map((entry) => entry.html).join(''), names);
      return ok({ html, words: source.value.words, changes: changes.length });
    },

    async accept({ words, ...asked }) {
      const source = await present(asked);
      if (!source.ok) return source;
      if (source.value.words !== words) return fail('excerpt.changedAgain');
      return take(asked, source.value);
    },

    async keep({ words, ...asked }) {
      const source = await present(asked);
      if (!source.ok) return source;
      if (source.value.words !== words) return fail('excerpt.changedAgain');
      const { by, ...which } = asked;
      const keeping = { ...which, ...seenOf(source.value), words };
      const kept = await operations.run('excerpt.keep', { userId: by }, keeping);
      return kept.ok ? ok() : fail(kept.error);
    },

    async setMode({ mode, ...asked }) {
      const { by, ...which } = asked;
      const stored = await findStored(db, which);
      if (stored && stored.documentId !== asked.documentId) return fail('excerpt.copied');
      const source = mode === 'live' ? await present(asked) : null;
      if (source && !source.ok) return source;
      const done = await operations.run('excerpt.setMode', { userId: by }, { ...which, mode });
      if (!done.ok) return fail(done.error);
      return source ? take(asked, source.value) : ok();
    },
  };
}

/** What the source said. */
function seenOf({ found, seq }: Pick<Present, 'found' | 'seq'>) {
  return { passage: found.passage, seq, quotes: excerptsIn(found.blocks.map(({ block }) => block)) };
}
