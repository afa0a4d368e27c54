import {
  FAULT_KINDS,
  type FaultExample,
  type FaultGroup,
  type FaultKind,
  REPORT_LIMITS,
} from './table-report.ts';

/** Kinds that say something worth knowing without making the table wrong. */
const WARNINGS: ReadonlySet<FaultKind> = new Set([
  'encoding',
  'separator',
  'missingOptional',
  'renamedColumn',
  'extraColumn',
  'columnOrder',
  'formula',
]);

interface Fault {
  readonly kind: FaultKind;
  readonly column?: string | null;
  readonly expected?: string;
  readonly line: number;
  readonly at?: number | null;
  readonly value?: string;
}

/** [DS9] Collects what is wrong: all of it counted, the first ones kept with their places. */
export class FaultBook {
  readonly #groups = new Map<
    string,
    { group: Omit<FaultGroup, 'count' | 'examples'>; count: number; examples: FaultExample[] }
  >();
  errors = 0;
  warnings = 0;

  add({ kind, column = null, expected = '', line, at = null, value = '' }: Fault): void {
    const severity = WARNINGS.has(kind) ? 'warning' : 'error';
    if (severity === 'error') this.errors += 1;
    else this.warnings += 1;
    // A file of a thousand columns can have more groups than anybody reads: those are counted in one.
    const isFull = this.#groups.size >= REPORT_LIMITS.groups;
    const own = `${kind}\n${column ?? ''}\n${expected}`;
    const key = isFull && !this.#groups.has(own) ? `${kind}\n` : own;
    let found = this.#groups.get(key);
    if (!found) {
      const group =
        key === own ? { kind, severity, column, expected } : { kind, severity, column: null, expected: '' };
      found = { group: group as Omit<FaultGroup, 'count' | 'examples'>, count: 0, examples: [] };
      this.#groups.set(key, found);
    }
    found.count += 1;
    if (found.examples.length < REPORT_LIMITS.examples)
      found.examples.push({ line, column: at, value: cut(value) });
  }

  /** Everything found: errors before warnings, from the file to the cell. */
  groups(): FaultGroup[] {
    const rank = ({ severity, kind }: FaultGroup) =>
      (severity === 'error' ? 0 : FAULT_KINDS.length) + FAULT_KINDS.indexOf(kind);
    return [...this.#groups.values()]
      .map(({ group, count, examples }) => ({ ...group, count, examples }))
      .sort((a, b) => rank(a) - rank(b));
  }
}

/** A cell as a report keeps it. NUL stands in no database. */
export function cut(text: string): string {
  const shown = text.length > REPORT_LIMITS.cell ? `${text.slice(0, REPORT_LIMITS.cell - 1)}…` : text;
  return shown.replaceAll('\0', '\uFFFD').toWellFormed();
}
