import { listExcerpts } from '#db/documents/document-texts.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { listVerified } from '#db/documents/excerpt/excerpt-names.ts';
import type { Db } from '#db/kernel/client.ts';
import { findPublication, listPublishedAmong } from '#db/publication/public-document/publications.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { publicAddress, publicState } from '#shared/publication/public-document/publication.ts';
import { roomOf } from '../../documents/document-rights.ts';
import { createExactTexts, type TitledDocument } from '../../documents/history/exact-texts.ts';
import type { Asking } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';

/** What documents say at this moment, as the public would have it: what needs their live rooms. Rights are asked before. */
export type PublicStates = ReturnType<typeof createPublicStates>;

interface Options {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read'>;
  readonly newId: () => string;
}

/** Makes what prepares public states. */
export function createPublicStates({ db, rooms, newId }: Options) {
  const exactTexts = createExactTexts({ rooms });

  /** [C10] At the public address that is its own, with the organisations that wrote it and the number of its last update. */
  async function now({ id, title }: TitledDocument, asking: Asking) {
    const room = roomOf(id);
    const address = (await findPublication(db, id))?.address ?? publicAddress(title, newId());
    const { seq, value } = await rooms.read(room, 'document', asking);
    const idsOf = (wanted: string) => value.objects.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
    const [published, verified, wrote] = await Promise.all([
      listPublishedAmong(db, idsOf('document')),
      listVerified(db, idsOf('excerpt')),
      listWriters(db, [room]),
    ]);
    const writers = (wrote.get(room) ?? []).map(({ name }) => name);
    const state = publicState(value.blocks, address, published, verified);
    return { seq, outline: value.outline, ...state, address, title, writers };
  }

  return {
    now,

    /** [C9] With its fingerprint ([RV1]); undefined while somebody writes in it. */
    async exact(document: TitledDocument, asking: Asking) {
      const before = await exactTexts.read(document, asking);
      const state = await now(document, asking);
      const { sha256 } = await exactTexts.read(document, asking);
      return before.sha256 === sha256 ? { ...state, sha256 } : undefined;
    },

    /** [C9] What 'publication.publish' takes: the state to be frozen, and the files that the text names ([A8]). */
    async publishable(document: Pick<DocumentForMember, 'id' | 'title'>, asking: Asking) {
      const written = (await rooms.read(roomOf(document.id), 'writtenFiles', asking)).value;
      const { title: _, ...state } = await now(document, asking);
      const excerpt = (await listExcerpts(db, [document.id])).get(document.id) ?? '';
      return { written: [...written], state: { ...state, excerpt } };
    },
  };
}
