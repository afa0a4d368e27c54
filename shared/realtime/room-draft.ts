import * as Y from 'yjs';

/** One update of a room that is being made, by one writer. */
export interface DraftUpdate {
  readonly userId: string;
  readonly clientId: number;
  readonly data: Uint8Array;
}

/** What is written into a draft, as one update. */
export type DraftChange = (doc: Y.Doc) => unknown;

/**
 * The first content of a room, written before anybody has opened it: templates, imports, the demonstration. Each change is
 * one update in its writer's name, so that attribution is the same as if they had typed it.
 */
export class RoomDraft {
  readonly updates: DraftUpdate[] = [];
  #state: Uint8Array | null = null;

  /** Looks at what has been written so far. */
  read<T>(look: (doc: Y.Doc) => T): T {
    const doc = new Y.Doc();
    if (this.#state) Y.applyUpdate(doc, this.#state);
    const seen = look(doc);
    doc.destroy();
    return seen;
  }

  /** Applies a change under a clientID of this writer (a whole number below 2³², never used in this room by anybody else). */
  write(userId: string, clientId: number, change: DraftChange): void {
    const doc = new Y.Doc();
    if (this.#state) Y.applyUpdate(doc, this.#state);
    doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    change(doc);
    const data = Y.encodeStateAsUpdate(doc, before);
    this.#state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    this.updates.push({ userId, clientId, data });
  }
}
