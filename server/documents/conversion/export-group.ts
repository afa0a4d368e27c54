import { listPlaces } from '#db/documents/document-places.ts';
import { findDocumentForMember, listDocuments } from '#db/documents/documents.ts';
import { findFileForMember } from '#db/documents/file/files.ts';
import { listFolders } from '#db/documents/folders.ts';
import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { type Folder, folderTree, liveFolderOf } from '#shared/documents/folder.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Asking } from '../../kernel/lane/lane.ts';
import { Names, openArchive } from './archive.ts';
import type { Exported, ExportSource } from './export-source.ts';
import { fileNameOf } from './file-name.ts';
import { type ExportServices, filesIn, gatherSource, idIn } from './gather-source.ts';
import type { Telling } from './progress-stream.ts';

/** Which group leaves, for whom, and how one document of it is made. */
export interface GroupExport {
  readonly groupId: Readable<'group'>;
  readonly userId: string;
  readonly withComments: boolean;
  /** Makes one document, when its turn comes, of what is gathered then. */
  readonly write: (
    gather: (asking: Asking) => Promise<ExportSource>,
  ) => Promise<{ readonly source: ExportSource; readonly made: Exported }>;
}

/**
 * [X7] All documents of a group in one archive, in the folders where they stand, each as it is done, with the files that hang on
 * them: nothing is kept whole in memory. One that cannot be made is named in a note inside; the others are there.
 */
export async function exportGroup(
  services: ExportServices,
  { groupId, userId, withComments, write }: GroupExport,
  telling: Telling,
): Promise<void> {
  const { db, files, now } = services;
  const documents = await listDocuments(db, { groupId, userId, now: now() });
  const [places, folders] = await Promise.all([listPlaces(db, { groupId }), listFolders(db, { groupId })]);
  const names = new Names();
  const paths = folderPaths(folders, names);
  const lost: string[] = [];
  const archive = openArchive((bytes) => telling.send(bytes), now());
  for (const [index, { id, title }] of documents.entries()) {
    telling.signal.throwIfAborted();
    telling.say({ state: 'running', done: index, of: documents.length, title });
    const document = await findDocumentForMember(db, { documentId: id, userId, now: now() });
    if (!document) continue;
    try {
      const { source, made } = await write((asking) =>
        gatherSource(services, { document, userId, withComments, asking }),
      );
      const path = paths.get(liveFolderOf(folders, places.get(id)?.folderId ?? null)) ?? '';
      await archive.add(names.free(path + fileNameOf(title), made.extension), made.bytes);
      for (const src of filesIn(source.blocks, 'attachment')) {
        const file = await findFileForMember(db, { fileId: idIn(src), userId, now: now() });
        const body = file && (await files.read(file.storageKey));
        const folder = `${path}${words.filesFolder}/${fileNameOf(title)}`;
        if (body) await archive.stream(names.free(`${folder}/${fileNameOf(file.name)}`), body);
      }
    } catch (error) {
      if (telling.signal.aborted) throw error;
      lost.push(title);
    }
  }
  if (lost.length > 0)
    await archive.add(names.free(words.lostName, 'txt'), Buffer.from(words.lostNote(lost)));
  await archive.end();
}

/** A path of five folders still fits in what Windows takes. */
const FOLDER_NAME_MAX = 40;

/** Where the documents of each folder go in the archive, by its id; null is the top. */
function folderPaths(folders: readonly Folder[], names: Names): ReadonlyMap<string | null, string> {
  const paths = new Map<string | null, string>([[null, '']]);
  // No folder of the group may take the place of the one of the files.
  names.free(words.filesFolder);
  for (const { id, name, parentId } of folderTree(folders)) {
    const short = fileNameOf(name.slice(0, FOLDER_NAME_MAX));
    const path = names.free(`${paths.get(parentId) ?? ''}${short}`);
    names.free(`${path}/${words.filesFolder}`);
    paths.set(id, `${path}/`);
  }
  return paths;
}
