import type { FileError } from '#shared/errors.ts';
import { document as documentWords } from '#shared/messages/fr/document.ts';
import { paths } from '#shared/paths.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export interface SentImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Sends an image to the document it will stand in. Refuses with the server's code, or 'unreachable'. */
export async function sendImage(
  documentId: string,
  file: File,
): Promise<Result<SentImage, FileError | 'unreachable'>> {
  const body = new FormData();
  body.set('file', file);
  try {
    const answer = await fetch(paths.documentImages({ id: documentId }), { method: 'POST', body });
    const said: Partial<SentImage> & { error?: string } = await answer.json();
    const { src, width = 0, height = 0, error } = said;
    if (answer.ok && src) return ok({ src, width, height });
    return fail(isFileError(error) ? error : 'unreachable');
  } catch {
    return fail('unreachable');
  }
}

function isFileError(code: string | undefined): code is FileError {
  return code !== undefined && code in documentWords.errors;
}
