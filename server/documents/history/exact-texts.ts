import { createHash } from 'node:crypto';
import { exactTextOf, hasWords } from '#shared/documents/history/exact-text.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Asking } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';

/** A document as its exact text is made from it. */
export interface TitledDocument {
  readonly id: string;
  readonly title: string;
}

/** What a document says at a moment, to the byte, and up to which update. */
export interface ExactTextNow {
  readonly exactText: string;
  readonly sha256: string;
  readonly seq: number;
  readonly hasText: boolean;
}

/** Exact texts of documents: what needs their text. */
export interface ExactTexts {
  /** [RV1] What the document says now, as its live room gives it to the server. */
  read(document: TitledDocument, asking: Pick<Asking, 'by'>): Promise<ExactTextNow>;
}

/** [RV1] The SHA-256 of a text as UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Makes what handles exact texts. */
export function createExactTexts({ rooms }: { readonly rooms: Pick<Rooms, 'read'> }): ExactTexts {
  return {
    async read({ id, title }, asking) {
      const { value: blocks, seq } = await rooms.read(roomName({ kind: 'document', id }), 'blocks', asking);
      const exactText = exactTextOf({ title, blocks });
      return { exactText, sha256: sha256Of(exactText), seq, hasText: hasWords(exactText) };
    },
  };
}
