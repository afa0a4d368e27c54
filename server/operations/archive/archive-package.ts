import { createHash, type Hash } from 'node:crypto';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { archiveFields } from '#shared/operations/archive/archive-fields.fr.ts';
import { archiveTables } from '#shared/operations/archive/archive-tables.fr.ts';
import type { ArchivedTable } from '#shared/operations/archive/archived-table.ts';
import { openArchive } from '#shared/operations/archive/open-archive.fr.ts';
import { Names, openArchive as openZip } from '../../documents/conversion/archive.ts';

const words = openArchive.inside;

/** A file of an archive, as its description says it (Frictionless Data Resource). */
export interface Described {
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  readonly hash: string;
  readonly [more: string]: unknown;
}

/** [OA1] An archive that is being made: every file with its size and its sum, for `datapackage.json`. */
export class ArchivePackage {
  readonly names = new Names();
  readonly files: Described[] = [];
  readonly #zip: ReturnType<typeof openZip>;

  constructor(send: (bytes: Uint8Array) => Promise<void>, at: Date) {
    this.#zip = openZip(send, at);
  }

  async add(path: string, content: Uint8Array | string, about: { title: string; [more: string]: unknown }) {
    const bytes = Buffer.from(content as string);
    await this.#zip.add(path, bytes);
    this.#describe(path, bytes.length, createHash('sha256').update(bytes), about);
  }

  async stream(path: string, body: ReadableStream<Uint8Array>, about: { title: string }) {
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        hash.update(chunk);
        bytes += chunk.length;
        controller.enqueue(chunk);
      },
    });
    await this.#zip.stream(path, body.pipeThrough(counted));
    this.#describe(path, bytes, hash, about);
  }

  /** [OA1] A table twice: for spreadsheets, and exactly. */
  async table(folder: string, prefix: string, { name, fields, key, rows }: ArchivedTable) {
    const title = archiveTables[name];
    const path = `${folder}/${name}`;
    const lines = [
      fields.map((field) => field.name),
      ...rows.map((row) => fields.map((field) => cell(row[field.name]))),
    ];
    await this.add(`${path}.csv`, csvText(lines, 'tableur'), {
      title,
      profile: 'tabular-data-resource',
      name: `${prefix}${name}`,
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ';', lineTerminator: '\r\n' },
      rows: rows.length,
      schema: {
        fields: fields.map(({ name: field, type, refersTo }) => ({
          name: field,
          type,
          title: labelOf(field, refersTo),
        })),
        primaryKey: key,
      },
    });
    await this.add(`${path}.json`, `${JSON.stringify(rows, null, 1)}\n`, { title });
  }

  /** Ends the archive with its description, which says everything before. */
  async end(about: Readonly<Record<string, unknown>>) {
    const { files } = this;
    const taken = new Set(files.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])));
    const resources = files.map((file, index) => {
      if (file.name) return file;
      let name = `fichier-${index + 1}`;
      while (taken.has(name)) name += '-';
      return { name, ...file };
    });
    await this.#zip.add(
      'datapackage.json',
      Buffer.from(`${JSON.stringify({ profile: 'data-package', ...about, resources }, null, 1)}\n`),
    );
    await this.#zip.end();
  }

  #describe(path: string, bytes: number, hash: Hash, about: { title: string }) {
    this.files.push({ ...about, path, bytes, hash: `sha256:${hash.digest('hex')}` });
  }
}

function labelOf(field: string, refersTo: string | null): string {
  const label = archiveFields[field] ?? field;
  return refersTo ? words.refersTo(label, refersTo) : label;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
