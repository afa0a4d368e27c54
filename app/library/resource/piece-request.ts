import { fileHeaders } from '#shared/kernel/sent-file.ts';
import { LENGTH_HEADER, OFFSET_HEADER, type UploadPlace } from '#shared/library/resource/upload.ts';
import { paths } from '#shared/paths.ts';

/** Nobody answered: the line is cut, or the server is starting again. */
export class Unreachable extends Error {}

/** What the server says to a request about an upload. */
export interface UploadAnswer {
  readonly status: number;
  /** How far the file has come; null when it does not say. */
  readonly offset: number | null;
  /** Of an upload that was opened. */
  readonly id: string | null;
  /** A code of the catalogue. */
  readonly error: string | null;
}

interface Asked {
  readonly method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
  readonly onProgress?: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** By XMLHttpRequest, which tells how much has left. @throws {Unreachable} */
function ask(
  address: string,
  { method, headers = {}, body, onProgress, signal }: Asked,
): Promise<UploadAnswer> {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const abort = () => request.abort();
    const fail = () => reject(new Unreachable());
    signal.addEventListener('abort', abort, { once: true });
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onProgress?.(loaded));
    for (const end of ['error', 'timeout', 'abort']) request.addEventListener(end, fail);
    request.addEventListener('load', () => {
      // A proxy answers for a server that is away.
      if ([502, 503, 504].includes(request.status)) return fail();
      resolve({ status: request.status, offset: offsetOf(request), ...saidIn(request.responseText) });
    });
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.send(body);
  });
}

function offsetOf(request: XMLHttpRequest): number | null {
  const said = request.getResponseHeader(OFFSET_HEADER);
  return said === null ? null : Number(said);
}

function saidIn(text: string): { id: string | null; error: string | null } {
  try {
    const said: { id?: unknown; error?: unknown } = JSON.parse(text);
    const read = (value: unknown) => (typeof value === 'string' ? value : null);
    return { id: read(said.id), error: read(said.error) };
  } catch {
    return { id: null, error: null };
  }
}

/** Opens the way for a file into a group or a mission. */
export function openUpload(file: File, place: UploadPlace, signal: AbortSignal): Promise<UploadAnswer> {
  const headers = { ...fileHeaders(file.name), [LENGTH_HEADER]: String(file.size) };
  const into = 'groupId' in place ? `groupe=${place.groupId}` : `mission=${place.missionId}`;
  return ask(`${paths.uploads()}?${into}`, { method: 'POST', headers, signal });
}

/** Asks how far an upload has come. */
export function askUpload(id: string, signal: AbortSignal): Promise<UploadAnswer> {
  return ask(paths.upload(id), { method: 'HEAD', signal });
}

/** Sends the bytes that follow. */
export function sendPiece(
  id: string,
  piece: { offset: number; body: Blob; onProgress: (bytes: number) => void },
  signal: AbortSignal,
): Promise<UploadAnswer> {
  const { offset, body, onProgress } = piece;
  const headers = { [OFFSET_HEADER]: String(offset), 'Content-Type': 'application/octet-stream' };
  return ask(paths.upload(id), { method: 'PATCH', headers, body, onProgress, signal });
}

/** Gives an upload up; what cannot be said now is cleared away later. */
export function dropUpload(id: string): void {
  void ask(paths.upload(id), { method: 'DELETE', signal: new AbortController().signal }).catch(
    () => undefined,
  );
}
