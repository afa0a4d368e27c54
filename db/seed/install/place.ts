import { projectDocument } from '#shared/documents/text/document-projection.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { publicAddress, publicState } from '#shared/publication/public-document/publication.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { RoomDraft } from '#shared/realtime/room-draft.ts';
import { putIntoFolder } from '../../documents/document-places.ts';
import { createFolder, foldersIn } from '../../documents/folders.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { publish, setIndexed } from '../../publication/public-document/publications.ts';
import { listWriters } from '../../realtime/writers.ts';
import type { DemoDocument } from '../demo/demo-document.ts';
import type { DemoWorld } from '../demo-world.ts';

/** A document of the demonstration, as it was made. */
interface Made {
  readonly documentId: string;
  readonly groupId: string;
  readonly by: string;
  readonly draft: RoomDraft;
}

/** Puts a document into its folder, which the first one that stands there makes, and publishes it if the story says so. */
export async function installPlace(
  tx: Tx,
  world: DemoWorld,
  { folder, published, createdAt, ...document }: DemoDocument,
  { documentId, groupId, by, draft }: Made,
): Promise<void> {
  const { idOf, newId, at } = world;
  if (folder) {
    const known = (await foldersIn(tx, { groupId })).find(({ name }) => name === folder);
    const folderId = known?.id ?? newId();
    if (!known) {
      const input = { groupId, folderId, parentId: null, name: folder, by, now: at(createdAt) };
      const made = await createFolder(tx, input);
      if (!made.ok) throw new Error(`${folder}: ${made.error}`);
    }
    const put = await putIntoFolder(tx, { documentId, groupId, folderId });
    if (!put.ok) throw new Error(`${document.title}: ${put.error}`);
  }
  if (!published) return;
  const { blocks, outline, excerpt } = draft.read((doc) => ({
    ...readDocument(doc),
    excerpt: projectDocument(doc).excerpt,
  }));
  const address = publicAddress(document.title, newId());
  const room = roomName({ kind: 'document', id: documentId });
  const writers = (await listWriters(tx, [room])).get(room) ?? [];
  const done = await publish(tx, {
    ...publicState(blocks, address, new Map()),
    outline,
    address,
    documentId,
    groupId,
    by: idOf(published.by),
    now: at(published.at),
    activityId: newId(),
    excerpt,
    writers: writers.map(({ name }) => name),
    seq: draft.updates.length,
  });
  if (!done.ok) throw new Error(`${document.title}: ${done.error}`);
  const change = { documentId, groupId, by: idOf(published.by), now: at(published.at), activityId: newId() };
  await setIndexed(tx, { ...change, isIndexed: true });
}
