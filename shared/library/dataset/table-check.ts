import { ColumnType } from './column-type.ts';
import { cut, FaultBook } from './fault-book.ts';
import { type CellCheck, checkOf, identifierCheck, isFormula } from './field-check.ts';
import type { IdentifierKind } from './french-identifiers.ts';
import { checkHeader } from './header-check.ts';
import { REPORT_LIMITS, type TableReport, type TableShape } from './table-report.ts';
import { FIELD_TYPES, type TableSchema } from './table-schema.ts';

interface Column {
  readonly name: string;
  readonly check: CellCheck | null;
  readonly identifier: CellCheck | null;
  readonly isRequired: boolean;
  /** Values seen and their first line, of a column that must not repeat. */
  readonly seen: Map<string, number> | null;
  readonly type: ColumnType;
  filled: number;
}

/** The columns of the primary key, and the first line of each value. */
interface Keys {
  readonly at: readonly number[];
  readonly seen: Map<string, number>;
}

/** Checks of other tools that are made here, by their name in a schema. */
const CUSTOM: Readonly<Record<string, IdentifierKind>> = {
  'french-siren-value': 'siren',
  'french-siret-value': 'siret',
};

/** [DS6] [DS7] A check that goes on row by row, so that a table of any length needs no more memory than its keys. */
export class TableCheck {
  readonly book = new FaultBook();
  readonly #schema: TableSchema | null;
  #columns: Column[] | null = null;
  #missing: ReadonlySet<string>;
  #keys: Keys | null = null;
  #preview: { line: number; cells: string[] }[] = [];
  #rows = 0;
  /** Another separator, which some lines may use. */
  readonly #otherSeparators: readonly string[];

  constructor(schema: TableSchema | null, otherSeparators: readonly string[] = []) {
    this.#schema = schema;
    this.#missing = new Set(schema?.missingValues ?? ['']);
    this.#otherSeparators = otherSeparators;
  }

  get rows(): number {
    return this.#rows;
  }

  /** One row as it stands in the file; the first one is the header. */
  row(cells: readonly string[], line: number): void {
    if (!this.#columns) this.#open(cells, line);
    else if (cells.every((cell) => cell.trim() === '')) this.book.add({ kind: 'blankRow', line });
    else this.#check(this.#columns, cells, line);
  }

  #open(header: readonly string[], line: number): void {
    const names = header.map((name) => name.trim());
    const found = checkHeader(names, this.#schema, this.book, line);
    const asked = new Map(
      (this.#schema?.custom_checks ?? []).flatMap(({ name, params }) => {
        const kind = CUSTOM[name];
        return kind && typeof params.column === 'string' ? [[params.column, kind] as const] : [];
      }),
    );
    this.#columns = names.map((name, at) => {
      const rank = found[at] ?? null;
      const field = rank === null ? undefined : this.#schema?.fields[rank];
      const isKey = this.#schema?.primaryKey.includes(field?.name ?? '') === true;
      return {
        name: name || String(at + 1),
        check: field ? checkOf(field) : null,
        identifier: identifierCheck(name, asked.get(field?.name ?? name)),
        isRequired: field?.constraints.required === true || isKey,
        seen: field?.constraints.unique ? new Map() : null,
        type: new ColumnType(),
        filled: 0,
      };
    });
    const { primaryKey = [], fields = [] } = this.#schema ?? {};
    const at = primaryKey.map((key) =>
      found.findIndex((rank) => rank !== null && fields[rank]?.name === key),
    );
    if (at.length > 0 && at.every((position) => position >= 0)) this.#keys = { at, seen: new Map() };
  }

  #check(columns: readonly Column[], cells: readonly string[], line: number): void {
    this.#rows += 1;
    if (this.#preview.length < REPORT_LIMITS.previewRows)
      this.#preview.push({ line, cells: cells.slice(0, REPORT_LIMITS.previewColumns).map(cut) });
    if (cells.length !== columns.length && this.#isRagged(columns, cells, line)) return;
    for (const [at, column] of columns.entries()) this.#cell(column, cells[at] ?? '', line, at + 1);
    if (this.#keys) this.#key(this.#keys, cells, line);
  }

  /** True when the line is written with another separator: then its cells are none. */
  #isRagged(columns: readonly Column[], cells: readonly string[], line: number): boolean {
    const [whole = ''] = cells;
    const expected = String(columns.length);
    const isOther =
      cells.length < columns.length &&
      this.#otherSeparators.some((other) => whole.split(other).length >= columns.length);
    const kind = isOther ? 'mixedSeparator' : cells.length > columns.length ? 'tooManyCells' : 'tooFewCells';
    this.book.add({ kind, expected, line, value: isOther ? whole : String(cells.length) });
    return isOther;
  }

  #cell(column: Column, text: string, line: number, at: number): void {
    if (this.#missing.has(text) || text === '') {
      if (column.isRequired) this.book.add({ kind: 'required', column: column.name, line, at });
      return;
    }
    column.filled += 1;
    column.type.learn(text);
    const found = column.check?.(text) ?? null;
    const identifier = column.identifier?.(text) ?? null;
    const place = { column: column.name, line, at, value: text };
    // A wrong identifier says more than the pattern that it does not match either.
    if (identifier) this.book.add({ ...place, ...identifier });
    else if (found) this.book.add({ ...place, ...found });
    if (isFormula(text)) this.book.add({ ...place, kind: 'formula' });
    if (column.seen) {
      const first = column.seen.get(text);
      if (first === undefined) column.seen.set(text, line);
      else this.book.add({ ...place, kind: 'unique', value: `${text} (${first})` });
    }
  }

  #key({ at, seen }: Keys, cells: readonly string[], line: number): void {
    const parts = at.map((position) => cells[position] ?? '');
    if (parts.some((part) => this.#missing.has(part))) return;
    const key = parts.join('\u001F');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else
      this.book.add({
        kind: 'primaryKey',
        expected: at.map((position) => this.#columns?.[position]?.name ?? '').join(' · '),
        line,
        value: `${parts.join(' · ')} (${first})`,
      });
  }

  /** [DS9] What was found in the end. */
  report(shape: TableShape): TableReport {
    const { errors, warnings } = this.book;
    return {
      shape,
      rows: this.#rows,
      columns: (this.#columns ?? []).map(({ name, type, filled }) => ({
        name: cut(name),
        type: type.type(),
        filled,
      })),
      preview: this.#preview,
      faults: this.book.groups(),
      errors,
      warnings,
      unchecked: this.#unchecked(),
    };
  }

  #unchecked(): string[] {
    const { fields = [], foreignKeys, custom_checks: custom = [] } = this.#schema ?? {};
    const unknown = fields.filter(({ type }) => !FIELD_TYPES.some((known) => known === type));
    return [
      ...(foreignKeys && foreignKeys.length > 0 ? ['foreignKeys'] : []),
      ...custom.filter(({ name }) => !(name in CUSTOM)).map(({ name }) => cut(name)),
      ...unknown.map(({ name, type }) => cut(`${name} (${type})`)),
    ].slice(0, 50);
  }
}
