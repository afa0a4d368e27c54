import { convert } from 'pandoc-wasm';

interface Converted {
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Readonly<Record<string, Blob | string>>;
}

/** What a tree says of itself to pandoc. */
const API = [1, 23, 1];

/** pandoc could not read what it was given, or write what was asked. */
export class PandocFailed extends Error {
  override readonly name = 'PandocFailed';
}

/** A tree of pandoc's as text or as the bytes of a file. `files` are what it may read, by name. */
export async function writeTree(
  tree: { readonly blocks: readonly unknown[]; readonly meta?: Readonly<Record<string, unknown>> },
  options: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<{ text: string; bytes: Uint8Array }> {
  const input = JSON.stringify({ 'pandoc-api-version': API, meta: tree.meta ?? {}, blocks: tree.blocks });
  const output = options['output-file'];
  const done = await run({ from: 'json', ...options }, input, files);
  const file = typeof output === 'string' ? done.files[output] : undefined;
  if (typeof output === 'string' && !(file instanceof Blob)) throw new PandocFailed(done.stderr);
  return {
    text: done.stdout,
    bytes: file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
  };
}

async function run(
  options: Readonly<Record<string, unknown>>,
  stdin: string | null,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Converted> {
  const given = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new Blob([bytes as BlobPart])]),
  );
  const done: Converted = await convert(options, stdin, given);
  if (/^ERROR/m.test(done.stderr)) throw new PandocFailed(done.stderr.slice(0, 500));
  return done;
}
