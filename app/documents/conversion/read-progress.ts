import { PROGRESS_TYPE, type Progress, ProgressReader } from '#shared/documents/conversion/progress.ts';

/** A file that arrived whole. */
export interface ArrivedFile {
  readonly name: string;
  readonly content: Blob;
}

/**
 * Asks for a file and follows its making. Refuses with the server's code, or 'unreachable' when the answer ends before its last line.
 * @throws {DOMException} AbortError, when it was stopped.
 */
export async function fetchTelling(
  address: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ArrivedFile | { readonly refused: string }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let last: Progress | null = null;
  try {
    const answer = await fetch(address, { headers: { accept: PROGRESS_TYPE }, signal });
    if (!answer.ok || !answer.body || answer.headers.get('content-type') !== PROGRESS_TYPE)
      return { refused: 'unreachable' };
    const reader = new ProgressReader(
      (progress) => {
        last = progress;
        onProgress(progress);
      },
      (bytes) => parts.push(bytes as Uint8Array<ArrayBuffer>),
    );
    const stream = answer.body.getReader();
    for (let read = await stream.read(); !read.done; read = await stream.read()) reader.push(read.value);
  } catch (error) {
    if (signal.aborted) throw error;
    return { refused: 'unreachable' };
  }
  const end = last as Progress | null;
  if (end?.state === 'refused') return { refused: end.error };
  if (end?.state !== 'done') return { refused: 'unreachable' };
  return { name: end.name, content: new Blob(parts, { type: end.type }) };
}

/** Hands a file to the browser, which saves it where this person's files go. */
export function save({ name, content }: ArrivedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
