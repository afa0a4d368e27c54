import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { findDocumentForMember, listDocuments } from '#db/documents.ts';
import { findFileForMember } from '#db/files.ts';
import { conversion as words } from '#shared/messages/fr/conversion.ts';
import type { Exported, ExportSource } from './export-source.ts';
import { fileNameOf } from './file-name.ts';
import { type ExportServices, filesIn, gatherSource, idIn } from './gather-source.ts';
import type { Telling } from './progress-stream.ts';

interface GroupExport {
  readonly groupId: string;
  readonly userId: string;
  readonly withComments: boolean;
  /** Makes one document. */
  readonly write: (source: ExportSource, telling: Telling) => Promise<Exported>;
}

/**
 * [X7] All documents of a group in one archive, each as it is done, with the files that hang on them: nothing is kept whole in
 * memory. One that cannot be made is named in a note inside; the others are there. The caller has checked the group.
 */
export async function exportGroup(
  services: ExportServices,
  { groupId, userId, withComments, write }: GroupExport,
  telling: Telling,
): Promise<void> {
  const { db, files, now } = services;
  const documents = await listDocuments(db, { groupId, userId, now: now() });
  const names = new Names();
  const lost: string[] = [];
  const archive = openArchive(telling, now());
  for (const [index, { id, title }] of documents.entries()) {
    telling.signal.throwIfAborted();
    telling.say({ state: 'running', done: index, of: documents.length, title });
    const document = await findDocumentForMember(db, { documentId: id, userId, now: now() });
    if (!document) continue;
    try {
      const source = await gatherSource(services, { document, userId, withComments });
      const made = await write(source, telling);
      await archive.add(names.free(fileNameOf(title), made.extension), made.bytes);
      for (const src of filesIn(source.blocks, 'attachment')) {
        const file = await findFileForMember(db, { fileId: idIn(src), userId, now: now() });
        const body = file && (await files.read(file.storageKey));
        if (body)
          await archive.stream(names.free(`${words.filesFolder}/${fileNameOf(title)}/${file.name}`), body);
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

/** Two documents of one title are two files. */
class Names {
  readonly #taken = new Set<string>();

  free(name: string, extension?: string): string {
    const [, stem = name, end = ''] = extension
      ? [null, name, `.${extension}`]
      : (/^(.*?)(\.[^./]*)?$/.exec(name) ?? []);
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? `${stem}${end}` : `${stem} (${count})${end}`;
      if (this.#taken.has(candidate.toLowerCase())) continue;
      this.#taken.add(candidate.toLowerCase());
      return candidate;
    }
  }
}

function openArchive(telling: Telling, mtime: Date) {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const flush = async () => {
    for (const chunk of made.splice(0)) await telling.send(chunk);
  };
  return {
    async add(name: string, bytes: Uint8Array) {
      // What is compressed already would only cost time.
      const isText = /\.(?:md|html|json|txt)$/.test(name);
      const entry = isText ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      entry.mtime = mtime;
      zip.add(entry);
      entry.push(bytes, true);
      await flush();
    },
    async stream(name: string, body: ReadableStream<Uint8Array>) {
      const entry = new ZipPassThrough(name);
      entry.mtime = mtime;
      zip.add(entry);
      for await (const chunk of body) {
        entry.push(chunk);
        await flush();
      }
      entry.push(new Uint8Array(), true);
      await flush();
    },
    async end() {
      zip.end();
      await flush();
    },
  };
}
