import { createHash } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import {
  findUpload,
  forgetUpload,
  listStaleUploads,
  openUpload,
  touchUpload,
  type Upload,
} from '#db/library/resource/uploads.ts';
import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import type { AccessError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ResourceError } from '#shared/library/resource/resource-errors.ts';
import {
  checkSize,
  placeId,
  roomForPiece,
  UPLOAD_DAYS,
  type UploadPlace,
} from '#shared/library/resource/upload.ts';
import { bodyRefusal, countedBody } from '../../kernel/file/attachment-body.ts';
import { natureOf } from '../../kernel/file/file-kind.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { unlessAway } from '../../kernel/file/store-away.ts';
import { headOf, storedType } from '../../kernel/file/stored-type.ts';
import { safeName } from '../../kernel/file/upload.ts';
import { mayBring } from './upload-rights.ts';

/** Which upload, and who sends it. */
interface Mine {
  readonly uploadId: string;
  readonly by: string;
}

/** How far a file has come. */
export interface UploadState {
  readonly id: string;
  /** The group or the mission that it goes to. */
  readonly placeId: string;
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
}

/** A file that has come whole, and what it is. */
export interface WholeFile {
  readonly name: string;
  readonly contentType: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/** Files on their way to resources and deliverables, in pieces. */
export interface Uploads {
  /** [RS8] Opens the way for a file of this size to where this person may bring it. Refuses 'access.…', 'upload.empty', '…tooLarge', '…tooMany'. */
  open(
    file: UploadPlace & { by: string; name: string; bytes: number; sha256: string | null },
  ): Promise<Result<UploadState, ResourceError | AccessError>>;
  /** How far it has come; null for an upload of somebody else, or none. */
  find(mine: Mine): Promise<UploadState | null>;
  /**
   * [RS8] Takes a piece that begins at `offset`, stored as it arrives: what has come before a cut stays. Refuses 'upload.notFound',
   * '…elsewhere' (ask `find` where to go on), '…tooLarge' (more than was announced), '…unavailable' (the store is away).
   */
  receive(
    piece: Mine & { offset: number; body: ReadableStream<Uint8Array> },
  ): Promise<Result<UploadState, ResourceError>>;
  /** Gives an upload up, with what has come of it. */
  cancel(mine: Mine): Promise<void>;
  /** [RS9] The file, if it has come whole and is what was announced. Refuses 'upload.notFound', '…unfinished', '…altered'. */
  whole(mine: Mine & UploadPlace): Promise<Result<WholeFile, ResourceError>>;
  /** [RS10] Removes uploads of which nothing has come for days; says how many. */
  clearStale(): Promise<number>;
}

interface Options {
  readonly db: Db;
  readonly store: FileStore;
  readonly maxBytes: number;
  readonly now: () => Date;
  readonly newId: () => string;
}

const DAY_MS = 24 * 3600 * 1000;
const AT_ONCE = 100;
/** [FS3] What is refused while the store is away; what has come stays. */
const AWAY = 'upload.unavailable';

export function createUploads({ db, store, maxBytes, now, newId }: Options): Uploads {
  /** Uploads of which a piece is coming in now: two at once would write over each other. */
  const busy = new Set<string>();

  const stateOf = async (upload: Upload): Promise<UploadState> => ({
    id: upload.id,
    placeId: upload.groupId ?? upload.missionId ?? '',
    name: upload.name,
    bytes: upload.bytes,
    received: await store.sizeOf(upload.storageKey),
  });

  async function takeIn(
    upload: Upload,
    offset: number,
    body: ReadableStream<Uint8Array>,
  ): Promise<Result<UploadState, ResourceError>> {
    const { received } = await stateOf(upload);
    const room = roomForPiece({ received, total: upload.bytes }, offset);
    if (!room.ok) return room;
    const { bytes } = countedBody(body, room.value);
    try {
      await store.append(upload.storageKey, bytes);
    } catch (error) {
      const refusal = bodyRefusal(error);
      if (refusal === null) throw error;
      if (refusal === 'file.tooLarge') return fail('upload.tooLarge');
      // Cut short: the sender is gone, what has come stays.
    }
    await inTransaction(db, (tx) => touchUpload(tx, { uploadId: upload.id, now: now() }));
    return ok(await stateOf(upload));
  }

  async function drop(upload: Upload): Promise<void> {
    await inTransaction(db, (tx) => forgetUpload(tx, { uploadId: upload.id, by: upload.by }));
    await store.remove(upload.storageKey);
  }

  async function whole({
    uploadId,
    by,
    ...place
  }: Mine & UploadPlace): Promise<Result<WholeFile, ResourceError>> {
    const upload = await findUpload(db, { uploadId, by });
    if (!upload || (upload.groupId ?? upload.missionId) !== placeId(place)) return fail('upload.notFound');
    const { received } = await stateOf(upload);
    if (received !== upload.bytes) return fail('upload.unfinished');
    const sha256 = await checksumOf(store, upload.storageKey);
    if (upload.sha256 !== null && upload.sha256 !== sha256) {
      await drop(upload);
      return fail('upload.altered');
    }
    const { name, bytes, storageKey } = upload;
    const head = await headOf(store, storageKey);
    const nature = natureOf(await storedType(store, storageKey), head, name);
    return ok({ ...nature, name, bytes, sha256, storageKey });
  }

  return {
    async open({ by, name, bytes, sha256, ...place }) {
      const may = await mayBring(db, { ...place, by, now: now() });
      const size = may.ok ? checkSize(bytes, maxBytes) : may;
      if (!size.ok) return size;
      const id = newId();
      const ofGroup = 'groupId' in place;
      const upload = {
        id,
        groupId: ofGroup ? place.groupId : null,
        missionId: ofGroup ? null : place.missionId,
        name: safeName(name, 'fichier'),
        ...{ by, bytes, sha256 },
      };
      const storageKey = `${ofGroup ? '' : 'missions/'}${placeId(place)}/${id}`;
      const opened = await inTransaction(db, (tx) => openUpload(tx, { ...upload, storageKey, now: now() }));
      return opened.ok ? ok({ id, placeId: placeId(place), name: upload.name, bytes, received: 0 }) : opened;
    },
    async find(mine) {
      const upload = await findUpload(db, mine);
      return upload && stateOf(upload);
    },
    async receive({ offset, body, ...mine }) {
      const upload = await findUpload(db, mine);
      if (!upload) return fail('upload.notFound');
      if (busy.has(upload.id)) return fail('upload.elsewhere');
      busy.add(upload.id);
      try {
        return await unlessAway(takeIn(upload, offset, body), AWAY);
      } finally {
        busy.delete(upload.id);
      }
    },
    async cancel(mine) {
      const upload = await findUpload(db, mine);
      if (upload) await drop(upload);
    },
    whole: (mine) => unlessAway(whole(mine), AWAY),
    async clearStale() {
      const before = new Date(now().getTime() - UPLOAD_DAYS * DAY_MS);
      const stale = await listStaleUploads(db, { before, limit: AT_ONCE });
      for (const upload of stale) if (!busy.has(upload.id)) await drop(upload);
      return stale.length;
    },
  };
}

/** SHA-256 of what is stored, in hexadecimal, read through without being held. */
async function checksumOf(store: FileStore, storageKey: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of (await store.read(storageKey)) ?? []) hash.update(chunk);
  return hash.digest('hex');
}
