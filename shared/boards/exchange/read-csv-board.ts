import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { fold } from '../../kernel/text/fold.ts';
import {
  CARD_PROPERTIES,
  type CardProperty,
  type DayProperty,
  eachProperty,
  PROPERTIES,
  type SetProperty,
} from '../card/property/card-properties.ts';
import { readDay } from '../field/stored-value.ts';
import { BOARD_FORMAT, type BoardFile, type FileCard, IMPORT_LIMITS, PLAIN_CARD } from './board-file.ts';
import { readCsvCell } from './csv-text.ts';
import { LossCount, type ReadFile } from './import-report.ts';

/** What a column of a file is taken for. */
type Field = Exclude<keyof typeof words.columns, 'createdAt' | 'createdBy'> | CardProperty;

/** Headings, folded, that other tools write: Trello, Planka, Deck, Wekan, Excel lists. Those of properties stand with them. */
const HEADINGS: Readonly<Record<Exclude<Field, CardProperty>, readonly string[]>> = {
  title: [
    'titre',
    'title',
    'nom',
    'name',
    'carte',
    'card',
    'card name',
    'card title',
    'tache',
    'task',
    'action',
    'sujet',
    'summary',
  ],
  column: ['colonne', 'liste', 'list', 'list name', 'column', 'statut', 'status', 'etat', 'stack'],
  steps: ['etapes', 'checklist', 'checklists', 'sous taches', 'subtasks'],
  description: ['description', 'card description', 'consigne', 'notes', 'details', 'commentaire'],
  files: ['fichiers'],
  archived: ['archivee', 'archive', 'archived', 'fermee', 'closed'],
  id: ['identifiant', 'id', 'card id'],
};

/** Every heading that is known, and the field that it means. */
const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  [
    ...PROPERTIES.map((key) => [key, CARD_PROPERTIES[key].headings] as const),
    ...(Object.entries(HEADINGS) as [keyof typeof HEADINGS, readonly string[]][]),
  ].flatMap(([field, headings]) => headings.map((heading) => [heading, field] as const)),
);

/** A cell has the names of files, and nothing else of them. */
const NAME_ALONE = { bytes: 0, kind: '', width: null, height: null, at: null };

/** Headings that say nothing to lose: what our own file and others carry beside the content. */
const SILENT = new Set([
  'creee le',
  'creee par',
  'created',
  'card url',
  'card #',
  'board name',
  'board id',
  'list id',
]);

function folded(heading: string): string {
  return fold(heading)
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim();
}

/** [B71] Which columns of a header are known, each field once, the first that fits. */
export function knownCsvFields(header: readonly string[]): Map<Field, number> {
  const found = new Map<Field, number>();
  for (const [at, heading] of header.entries()) {
    const field = FIELD_OF.get(folded(heading));
    if (field && !found.has(field)) found.set(field, at);
  }
  return found;
}

/**
 * [B71] The board that the rows of a CSV file describe, its first row being the header. Every distinct column name is a
 * column, in the order in which they come. Refused: no column for titles, no card.
 */
export function readCsvBoard(rows: readonly (readonly string[])[], title: string): ReadFile {
  const [header = [], ...body] = rows;
  const fields = knownCsvFields(header);
  if (!fields.has('title')) return fail('boardImport.noTitle');
  const losses = new LossCount();
  const others = header.flatMap((heading, at) =>
    [...fields.values()].includes(at) || SILENT.has(folded(heading))
      ? []
      : [{ at, name: heading.trim() || words.columnAt(at + 1) }],
  );
  // Our own file says with its ids that several values stand one a line; elsewhere commas part them too.
  const parts = fields.has('id') && !header.includes('Card ID') ? /\n/ : /[\n,;|]/;
  const names = {
    columns: new Names(),
    labels: new Names(),
    people: new Names(),
    organisations: new Names(),
  };
  const cards: FileCard[] = [];
  for (const row of body) {
    const cell = (field: Field) => readCsvCell(row[fields.get(field) ?? -1] ?? '').trim();
    if (row.every((value) => value.trim() === '')) continue;
    if (cards.length >= IMPORT_LIMITS.cards) return fail('boardImport.tooManyCards');
    const members = (field: SetProperty) =>
      cell(field)
        .split(parts)
        .map((value) => value.trim())
        .filter(Boolean)
        .map((value) => names[CARD_PROPERTIES[field].of].idOf(value));
    const day = (field: DayProperty) => {
      const written = cell(field);
      const read = dayOf(written);
      if (written !== '' && read === null) losses.add('unreadableDays', written);
      return read;
    };
    cards.push({
      ...PLAIN_CARD,
      id: `card-${cards.length}`,
      title: cell('title'),
      description: cell('description'),
      columnId: names.columns.idOf(cell('column') || words.firstColumn),
      ...eachProperty({ day, members }),
      checklists: stepsOf(cell('steps')),
      // What is not known is kept in the text of the card, under its heading.
      fields: others.flatMap(({ at, name }) => {
        const value = readCsvCell(row[at] ?? '').trim();
        return value === '' ? [] : [{ name, value }];
      }),
      files: cell('files')
        .split(/\n/)
        .filter(Boolean)
        .map((name, at) => ({ ...NAME_ALONE, id: `file-${at}`, name })),
      archived: /^(?:oui|yes|true|vrai|1|x)$/i.test(cell('archived')),
      createdAt: null,
      createdBy: null,
    });
  }
  if (cards.length === 0) return fail('boardImport.nothing');
  const columns = names.columns
    .list()
    .map((column) => ({ ...column, done: isDoneName(column.name), limit: null, colour: null }));
  const labels = names.labels.list().map((label) => ({ ...label, colour: 'neutral' as const }));
  const file: BoardFile = {
    format: BOARD_FORMAT,
    version: 1,
    title,
    columns,
    labels,
    fields: [],
    views: [],
    people: names.people.list(),
    organisations: names.organisations.list(),
    cards,
  };
  return ok({ file, losses: losses.list() });
}

/** A column whose name says that what stands in it is finished. */
export function isDoneName(name: string): boolean {
  return /^(?:fait|faite|faites|faits|termine|terminee|terminees|termines|fini|finie|done|closed|complete|completed)$/.test(
    folded(name),
  );
}

/** Names in the order in which they come, each once, under an id of the file. */
class Names {
  readonly #ids = new Map<string, string>();

  idOf(name: string): string {
    const id = this.#ids.get(name) ?? `n${this.#ids.size}`;
    this.#ids.set(name, id);
    return id;
  }

  list(): { id: string; name: string }[] {
    return [...this.#ids].map(([name, id]) => ({ id, name }));
  }
}

/** `2023-03-14`, with or without a time, or `14/03/2023`; null for anything else. */
function dayOf(written: string): string | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D|$)/.exec(written);
  if (french) return readDay(`${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`);
  return readDay(/^\d{4}-\d{2}-\d{2}(?![\d-])/.exec(written)?.[0]);
}

/** One step a line, « [x] » when it is done; a line that begins with # is the name of the list that follows. */
function stepsOf(cell: string): FileCard['checklists'] {
  const lists: FileCard['checklists'] = [];
  for (const line of cell.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    if (line.startsWith('# ')) lists.push({ name: line.slice(2).trim(), items: [] });
    else {
      if (lists.length === 0) lists.push({ name: '', items: [] });
      const [, mark, text] = /^(?:[-*]\s*)?\[([ xX]?)\]\s*(.*)$/.exec(line) ?? [null, '', line];
      lists.at(-1)?.items.push({ text: text ?? '', done: mark?.toLowerCase() === 'x' });
    }
  }
  return lists;
}
