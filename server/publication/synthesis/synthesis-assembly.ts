import { filesOf } from '#shared/documents/text/document-files.ts';
import { roomOf } from '../../documents/document-rights.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Operations, Outcome, RefusalOf } from '../../kernel/operations.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { synthesisOperations } from './synthesis-operations.ts';
import { wholeText } from './whole-text.ts';

type Refusal = RefusalOf<(typeof synthesisOperations)['synthesis.openWhole' | 'synthesis.recordAssembly']>;

/** The whole of a synthesis: what needs the texts of its chapters. */
export interface SynthesisAssembly {
  /**
   * [SY8] Makes the whole say what its chapters say now, as one change of its document in the name of whoever asked. Refused: see
   * 'synthesis.openWhole'; `isConfirmed` takes chapters that are not approved too.
   */
  assemble(given: {
    readonly synthesisId: string;
    readonly userId: string;
    readonly isConfirmed: boolean;
  }): Promise<Outcome<{ id: string; title: string }, Refusal>>;
}

/** Makes what assembles syntheses. */
export function createSynthesisAssembly({
  rooms,
  operations,
}: {
  readonly rooms: Pick<Rooms, 'read' | 'apply'>;
  readonly operations: Pick<Operations<typeof synthesisOperations>, 'run'>;
}): SynthesisAssembly {
  return {
    async assemble({ synthesisId, userId, isConfirmed }) {
      const asker = { userId };
      const opened = await operations.run('synthesis.openWhole', asker, { synthesisId, isConfirmed });
      if (!opened.ok) return opened;
      const { document, chapters, written } = opened.value;
      const read = await Promise.all(
        chapters.map(async ({ id, title, state, documentId }) => {
          const { value: blocks, seq } = await rooms.read(roomOf(documentId), 'blocks', inNameOf(userId));
          const own = written.filter(({ chapterId }) => chapterId === id);
          const writers = own.map(({ organisation }) => organisation.name);
          return { chapterId: id, title, state, seq, blocks, writers };
        }),
      );
      const blocks = wholeText(read);
      await rooms.apply(roomOf(document.id), asker, 'document.rewrite', { blocks });
      const kept = await operations.run('synthesis.recordAssembly', asker, {
        synthesisId,
        documentId: document.id,
        chapters: read.map(({ chapterId, title, state, seq }) => ({ chapterId, title, state, seq })),
        from: chapters.map(({ documentId }) => documentId),
        fileIds: filesOf(blocks),
      });
      return kept.ok ? { ok: true, value: document } : kept;
    },
  };
}
