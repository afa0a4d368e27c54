import type { ResourceError } from '#shared/library/resource/resource-errors.ts';
import { PIECE_BYTES, placeId, type UploadPlace } from '#shared/library/resource/upload.ts';
import { begunUpload, forgetUpload, rememberUpload } from './begun-uploads.ts';
import {
  askUpload,
  dropUpload,
  openUpload,
  sendPiece,
  Unreachable,
  type UploadAnswer,
} from './piece-request.ts';

/** Why a file was not sent: a code of the catalogue, or that this person may not any more. */
export type SendRefusal = ResourceError | 'access.forbidden' | 'unreachable';

/** Where a file on its way stands. */
export type SendState =
  | { readonly kind: 'sending' | 'waiting'; readonly percent: number; readonly resumedAt: number | null }
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'refused'; readonly error: SendRefusal };

/** The server refuses the file: trying again would change nothing. */
class Refused extends Error {
  readonly error: SendRefusal;
  constructor(answer: UploadAnswer) {
    super(`refused: ${answer.status}`);
    const isForbidden = [401, 403].includes(answer.status);
    this.error = isForbidden ? 'access.forbidden' : ((answer.error as ResourceError | null) ?? 'unreachable');
  }
}

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * [RS8] Sends a file in pieces. After a cut it asks how far the file has come and goes on from there, for as long as the page is
 * open; one that was begun before a reload goes on too. What is answered gives it up on the server as well.
 */
export function sendInPieces(
  file: File,
  { account, place, onState }: { account: string; place: UploadPlace; onState: (state: SendState) => void },
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const into = { account, placeId: placeId(place) };
  let id: string | null = begunUpload(into, file);
  let resumedAt: number | null = null;
  const percent = (bytes: number) => Math.floor((100 * bytes) / file.size);

  /** Opens the upload, or finds where it stands; the offset from which to go on. */
  async function begin(): Promise<number> {
    if (id) {
      const known = await askUpload(id, signal);
      if (known.status === 200 && known.offset !== null) return known.offset;
      // Cleared away meanwhile: from the beginning.
      forgetUpload(into, file);
    }
    const opened = await openUpload(file, place, signal);
    if (opened.status !== 201 || !opened.id) throw new Refused(opened);
    id = opened.id;
    rememberUpload(into, file, id);
    return 0;
  }

  async function sendFrom(offset: number): Promise<void> {
    let at = offset;
    if (at > 0 && at < file.size) resumedAt = percent(at);
    while (at < file.size && id) {
      const start = at;
      const tell = (bytes: number) =>
        onState({ kind: 'sending', percent: percent(start + bytes), resumedAt });
      tell(0);
      const body = file.slice(at, at + PIECE_BYTES);
      const sent = await sendPiece(id, { offset: at, body, onProgress: tell }, signal);
      // It stands elsewhere, or is gone: ask, as after a cut.
      if (sent.status === 409 || sent.status === 404) throw new Unreachable();
      if (sent.status !== 204 || sent.offset === null) throw new Refused(sent);
      at = sent.offset;
    }
  }

  async function run(): Promise<void> {
    let failures = 0;
    let last = 0;
    while (!signal.aborted) {
      try {
        onState({ kind: 'sending', percent: last, resumedAt });
        const offset = await begin();
        if (percent(offset) > last) failures = 0;
        last = percent(offset);
        await sendFrom(offset);
        forgetUpload(into, file);
        if (id) onState({ kind: 'done', id });
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Refused) return onState({ kind: 'refused', error: error.error });
        if (!(error instanceof Unreachable)) throw error;
        onState({ kind: 'waiting', percent: last, resumedAt });
        await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0, signal);
        failures += 1;
      }
    }
  }

  void run();
  return () => {
    ending.abort();
    forgetUpload(into, file);
    if (id) dropUpload(id);
  };
}

/** Waits, less long when the line comes back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done, { once: true });
  });
}
