import { fail, ok, type Result } from '../../kernel/result.ts';
import { fold } from '../../kernel/text/fold.ts';
import { parseTitle } from '../../kernel/title.ts';
import { CsvRows } from '../../library/dataset/csv-rows.ts';
import type { FacilitatorError } from './facilitator-errors.ts';
import type { FacilitatorKind } from './territorial-facilitator.ts';

/** One structure of a file. */
export interface FacilitatorRow {
  readonly line: number;
  readonly name: string;
  readonly kind: FacilitatorKind;
  readonly areas: readonly string[];
  readonly source: string;
  readonly certainty: string;
}

const COLUMNS = ['structure', 'type', 'perimetre', 'source', 'certitude'] as const;
/** The network is a list that a page shows. */
export const ROWS_MAX = 2_000;

const plain = (text: string) => fold(text).trim();

/** How files name the kinds, by how the word begins. */
const KINDS: readonly (readonly [string, FacilitatorKind])[] = [
  ['region', 'region'],
  ['departement', 'department'],
  ['epci', 'intermunicipality'],
  ['intercommunalite', 'intermunicipality'],
  ['gip', 'gip'],
  ['syndicat', 'syndicate'],
  ['agence', 'agency'],
  ['association', 'association'],
];

/** [AT4] The structures of a file: separator comma or semicolon, columns of the programme’s list in any order. */
export function readFacilitatorTable(
  text: string,
): Result<readonly FacilitatorRow[], FacilitatorError> & { readonly line?: number } {
  const lines: { readonly cells: string[]; readonly line: number }[] = [];
  const head = text.replace(/^\uFEFF/, '');
  const [first = ''] = head.split(/\r?\n/, 1);
  let isBroken = false;
  const rows = new CsvRows({
    separator: first.split(';').length > first.split(',').length ? ';' : ',',
    onRow: (cells, line) => void lines.push({ cells, line }),
    onQuoteFault: () => {
      isBroken = true;
    },
  });
  rows.write(head);
  rows.end();
  const [header, ...body] = lines;
  if (isBroken || !header) return fail('facilitator.fileUnreadable');
  const names = header.cells.map(plain);
  const [name, kind, area, source, certainty] = COLUMNS.map((column) => names.indexOf(column));
  if (name === undefined || name < 0 || area === undefined || area < 0)
    return fail('facilitator.columnsMissing');
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > ROWS_MAX) return fail('facilitator.tooMany');
  const found: FacilitatorRow[] = [];
  for (const { cells, line } of filled) {
    const at = (place: number | undefined) => (place === undefined ? '' : (cells[place] ?? '').trim());
    const title = parseTitle(at(name));
    if (!title.ok) return { ...fail('facilitator.rowInvalid'), line };
    const word = plain(at(kind));
    found.push({
      line,
      name: title.value,
      kind: KINDS.find(([begins]) => word.startsWith(begins))?.[1] ?? 'other',
      areas: at(area)
        .split(/[;|]/)
        .map((part) => part.trim())
        .filter(Boolean),
      source: at(source).slice(0, 300),
      certainty: at(certainty).slice(0, 300),
    });
  }
  return ok(found);
}
