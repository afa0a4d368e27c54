import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import { PROGRESS_TYPE, type Progress, ProgressReader } from '#shared/documents/conversion/progress.ts';

/** What became of a file. */
export type SentImport =
  | { readonly id: string; readonly title: string; readonly losses: ImportReport['losses'] }
  | { readonly refused: string };

/** Sends a file and follows what becomes of it. @throws {DOMException} AbortError, when it was stopped. */
export async function sendImport(
  address: string,
  file: File,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<SentImport> {
  const body = new FormData();
  body.set('file', file);
  let last: Progress | null = null;
  try {
    const answer = await fetch(address, { method: 'POST', body, headers: { accept: PROGRESS_TYPE }, signal });
    if (!answer.ok || !answer.body || answer.headers.get('content-type') !== PROGRESS_TYPE)
      return { refused: 'unreachable' };
    const reader = new ProgressReader(
      (progress) => {
        last = progress;
        onProgress(progress);
      },
      () => undefined,
    );
    const stream = answer.body.getReader();
    for (let read = await stream.read(); !read.done; read = await stream.read()) reader.push(read.value);
  } catch (error) {
    if (signal.aborted) throw error;
    return { refused: 'unreachable' };
  }
  const end = last as Progress | null;
  if (end?.state === 'imported') return { id: end.id, title: end.title, losses: end.losses };
  return { refused: end?.state === 'refused' ? end.error : 'unreachable' };
}
