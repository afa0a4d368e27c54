import type { Board, Card } from '../board.ts';
import type { Field, FieldValue } from '../field/field.ts';
import { BOARD_FORMAT, type BoardFile } from './board-file.ts';

/** What people and organisations are called, for whoever exports; null for those that they may not know or that are gone. */
export interface ExportNames {
  readonly person: (id: string) => string | null;
  readonly organisation: (id: string) => string | null;
}

/** A board with everything on it, as its file says it. */
export function writeBoardFile(board: Board, title: string, names: ExportNames): BoardFile {
  const cards = [
    ...board.columns.flatMap((column) => column.cards.map((card) => fileCard(card, false, board, names))),
    ...board.archived.map((card) => fileCard(card, true, board, names)),
  ];
  const people = cards.flatMap(({ assignees, createdBy }) =>
    createdBy === null ? assignees : [...assignees, createdBy],
  );
  return {
    format: BOARD_FORMAT,
    version: 1,
    title,
    columns: board.columns.map(({ id, name, done, limit }) => ({ id, name, done, limit })),
    labels: board.labels.map(({ id, name, colour }) => ({ id, name, colour })),
    people: named(people, names.person),
    organisations: named(
      cards.flatMap(({ organisations }) => organisations),
      names.organisation,
    ),
    cards,
  };
}

function named(
  ids: readonly string[],
  nameOf: (id: string) => string | null,
): { id: string; name: string }[] {
  return [...new Set(ids)].flatMap((id) => {
    const name = nameOf(id);
    return name === null ? [] : [{ id, name }];
  });
}

/** A value as people read it: names in the place of ids. */
function inWords({ kind, options }: Field, value: FieldValue, names: ExportNames): string | null {
  if (kind === 'choice') return options.find(({ id }) => id === value)?.name ?? null;
  if (kind === 'person') return names.person(String(value));
  return kind === 'city' ? names.organisation(String(value)) : String(value);
}

function fileCard(
  card: Card,
  archived: boolean,
  { fields }: Board,
  names: ExportNames,
): BoardFile['cards'][number] {
  return {
    id: card.id,
    title: card.title,
    description: card.description,
    columnId: card.columnId,
    labels: [...card.labels],
    organisations: [...card.organisations],
    assignees: [...card.assignees],
    start: card.start,
    due: card.due,
    checklists: card.checklists.map(({ name, items }) => ({
      name,
      items: items.map(({ text, done }) => ({ text, done })),
    })),
    fields: card.fields.flatMap(({ fieldId, value }) => {
      const field = fields.find(({ id }) => id === fieldId);
      const words = field && inWords(field, value, names);
      return field && words ? [{ name: field.name, value: words }] : [];
    }),
    files: card.files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    archived,
    createdAt: card.createdAt,
    createdBy: card.createdBy,
  };
}
