import { createHash } from 'node:crypto';
import { type Entry, fromBufferPromise } from 'yauzl';
import { z } from 'zod';

const Package = z.object({
  cordee: z.object({
    format: z.number(),
    groups: z.array(z.object({ id: z.string(), name: z.string(), folder: z.string() })),
    lost: z.array(z.string()),
  }),
  resources: z.array(
    z.looseObject({
      name: z.string(),
      path: z.string(),
      title: z.string(),
      bytes: z.number(),
      hash: z.string(),
    }),
  ),
});

/** An open archive that was read whole. */
export interface ReadArchive {
  readonly paths: readonly string[];
  readonly about: z.output<typeof Package>;
  bytes(path: string): Buffer;
  text(path: string): string;
  /** The rows of the only table of this name, or of that of a folder. */
  rows(name: string, folder?: string): Record<string, unknown>[];
}

/** Reads an archive by another library than the one that wrote it. */
export async function readOpenArchive(bytes: Buffer): Promise<ReadArchive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>)
    found.set(entry.fileName, Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray()));
  const of = (path: string) => {
    const content = found.get(path);
    if (!content) throw new Error(`not in the archive: ${path}`);
    return content;
  };
  return {
    paths: [...found.keys()],
    about: Package.parse(JSON.parse(of('datapackage.json').toString())),
    bytes: of,
    text: (path) => of(path).toString(),
    rows(name, folder = '') {
      const [path = name] = [...found.keys()].filter(
        (one) => one.startsWith(folder) && one.endsWith(`/${name}.json`) && one.includes('donnees/'),
      );
      return z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(of(path).toString()));
    },
  };
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
