import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import { documentInserts as words } from '#shared/documents/insert/document-inserts.fr.ts';
import type { FileError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { fileHeaders } from '#shared/kernel/sent-file.ts';
import { paths } from '#shared/paths.ts';
import { type SendFailure, sendBody } from '../../../ui/late/send-body.ts';

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

/** The server's codes, or why it did not answer with one. */
export type SendError = FileError | SendFailure;

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

/** Sends any other file: its bytes are the body, so that the server stores them as they come. */
export function sendAttachment(
  documentId: string,
  file: File,
  onProgress: OnProgress,
): Sending<SentAttachment> {
  return send(paths.documentFiles({ id: documentId }), file, fileHeaders(file.name), onProgress);
}

/** Why a file was not taken, in words. */
export function whyRefused(error: SendError): string {
  if (error === 'unreachable') return words.upload.unreachable;
  if (error === 'forbidden') return words.upload.forbidden;
  return error === 'cancelled' ? '' : words.fileErrors[error];
}

function send<T>(
  address: string,
  body: FormData | File,
  headers: Readonly<Record<string, string>>,
  onProgress: OnProgress,
): Sending<T> {
  const isCode = (said: string): said is FileError => said in words.fileErrors;
  const sending = sendBody<T, FileError>(address, body, { headers, isCode, onProgress });
  return {
    done: sending.done.then((sent) => ('taken' in sent ? ok(sent.taken) : fail(sent.refused))),
    cancel: sending.cancel,
  };
}
