import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { nameObjects, type ObjectNames } from '#shared/documents/text/object-names.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import type { Drawn } from '../editor/drawn.ts';
import { loadFormula } from './formula-drawing.ts';
import { nameBook } from './name-book.ts';
import { hearObjects } from './object-news.ts';

/**
 * A live document as it is read by this person: formulas drawn, objects under today's names. Names that are not known yet are
 * asked for; `onNames` says that they have come.
 */
export async function finishReading(room: LiveRoom, known: ObjectNames, onNames: () => void): Promise<Drawn> {
  const formula = readDocument(room.doc).blocks.some((block) => block.includes('class="math"'))
    ? await loadFormula()
    : null;
  const { blocks, outline, words, objects } = readDocument(room.doc, formula ? { formula } : {});
  nameBook.teach(known);
  hearObjects(room);
  const names = Object.fromEntries(
    objects.flatMap((ref) => {
      const { named } = nameBook.look(ref, onNames);
      return named ? [[objectKey(ref), named] as const] : [];
    }),
  );
  return {
    blocks: blocks.map((block) => nameObjects(block, names, { isLive: true })),
    outline,
    words,
    names: known,
  };
}
