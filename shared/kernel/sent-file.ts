import { FILE_NAME_HEADER } from '../paths.ts';

/** What can be seen to be refused without sending it; null when nothing. `size` in bytes. */
export function refusalOf(
  { size }: { readonly size: number },
  megabytes: number,
): 'file.empty' | 'file.tooLarge' | null {
  if (size === 0) return 'file.empty';
  return size > megabytes * 1024 * 1024 ? 'file.tooLarge' : null;
}

/** A header has an end; the end of a name is what people recognise. */
const NAME_SENT = 200;

/** The headers of a request whose body is the bytes of a file of this name. */
export function fileHeaders(name: string): Readonly<Record<string, string>> {
  return {
    [FILE_NAME_HEADER]: encodeURIComponent(name.slice(-NAME_SENT).toWellFormed()),
    'Content-Type': 'application/octet-stream',
  };
}
