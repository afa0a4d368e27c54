import { fail, ok, type Result } from '../../kernel/result.ts';
import { foldedWords } from '../../kernel/text/fold.ts';
import type { UnreadListError } from './people-finding.ts';

/** Longest list, in people. */
export const PEOPLE_MAX = 5_000;
/** Longest list, in characters: 400 a person. */
export const PEOPLE_TEXT_MAX = 2_000_000;

/** Cells of one line; `line` as a text editor counts. */
export interface CellsOfLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Somebody as the list says them, unread. */
export interface PersonLine {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly groups: readonly string[];
}

/** How lists call their columns, folded; `firstName` is put before `name`. */
const COLUMNS = {
  email: [
    'adresse',
    'adresse electronique',
    'adresse mail',
    'adresse e mail',
    'courriel',
    'email',
    'e mail',
    'mail',
    'mel',
  ],
  firstName: ['prenom', 'first name'],
  name: [
    'nom',
    'nom complet',
    'nom et prenom',
    'prenom et nom',
    'nom de famille',
    'personne',
    'name',
    'last name',
  ],
  organisation: ['organisation', 'collectivite', 'ville', 'commune', 'structure', 'code insee', 'insee'],
  role: ['role', 'role dans le groupe'],
  groups: ['groupes', 'groupe', 'groups'],
} as const;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];

/** Which column of ours each cell of this line heads; by none, it is no header. */
function headOf(cells: readonly string[]): ReadonlyMap<Column, number> {
  const folded = cells.map(foldedWords);
  return new Map(
    NAMES.flatMap((column): [Column, number][] => {
      const names: readonly string[] = COLUMNS[column];
      const at = folded.findIndex((cell) => names.includes(cell));
      return at < 0 ? [] : [[column, at]];
    }),
  );
}

/** How many columns of ours these cells head: the separator that finds most is the right one. */
export const knownPeopleColumns = (cells: readonly string[]): number => headOf(cells).size;

/** Pasted from a mail program: `Ana Ruiz <ana@ville.fr>`. */
const FROM_MAIL = /^"?([^"<]*?)"?\s*<([^<>\s]+)>$/;

/**
 * [IB1] The people of a list: with a first line that names its columns in any order, or without, the address then telling itself apart and name,
 * organisation, role and groups standing in that order. Blank lines count for nothing.
 */
export function readPeopleTable(
  rows: readonly CellsOfLine[],
): Result<readonly PersonLine[], UnreadListError> {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first] = filled;
  if (!first) return fail('peopleList.empty');
  const head = headOf(first.cells);
  const hasHead = head.size > 0 && !first.cells.some((cell) => cell.includes('@'));
  if (hasHead && !head.has('email')) return fail('peopleList.noAddress');
  const body = hasHead ? filled.slice(1) : filled;
  if (body.length === 0) return fail('peopleList.empty');
  if (body.length > PEOPLE_MAX) return fail('peopleList.tooLong');
  if (!hasHead && !body.some(({ cells }) => cells.some((cell) => cell.includes('@'))))
    return fail('peopleList.noAddress');
  return ok(body.map((row) => (hasHead ? byHead(row, head) : byPlace(row))));
}

function byHead({ line, cells }: CellsOfLine, head: ReadonlyMap<Column, number>): PersonLine {
  const cell = (column: Column) => cells[head.get(column) ?? -1]?.trim() ?? '';
  const name = [cell('firstName'), cell('name')].filter((part) => part !== '').join(' ');
  const told = {
    line,
    organisation: cell('organisation'),
    role: cell('role'),
    groups: groupsOf(cell('groups')),
  };
  return { ...told, email: cell('email'), name };
}

function byPlace({ line, cells }: CellsOfLine): PersonLine {
  const trimmed = cells.map((cell) => cell.trim());
  const at = trimmed.findIndex((cell) => cell.includes('@'));
  const pasted = FROM_MAIL.exec(trimmed[at] ?? '');
  const others = trimmed.filter((_, place) => place !== at);
  const [name = '', organisation = '', role = '', groups = ''] = pasted ? [pasted[1], ...others] : others;
  const email = pasted?.[2] ?? trimmed[at] ?? '';
  return { line, email, name, organisation, role, groups: groupsOf(groups) };
}

/** Several groups stand in one cell, with a bar or a semicolon between. */
const groupsOf = (cell: string) =>
  cell
    .split(/[|;]/)
    .map((group) => group.trim())
    .filter((group) => group !== '');
