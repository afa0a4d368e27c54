import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

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

/** An archive that is handed over while it is made: nothing of it is kept whole in memory. */
export function openArchive(send: (bytes: Uint8Array) => Promise<void>, mtime: Date) {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const flush = async () => {
    for (const chunk of made.splice(0)) await send(chunk);
  };
  return {
    async add(name: string, bytes: Uint8Array) {
      // What is compressed already would only cost time.
      const isText = /\.(?:csv|md|html|json|txt)$/.test(name);
      const entry = isText ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      entry.mtime = mtime;
      zip.add(entry);
      entry.push(bytes, true);
      await flush();
    },
    async stream(name: string, body: ReadableStream<Uint8Array>) {
      const entry = new ZipPassThrough(name);
      entry.mtime = mtime;
      zip.add(entry);
      for await (const chunk of body) {
        entry.push(chunk);
        await flush();
      }
      entry.push(new Uint8Array(), true);
      await flush();
    },
    async end() {
      zip.end();
      await flush();
    },
  };
}
