import { getTableColumns, type InferSelectModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { AuditAction } from '#shared/kernel/audit/audit.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { SignedFact } from '#shared/operations/audit/signed-facts.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';

/** A line of the trail, as kinds read it. What it said may be anything: it is compared, never trusted. */
export interface TrailLine {
  readonly sequence: number;
  /** ISO 8601, as instants of rows are compared. */
  readonly at: string;
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** How a fact has to be: this very value, what has this fingerprint, or whatever it is (it was opened again). */
type Told = { readonly is: unknown } | { readonly print: unknown } | 'whatever';

/** What a line tells of a row. A fact that is not in it, or is undefined, is not known. */
export interface ToldRow {
  /** In the order of the columns that are `key`. */
  readonly key: readonly unknown[];
  readonly facts: { readonly [fact in SignedFact]?: Told | undefined };
  /** The row that it goes with. */
  readonly parentId?: unknown;
}

/** The value itself, where the line has it. */
export const is = (value: unknown): Told | undefined => (value === undefined ? undefined : { is: value });
/** What has this fingerprint, where the line has one. */
export const print = (sha256: unknown): Told | undefined =>
  sha256 === undefined ? undefined : { print: sha256 };

/** What a line lists. */
export const listed = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

type Row = Readonly<Record<string, unknown>>;

/** A row that no line tells of was put there beside us, is older than its lines, or is not signed. */
export type Untold = 'added' | 'older' | 'unsigned';

/** Of kinds that lines have told of as long as there were any. */
export const added = (): Untold => 'added';
/** Of a kind that lines tell of since later: a row of before is older. */
export const addedSince = (day: unknown, since: string | null): Untold =>
  since !== null && day instanceof Date && day.toISOString() >= since ? 'added' : 'older';

/** [AU10] How the rows of one table are compared with the trail. */
export interface SignedKind {
  readonly table: PgTable;
  /** [O7] In whose name it is given: for an organisation only a signatory of it does. */
  readonly speaksFor: 'organisation' | 'person';
  /** Every column: of its key, of which fact, or free to change after. */
  readonly columns: Readonly<Record<string, SignedFact | 'key' | 'free'>>;
  /** The lines that tell of its rows; of two that tell the same fact, the later counts. */
  readonly actions: readonly AuditAction[];
  tell(line: TrailLine): readonly ToldRow[];
  /** What a row is that no line tells of; `since`: the instant from which lines tell of all (null: they do not yet). */
  untold(row: Row, since: string | null): Untold;
  /** The table with whose row it goes rightly; `itself`: it may go by itself; absent: it never goes. */
  readonly goesWith?: PgTable | 'itself';
  /** An open archive brings such rows in, of elsewhere ([OA7]): those of before the last import may have no line. */
  readonly isImported?: boolean;
  /** Facts with words that the erasure of a person may write over ([PD5]). */
  readonly swept?: readonly SignedFact[];
}

/** A kind whose every column says how it is compared: one that is added to its table tomorrow does not compile until it does. */
export function signedKind<Table extends PgTable>(
  kind: SignedKind & {
    readonly table: Table;
    readonly columns: { readonly [column in keyof InferSelectModel<Table>]-?: SignedFact | 'key' | 'free' };
  },
): SignedKind {
  return kind;
}

/** The columns of a kind that are its key, in their order. */
export function keyColumns({ table, columns }: SignedKind) {
  const all = getTableColumns(table);
  return Object.keys(columns).flatMap((name) => (columns[name] === 'key' ? (all[name] ?? []) : []));
}

/** The name of a row, as lines and tables both make it. */
export const keyOf = (key: readonly unknown[]) => key.map(String).join(' ');

/** The name of this row of the table. */
export function keyOfRow({ columns }: SignedKind, row: Row): string {
  return keyOf(Object.keys(columns).flatMap((name) => (columns[name] === 'key' ? [row[name]] : [])));
}

/** The facts of a kind, each with its columns. */
function factsOf({ columns }: SignedKind): Map<SignedFact, string[]> {
  const found = new Map<SignedFact, string[]>();
  for (const [name, fact] of Object.entries(columns))
    if (fact !== 'key' && fact !== 'free') found.set(fact, [...(found.get(fact) ?? []), name]);
  return found;
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** What of this row is otherwise than it was told, and whether all of it was. */
export function compareRow(
  kind: SignedKind,
  row: Row,
  told: ToldRow['facts'],
): { readonly changed: readonly SignedFact[]; readonly isWhole: boolean } {
  const changed: SignedFact[] = [];
  let isWhole = true;
  for (const [fact, [first = '', ...others]] of factsOf(kind)) {
    const expected = told[fact];
    if (expected === undefined) isWhole = false;
    if (expected === undefined || expected === 'whatever') continue;
    const value =
      others.length === 0
        ? plain(row[first])
        : Object.fromEntries([first, ...others].map((name) => [name, plain(row[name])]));
    const isSame =
      'print' in expected
        ? fingerprint(value) === expected.print
        : canonicalJson(value) === canonicalJson(expected.is);
    if (!isSame) changed.push(fact);
  }
  return { changed, isWhole };
}
