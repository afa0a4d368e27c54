import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { ZipFile } from 'yazl';

/** Two documents of one title are two files. */
export class Names {
  readonly #taken = new Set<string>();

  free(name: string, extension?: string): string {
    const [, stem = name, end = ''] = extension
      ? [null, name, `.${extension}`]
      : (/^(.*?)(\.[^./]*)?$/.exec(name) ?? []);
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? `${stem}${end}` : `${stem} (${count})${end}`;
      if (this.#taken.has(candidate.toLowerCase())) continue;
      this.#taken.add(candidate.toLowerCase());
      return candidate;
    }
  }
}

/** What is compressed already would only cost time. */
const TEXT = /\.(?:csv|md|html|json|txt)$/;

/**
 * An archive that is handed over while it is made: nothing of it is kept whole in memory, and it may be of more than 4 GB. A `send`
 * that fails ends the work.
 */
export function openArchive(send: (bytes: Uint8Array) => Promise<void>, mtime: Date) {
  const zip = new ZipFile();
  const sent = (async () => {
    for await (const chunk of zip.outputStream) await send(chunk as Buffer);
  })();
  // Whoever waits for it hears of it; nobody does between two files.
  sent.catch(() => undefined);
  const put = async (name: string, body: Readable) => {
    zip.addReadStream(body, name, { mtime, compress: TEXT.test(name) });
    await Promise.race([finished(body), sent]);
  };
  return {
    add: (name: string, bytes: Uint8Array) => put(name, Readable.from([bytes], { objectMode: false })),
    stream: (name: string, body: ReadableStream<Uint8Array>) =>
      put(name, Readable.fromWeb(body as NodeReadableStream)),
    async end() {
      zip.end();
      await sent;
    },
  };
}
