import { copyFileLinks } from '#db/documents/file/file-links.ts';
import type { Db } from '#db/kernel/client.ts';
import { listContributions } from '#db/publication/synthesis/synthesis-cities.ts';
import { openWhole, recordAssembly } from '#db/publication/synthesis/synthesis-whole.ts';
import { filesOf } from '#shared/documents/text/document-files.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { wholeText } from './whole-text.ts';

type Refusal = 'access.notFound' | 'access.forbidden' | SynthesisError;

/** The whole of a synthesis: what needs the texts of its chapters. */
export interface SynthesisAssembly {
  /**
   * [SY8] Makes the whole say what its chapters say now, as one change of its document in the name of whoever asked. Refused: see
   * `openWhole`; `isConfirmed` takes chapters that are not approved too.
   */
  assemble(given: {
    readonly synthesisId: string;
    readonly userId: string;
    readonly isConfirmed: boolean;
  }): Promise<Result<{ id: string; title: string }, Refusal>>;
}

/** Makes what assembles syntheses. */
export function createSynthesisAssembly({
  db,
  rooms,
  now,
  newId,
}: {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'apply' | 'recheck'>;
  readonly now: () => Date;
  readonly newId: () => string;
}): SynthesisAssembly {
  const room = (id: string) => roomName({ kind: 'document', id });
  return {
    async assemble({ isConfirmed, ...given }) {
      const { synthesisId, userId } = given;
      const opened = await openWhole(db, { ...given, documentId: newId(), isConfirmed, newId, now: now() });
      if (!opened.ok) return opened;
      const { document, chapters } = opened.value;
      const written = await listContributions(db, synthesisId);
      const read = await Promise.all(
        chapters.map(async ({ id, title, state, documentId }) => {
          const { value: blocks, seq } = await rooms.read(room(documentId), 'blocks', inNameOf(userId));
          const own = written.filter(({ chapterId }) => chapterId === id);
          const writers = own.map(({ organisation }) => organisation.name);
          return { chapterId: id, title, state, seq, blocks, writers };
        }),
      );
      const blocks = wholeText(read);
      await rooms.apply(room(document.id), { userId }, 'document.rewrite', { blocks });
      const from = chapters.map(({ documentId }) => documentId);
      await copyFileLinks(db, { from, to: document.id, fileIds: filesOf(blocks) });
      const assembled = read.map(({ chapterId, title, state, seq }) => ({ chapterId, title, state, seq }));
      const kept = await recordAssembly(db, { ...given, chapters: assembled, now: now() });
      rooms.recheck({ room: room(document.id) });
      return kept.ok ? ok(document) : kept;
    },
  };
}
