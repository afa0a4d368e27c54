import { findDocumentForMember } from '#db/documents/documents.ts';
import {
  findExcerpt as findStored,
  isWithdrawn,
  keepState,
  keepWords,
  noteSource,
  quoteDocument,
  type StoredExcerpt,
  setMode,
} from '#db/documents/excerpt/excerpts.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import type { Db } from '#db/kernel/client.ts';
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
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { Take } from './excerpt-follower.ts';

/** An excerpt that stands in a document, which this person may write in: callers have checked it. */
interface Asked {
  readonly documentId: string;
  readonly excerptId: string;
  readonly by: string;
}

/** What somebody decides of an excerpt whose source has changed. All refuse 'excerpt.notFound' for one that does not stand there. */
export interface ExcerptUpdates {
  /**
   * [EC5] What taking the words of the source would change (safe HTML), and their fingerprint. Refuses 'excerpt.sourceMissing' for whoever
   * may not read the source, 'excerpt.passageGone', 'excerpt.withdrawn', 'excerpt.tooLong', 'excerpt.circular'.
   */
  compare(asked: Asked): Promise<Result<{ html: string; words: string; changes: number }, ExcerptError>>;
  /** [EC5] Takes these words, in this person's name. Refuses as `compare` does, and 'excerpt.changedAgain' when the source says others. */
  accept(asked: Asked & { readonly words: string }): Promise<Result<void, ExcerptError>>;
  /** [EC5] Keeps the text as it is, these words of the source seen. Refuses as `compare` does. */
  keep(asked: Asked & { readonly words: string }): Promise<Result<void, ExcerptError>>;
  /**
   * [EC5] Freezes an excerpt, or has it follow its source from now on by this person's rights. Refuses 'excerpt.copied' where the excerpt
   * was pasted; to follow, as `compare` does.
   */
  setMode(asked: Asked & { readonly mode: ExcerptMode }): Promise<Result<void, ExcerptError>>;
}

interface Present {
  readonly stored: StoredExcerpt;
  readonly found: FoundExcerpt;
  readonly seq: number;
  readonly words: string;
}

const roomOf = (id: string) => roomName({ kind: 'document', id });

export function createExcerptUpdates({
  db,
  rooms,
  now,
  taken,
}: {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'ask' | 'apply' | 'tellNews'>;
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
    return ok({ stored, found, seq, words: wordsSha(quotedBlocks(blocks)) });
  }

  async function take(
    { documentId, excerptId, by }: Asked,
    { stored, found, seq, words }: Present,
  ): Promise<void> {
    const { state, quoted } = await taken(stored, found, { seq, by });
    await keepState(db, state);
    await rooms.apply(roomOf(documentId), { userId: by }, 'document.putExcerpt', quoted);
    await noteSource(db, { excerptId, passage: found.passage, words, seq });
    rooms.tellNews(roomOf(documentId), 'objects');
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
      await take(asked, source.value);
      return ok();
    },

    async keep({ words, ...asked }) {
      const source = await present(asked);
      if (!source.ok) return source;
      if (source.value.words !== words) return fail('excerpt.changedAgain');
      const { excerptId, documentId } = asked;
      const { found, seq } = source.value;
      await noteSource(db, { excerptId, passage: found.passage, words, seq });
      await keepWords(db, { excerptId, words });
      rooms.tellNews(roomOf(documentId), 'objects');
      return ok();
    },

    async setMode({ mode, ...asked }) {
      const { documentId, excerptId, by } = asked;
      const stored = await findStored(db, { excerptId, documentId });
      if (!stored) return fail('excerpt.notFound');
      if (stored.documentId !== documentId) return fail('excerpt.copied');
      if (mode === 'live') {
        const source = await present(asked);
        if (!source.ok) return source;
        await setMode(db, { excerptId, mode, by });
        await take(asked, source.value);
        return ok();
      }
      await setMode(db, { excerptId, mode, by });
      rooms.tellNews(roomOf(documentId), 'objects');
      return ok();
    },
  };
}
