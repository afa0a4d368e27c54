import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.map',
  '.svg',
  '.txt',
  '.wasm',
  '.webmanifest',
  '.xml',
]);

/** Below this size the headers weigh more than what is saved. */
const WORTH_IT_BYTES = 1024;

/**
 * Writes `file.br` and `file.gz` beside every text file of a built folder, at the highest levels: the time is spent
 * once at build so that no request ever pays for it. A copy that would not be smaller is not written.
 *
 * @param folder path of the folder, read with its subfolders
 * @returns how many files got at least one compressed copy
 */
export async function precompress(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const written = await Promise.all(names.map((name) => compressFile(join(folder, name))));
  return written.filter(Boolean).length;
}

async function compressFile(file: string): Promise<boolean> {
  if (!COMPRESSIBLE.has(extname(file))) return false;
  if (!(await stat(file)).isFile()) return false;
  const content = await readFile(file);
  if (content.length < WORTH_IT_BYTES) return false;
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  const copies = [
    { path: `${file}.br`, bytes: br },
    { path: `${file}.gz`, bytes: gz },
  ].filter(({ bytes }) => bytes.length < content.length);
  await Promise.all(copies.map(({ path, bytes }) => writeFile(path, bytes)));
  return copies.length > 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('usage: precompress.ts FOLDER');
  await precompress(folder);
}
