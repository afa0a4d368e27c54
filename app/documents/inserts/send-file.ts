import type { FileKind } from '#shared/document/document-attributes.ts';
import type { FileError } from '#shared/errors.ts';
import { documentInserts as words } from '#shared/messages/fr/document-inserts.ts';
import { FILE_NAME_HEADER, paths } from '#shared/paths.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export interface SentImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

export interface SentAttachment {
  readonly src: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: FileKind;
}

/** The server's codes; it did not answer; this person may not any more; they changed their mind. */
export type SendError = FileError | 'unreachable' | 'forbidden' | 'cancelled';

/** A file on its way. */
export interface Sending<T> {
  readonly done: Promise<Result<T, SendError>>;
  cancel(): void;
}

type OnProgress = (percent: number) => void;

/** Sends an image to the document in which it will stand. */
export function sendImage(documentId: string, file: File, onProgress: OnProgress): Sending<SentImage> {
  const body = new FormData();
  body.set('file', file);
  return send(paths.documentImages({ id: documentId }), body, {}, onProgress);
}

/** A header has an end; the end of a name is what people recognise. */
const NAME_SENT = 200;

/** Sends any other file: its bytes are the body, so that the server stores them as they come. */
export function sendAttachment(
  documentId: string,
  file: File,
  onProgress: OnProgress,
): Sending<SentAttachment> {
  const name = encodeURIComponent(file.name.slice(-NAME_SENT).toWellFormed());
  const headers = { [FILE_NAME_HEADER]: name, 'Content-Type': 'application/octet-stream' };
  return send(paths.documentFiles({ id: documentId }), file, headers, onProgress);
}

/** What can be seen to be refused without sending it. */
export function refusalOf(file: File, megabytes: number): FileError | null {
  if (file.size === 0) return 'file.empty';
  return file.size > megabytes * 1024 * 1024 ? 'file.tooLarge' : null;
}

/** Why a file was not taken, in words. */
export function whyRefused(error: SendError): string {
  if (error === 'unreachable') return words.upload.unreachable;
  if (error === 'forbidden') return words.upload.forbidden;
  return error === 'cancelled' ? '' : words.fileErrors[error];
}

/** By XMLHttpRequest, which tells how much has left; `fetch` does not. */
function send<T>(
  address: string,
  body: FormData | File,
  headers: Readonly<Record<string, string>>,
  onProgress: OnProgress,
): Sending<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<Result<T, SendError>>((resolve) => {
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(Math.round((100 * loaded) / total));
    });
    request.addEventListener('load', () => {
      const said: unknown = request.response;
      if (request.status === 201) return resolve(ok(said as T));
      const error = (said as { error?: unknown } | null)?.error;
      if (typeof error === 'string' && error in words.fileErrors) return resolve(fail(error as FileError));
      resolve(fail([403, 404].includes(request.status) ? 'forbidden' : 'unreachable'));
    });
    request.addEventListener('error', () => resolve(fail('unreachable')));
    request.addEventListener('timeout', () => resolve(fail('unreachable')));
    request.addEventListener('abort', () => resolve(fail('cancelled')));
    request.send(body);
  });
  return { done, cancel: () => request.abort() };
}
