import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import { addVersion } from '#db/library/resource/new-resource-version.ts';
import type { ResourceChange } from '#db/library/resource/resource-change.ts';
import { isKeptBytes, type ResourceVersion } from '#db/library/resource/resource-versions.ts';
import { createResource, type ResourceContent } from '#db/library/resource/resources.ts';
import { forgetUpload } from '#db/library/resource/uploads.ts';
import type { AccessError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { isServed, parseNote, type ResourceFacts } from '#shared/library/resource/resource.ts';
import type { ResourceError } from '#shared/library/resource/resource-errors.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { type ReadyWrite, writeReady } from '../../kernel/ready-write.ts';
import { PICTURE } from './read-files.ts';
import { type TablePreview, tableOf } from './table-preview.ts';
import { mayBring } from './upload-rights.ts';
import { createUploads, type Uploads, type WholeFile } from './uploads.ts';

/** What a resource is made of: an address, or a file that has come. */
type Source = { readonly address: string } | { readonly uploadId: string };

type Change = Pick<ResourceChange, 'groupId' | 'by'>;

interface NewResource extends Change {
  readonly facts: ResourceFacts;
  readonly themeIds: readonly string[];
  readonly source: Source;
}

interface Shared {
  readonly id: string;
  readonly title: string;
}

/** What groups share: files that come in pieces, and what is made of them. Asks who may share there. */
export interface Resources {
  readonly uploads: Uploads;
  /** [RS1] [RS9] Shares a link, or a file that has come whole. Refuses 'access.…', 'upload.…'; the upload is then still there. */
  share(resource: NewResource): Promise<Result<Shared, ResourceError | AccessError>>;
  /** The same up to its transaction. */
  prepare(
    resource: NewResource,
  ): Promise<Result<ReadyWrite<Shared, ResourceError>, ResourceError | AccessError>>;
  /** [RS7] [RS9] Makes a file that has come whole the next version. Refuses 'access.…', 'resource.…', 'upload.…'. */
  addVersion(
    version: Change & { resourceId: string; uploadId: string; note: string },
  ): Promise<Result<{ number: number }, ResourceError | AccessError>>;
  /** The bytes of a version, or its picture; null for what is not served ([RS11]) or not there. */
  read(version: ResourceVersion, part?: 'picture'): Promise<ReadableStream<Uint8Array> | null>;
  /** [RS14] The first rows of a table in text; null for what is none. */
  readTable(version: ResourceVersion): Promise<TablePreview | null>;
  /** Removes bytes that no version needs any more. */
  remove(storageKeys: readonly string[]): Promise<void>;
  /** Has new files looked at soon: they are looked at sooner or later anyway. */
  hurry(): Promise<void>;
}

interface Options {
  readonly db: Db;
  readonly store: FileStore;
  /** Asks for what new files need: it is done sooner or later in any case. */
  readonly onNewFile: () => Promise<void>;
  /** Whether a scanner looks at files before anybody gets them. */
  readonly isScanned: boolean;
  readonly maxBytes: number;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createResources({
  db,
  store,
  onNewFile,
  isScanned,
  maxBytes,
  log,
  now,
  newId,
}: Options): Resources {
  const uploads = createUploads({ db, store, maxBytes, now, newId });
  const versionOf = (file: WholeFile, note: string) => ({
    ...file,
    id: newId(),
    scan: isScanned ? ('waiting' as const) : ('none' as const),
    note,
  });
  const hurry = () =>
    onNewFile().catch((error: unknown) => {
      log.error({ err: error }, 'a new file waits for its round');
    });

  const prepare: Resources['prepare'] = async ({ groupId, by, facts, themeIds, source }) => {
    const may = await mayBring(db, { groupId, by, now: now() });
    if (!may.ok) return may;
    let content: ResourceContent;
    if ('address' in source) content = source;
    else {
      const whole = await uploads.whole({ uploadId: source.uploadId, by, groupId });
      if (!whole.ok) return whole;
      content = { version: versionOf(whole.value, '') };
    }
    const change = { resourceId: newId(), groupId, by, now: now(), activityId: newId() };
    return ok({
      async make(tx) {
        if ('uploadId' in source && !(await forgetUpload(tx, { uploadId: source.uploadId, by })))
          return fail('upload.notFound');
        if ('version' in content) effectsOf(tx).hurry(hurry);
        return ok(await createResource(tx, { ...change, facts, content, themeIds }));
      },
    });
  };

  return {
    uploads,
    hurry,
    prepare,
    share: async (resource) => writeReady(db, await prepare(resource)),
    async addVersion({ resourceId, uploadId, note: given, groupId, by }) {
      const may = await mayBring(db, { groupId, by, now: now() });
      const note = may.ok ? parseNote(given) : may;
      if (!note.ok) return note;
      const whole = await uploads.whole({ uploadId, by, groupId });
      if (!whole.ok) return whole;
      const version = versionOf(whole.value, note.value);
      const change = { resourceId, groupId, by, now: now(), activityId: newId() };
      const added = await inTransaction(db, async (tx) => {
        const made = await addVersion(tx, { ...change, version });
        if (!made.ok) return made;
        return (await forgetUpload(tx, { uploadId, by })) ? made : fail('upload.notFound');
      });
      if (added.ok) await hurry();
      return added;
    },
    async read(version, part) {
      if (!isServed(version)) return null;
      return store.read(part ? version.storageKey + PICTURE : version.storageKey);
    },
    async readTable(version) {
      return isServed(version) ? tableOf(store, version) : null;
    },
    async remove(storageKeys) {
      for (const key of storageKeys) {
        if (await isKeptBytes(db, key)) continue;
        await store.remove(key);
        await store.remove(key + PICTURE);
      }
    },
  };
}
