import Papa from 'papaparse';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { headOf } from '../../kernel/file/stored-type.ts';
import { textOf } from '../../kernel/file/text-file.ts';

/** The beginning of a table in text. */
export interface TablePreview {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** There is more of it than is shown. */
  readonly isCut: boolean;
}

/** As much of a file as is looked at, and as much of a table as helps to know it. */
const HEAD_BYTES = 256 * 1024;
const ROWS_MAX = 200;
const COLUMNS_MAX = 40;
const CELL_MAX = 200;

/** [RS14] The first rows of a stored file that is a table in text; null for any other. */
export async function tableOf(
  store: FileStore,
  {
    name,
    contentType,
    storageKey,
    bytes,
  }: { name: string; contentType: string; storageKey: string; bytes: number },
): Promise<TablePreview | null> {
  if (contentType !== 'text/plain' || !/\.(?:csv|tsv)$/i.test(name)) return null;
  return readTable(await headOf(store, storageKey, HEAD_BYTES), bytes > HEAD_BYTES);
}

/** The rows of the beginning of a file; of a beginning that is cut, not the last one. */
function readTable(head: Uint8Array, isCutShort: boolean): TablePreview | null {
  // A letter may be cut in two at the end: what cannot be UTF-8 there is not the encoding of the whole.
  const end = isCutShort ? head.lastIndexOf(10) + 1 : head.length;
  const text = textOf(head.subarray(0, end || head.length)).replace(/^\ufeff/, '');
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [';', ',', '\t', '|'],
    preview: ROWS_MAX + 2,
    skipEmptyLines: true,
  });
  const [header, ...rows] = data.map((cells) =>
    cells.slice(0, COLUMNS_MAX).map((cell) => cell.slice(0, CELL_MAX)),
  );
  if (!header) return null;
  return { header, rows: rows.slice(0, ROWS_MAX), isCut: isCutShort || rows.length > ROWS_MAX };
}
