import type { CardFile } from '#shared/boards/board.ts';
import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import type { AccessError, FileError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { createScanner, ScannerAway } from '../../library/resource/scanner.ts';
import { inNameOf, Lane } from '../lane/lane.ts';
import { bodyRefusal, countedBody } from './attachment-body.ts';
import { natureOf } from './file-kind.ts';
import type { FileStore } from './file-store.ts';
import { cleanImage, photoImage, smallImage } from './image.ts';
import { unlessAway } from './store-away.ts';
import { storedType } from './stored-type.ts';
import { readUpload, safeName, type Upload } from './upload.ts';

/** An image that was received and may now stand in a text. */
export interface ReceivedImage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A file that was received and may now hang on a text. */
export interface ReceivedFile {
  readonly id: string;
  /** Cleaned: one line, no folder, at most 120 characters. */
  readonly name: string;
  readonly bytes: number;
  readonly kind: FileKind;
}

/** A file on its way: its bytes are the body of the request, its name came beside them. */
export interface SentFile {
  readonly name: string;
  readonly body: ReadableStream<Uint8Array> | null;
  /** What the sender says; only ever used to refuse early. */
  readonly announcedBytes: number | null;
}

/** Where a file goes, and who puts it there. */
interface Into {
  readonly groupId: string;
  readonly documentId?: string | undefined;
  readonly boardId?: string | undefined;
  readonly by: string;
}

/** A file whose bytes are in the store already, for its line in the register. */
interface StoredFile extends Omit<Into, 'by'> {
  readonly id: string;
  readonly name: string;
  /** By content, never by name. */
  readonly contentType: string;
  readonly bytes: number;
  /** Pixels; null for what is no image. */
  readonly width: number | null;
  readonly height: number | null;
  readonly storageKey: string;
}

/** The same of an image that was drawn anew. */
export type DrawnFile = StoredFile & { readonly width: number; readonly height: number };

/** Writes a file into the register, in the name of whoever sent it. */
type Registering<File, E> = (
  by: string,
  file: File,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: E }>;

/** Why a file is not taken: where it goes may not be this person's any more when it has come. */
type Refusal = FileError | AccessError | 'api.invalid';

/** Uploaded files: their bytes in a store, who may read them in the database. */
export interface Files {
  /** [D8] Receives the image of a form (field `file`) into a document of a group. */
  receiveImage(request: Request, into: Into): Promise<Result<ReceivedImage, Refusal>>;
  /** [D8] The same for an image that came inside another file. */
  keepImage(image: Upload, into: Into): Promise<Result<ReceivedImage, Refusal>>;
  /**
   * [D16] Receives any file into a document of a group, its bytes stored as they arrive.
   * Refuses 'file.empty', 'file.tooLarge', 'file.lost' (cut short), 'file.infected', 'file.scannerAway' and 'file.unavailable' (the store is away); nothing is left of what is refused.
   */
  receiveFile(file: SentFile, into: Into): Promise<Result<ReceivedFile, Refusal>>;
  /**
   * [B56] Receives a file for a card: what its name says is a picture is drawn anew as any other ([D8]), so that it can be shown, or
   * refused; anything else is stored as it arrives ([D16]). Refuses what both refuse.
   */
  receiveCardFile(file: SentFile, into: Into & { boardId: string }): Promise<Result<CardFile, Refusal>>;
  /** [US12] Takes an image as a photograph, whose line in the register is its page’s to write: nothing stays of one that it refuses. */
  keepPhoto<E extends string>(
    image: Upload,
    into: Pick<Into, 'groupId' | 'by'>,
    register: Registering<DrawnFile, E>,
  ): Promise<Result<ReceivedImage, E | FileError>>;
  read(storageKey: string): Promise<ReadableStream<Uint8Array> | null>;
  /** [B54] The image as a card shows it, WebP; null when there is no smaller one than the image itself. */
  readSmall(storageKey: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

interface FilesOptions {
  /** `file.register`. */
  readonly register: Registering<StoredFile, AccessError | 'api.invalid'>;
  readonly store: FileStore;
  /** Where the scanner is; none: files are taken as they are. */
  readonly clamdUrl?: string | undefined;
  readonly maxBytes: number;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createFiles({ register, store, clamdUrl, maxBytes, now, newId }: FilesOptions): Files {
  const scanner = clamdUrl === undefined ? null : createScanner(clamdUrl);
  const draw = createDrawing();

  /** [D16] Why what was stored may not stay, when it may not. A picture is drawn anew, and has nothing left to look for. */
  async function scanRefusal(storageKey: string): Promise<FileError | null> {
    const bytes = scanner && (await store.read(storageKey));
    if (!scanner || !bytes) return null;
    try {
      return (await scanner.scan(bytes)).isClean ? null : 'file.infected';
    } catch (error) {
      if (error instanceof ScannerAway) return 'file.scannerAway';
      throw error;
    }
  }

  async function keepDrawn<E extends string>(
    { name, bytes: given }: Upload,
    { groupId, by, ...place }: Into,
    use: ImageUse,
    registering: Registering<DrawnFile, E>,
  ): Promise<Result<ReceivedImage & { bytes: number }, FileError | E>> {
    const drawn = await draw(given, by, use);
    if (!drawn.ok) return drawn;
    const { bytes, contentType, extension, width, height, small } = drawn.value;
    const id = newId();
    const storageKey = `${groupId}/${id}.${extension}`;
    // The bytes first: a file without its line in the register is lost space, the other way round a broken image.
    await store.put(storageKey, bytes);
    if (small) await store.put(storageKey + SMALL, small);
    const kept = await keep({ register: registering, store }, by, {
      id,
      groupId,
      ...place,
      name,
      contentType,
      bytes: bytes.length,
      width,
      height,
      storageKey,
    });
    if (!kept.ok) return kept;
    return ok({ id, width, height, bytes: bytes.length });
  }
  const keepImage = (image: Upload, into: Into) =>
    keepDrawn(image, into, into.boardId === undefined ? 'text' : 'card', register);

  async function receiveFile(
    { name: given, body, announcedBytes }: SentFile,
    { groupId, by, ...place }: Into,
  ): Promise<Result<ReceivedFile, Refusal>> {
    if (announcedBytes !== null && announcedBytes > maxBytes) return fail('file.tooLarge');
    if (!body) return fail('file.empty');
    const name = safeName(given, 'fichier');
    const id = newId();
    const storageKey = `${groupId}/${id}`;
    const { bytes, seen } = countedBody(body, maxBytes);
    try {
      await store.putStream(storageKey, bytes);
    } catch (error) {
      const refusal = bodyRefusal(error);
      if (!refusal) throw error;
      return fail(refusal);
    }
    if (seen.bytes === 0 || (announcedBytes !== null && announcedBytes !== seen.bytes)) {
      await store.remove(storageKey);
      return fail(seen.bytes === 0 ? 'file.empty' : 'file.lost');
    }
    const refused = await scanRefusal(storageKey);
    if (refused) {
      await store.remove(storageKey);
      return fail(refused);
    }
    const { kind, contentType } = natureOf(await storedType(store, storageKey), seen.head, name);
    const kept = await keep({ register, store }, by, {
      id,
      groupId,
      ...place,
      name,
      contentType,
      bytes: seen.bytes,
      width: null,
      height: null,
      storageKey,
    });
    if (!kept.ok) return kept;
    return ok({ id, name, bytes: seen.bytes, kind });
  }

  async function receiveCardFile(
    file: SentFile,
    into: Into & { boardId: string },
  ): Promise<Result<CardFile, Refusal>> {
    const at = now().toISOString();
    const name = safeName(file.name, 'fichier');
    if (!PICTURE.test(name)) {
      const received = await receiveFile(file, into);
      return received.ok ? ok({ ...received.value, width: null, height: null, at }) : received;
    }
    const bytes = await gather(file, maxBytes);
    if (!bytes.ok) return bytes;
    const kept = await keepImage({ name, bytes: bytes.value }, into);
    return kept.ok ? ok({ ...kept.value, name, kind: 'image', at }) : kept;
  }

  return {
    async receiveImage(request, into) {
      const upload = await readUpload(request, maxBytes);
      return upload.ok ? unlessAway(keepImage(upload.value, into), AWAY) : upload;
    },
    keepImage: (image, into) => unlessAway(keepImage(image, into), AWAY),
    keepPhoto({ name, bytes }, into, registering) {
      const image = { name: safeName(name), bytes };
      return unlessAway(keepDrawn(image, into, 'photo', registering), AWAY);
    },
    receiveFile: (file, into) => unlessAway(receiveFile(file, into), AWAY),
    receiveCardFile: (file, into) => unlessAway(receiveCardFile(file, into), AWAY),
    read: (storageKey) => store.read(storageKey),
    async readSmall(storageKey) {
      const stored = await store.read(storageKey + SMALL);
      return stored && new Uint8Array(await new Response(stored).arrayBuffer());
    },
  };
}

/** The whole of what arrives, for what must be looked at before it is stored. */
async function gather(
  { body, announcedBytes }: SentFile,
  maxBytes: number,
): Promise<Result<Uint8Array, FileError>> {
  if (announcedBytes !== null && announcedBytes > maxBytes) return fail('file.tooLarge');
  if (!body) return fail('file.empty');
  try {
    const bytes = new Uint8Array(await new Response(countedBody(body, maxBytes).bytes).arrayBuffer());
    const isCut = announcedBytes !== null && announcedBytes !== bytes.length;
    return isCut ? fail('file.lost') : ok(bytes);
  } catch (error) {
    const refusal = bodyRefusal(error);
    if (!refusal) throw error;
    return fail(refusal);
  }
}

/** Nothing stays of what is not registered. */
async function keep<File extends StoredFile, E extends string>(
  { register, store }: { register: Registering<File, E>; store: FileStore },
  by: string,
  file: File,
): Promise<Result<void, E>> {
  const registered = await register(by, file);
  if (registered.ok) return ok();
  await store.remove(file.storageKey);
  if (file.width !== null) await store.remove(file.storageKey + SMALL);
  return fail(registered.error);
}

/** Where an image is shown: in a text, on a card, which wants it smaller too, or alone, which wants both. */
type ImageUse = 'text' | 'card' | 'photo';

/** The largest image takes 240 MB while it is drawn. */
const DRAWN_AT_ONCE = 2;

/** [R12] Draws images anew, in turns. How many of an account wait is bounded by the bodies that it may send. */
function createDrawing() {
  const lane = new Lane({ waiting: Number.POSITIVE_INFINITY, atOnce: DRAWN_AT_ONCE });
  return (bytes: Uint8Array, account: string, use: ImageUse) =>
    lane.run(inNameOf(account), async () => {
      const clean = await cleanImage(bytes);
      if (!clean.ok) return clean;
      const image = use === 'photo' ? await photoImage(clean.value) : clean.value;
      return ok({ ...image, small: use === 'text' ? null : await smallImage(image) });
    });
}

/** [FS3] What is refused while the store is away. */
const AWAY = 'file.unavailable';

/** After the key of an image, that of the same drawn smaller. */
const SMALL = '.small.webp';

/** Names of what can be drawn anew. */
const PICTURE = /\.(?:png|jpe?g|webp|gif)$/i;
