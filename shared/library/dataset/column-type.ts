import { cellReader } from './cell-types.ts';
import type { FieldType, SchemaField } from './table-schema.ts';

/** From the narrowest to the widest: a column is the first that all its cells are. */
const GUESSED = ['year', 'integer', 'number', 'date', 'datetime', 'boolean', 'geopoint'] as const;

const fieldOf = (type: FieldType): SchemaField => ({ name: type, type, format: 'default', constraints: {} });
const READERS = GUESSED.map(
  (type) =>
    [
      type,
      type === 'boolean'
        ? cellReader({
            ...fieldOf(type),
            trueValues: ['true', 'vrai', 'oui'],
            falseValues: ['false', 'faux', 'non'],
          })
        : cellReader(fieldOf(type)),
    ] as const,
);

/** What the cells of a column look like, learnt cell by cell. */
export class ColumnType {
  #left = READERS.slice();
  #seen = 0;
  #hasZero = false;

  learn(text: string): void {
    this.#seen += 1;
    if (/^0\d/.test(text)) this.#hasZero = true;
    if (this.#left.length === 0) return;
    const left = this.#left.filter(([, read]) => read(text) !== null);
    if (left.length < this.#left.length) this.#left = left;
  }

  /** A code with a leading zero is text, whatever its digits; a year is one only between 1000 and 2100, which its reader does not know. */
  type(): FieldType {
    const [first] = this.#left;
    if (!first || this.#seen === 0) return 'string';
    const isNumeric = ['year', 'integer', 'number'].includes(first[0]);
    return isNumeric && this.#hasZero ? 'string' : first[0];
  }
}
