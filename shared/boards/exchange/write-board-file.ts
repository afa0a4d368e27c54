import type { Board, Card } from '../board.ts';
import { membersOf, propertiesOf } from '../card/property/card-properties.ts';
import type { Field, FieldValue } from '../field/field.ts';
import { BOARD_FORMAT, type BoardFile } from './board-file.ts';

/** What people and organisations are called, for whoever exports; null for those that they may not know or that are gone. */
export interface ExportNames {
  readonly person: (id: string) => string | null;
  readonly organisation: (id: string) => string | null;
  /** What a card points to, by its key. */
  readonly object: (key: string) => string | null;
  /** What was said of a card. */
  readonly comments: (cardId: string) => BoardFile['cards'][number]['comments'];
}

/** A board with everything on it, as its file says it. */
export function writeBoardFile(board: Board, title: string, names: ExportNames): BoardFile {
  const cards = [
    ...board.columns.flatMap((column) => column.cards.map((card) => fileCard(card, false, board, names))),
    ...board.archived.map((card) => fileCard(card, true, board, names)),
  ];
  const authors = cards.flatMap(({ createdBy }) => createdBy ?? []);
  return {
    format: BOARD_FORMAT,
    version: 1,
    title,
    columns: board.columns.map(({ id, name, done, limit, colour }) => ({ id, name, done, limit, colour })),
    labels: board.labels.map(({ id, name, colour }) => ({ id, name, colour })),
    fields: [
      ...board.fields.map((field) => fileField(field, false)),
      ...board.removedFields.map((field) => fileField(field, true)),
    ],
    views: board.views.map(({ id, name, query }) => ({ id, name, query })),
    people: named(
      [...membersOf(cards, 'people'), ...authors, ...heldIn(board, cards, 'person')],
      names.person,
    ),
    organisations: named(
      [...membersOf(cards, 'organisations'), ...heldIn(board, cards, 'city')],
      names.organisation,
    ),
    cards,
  };
}

function fileField(
  { id, name, kind, onFace, options, removedOptions }: Field,
  removed: boolean,
): BoardFile['fields'][number] {
  const all = [
    ...options.map((option) => ({ id: option.id, name: option.name, removed: false })),
    ...removedOptions.map((option) => ({ id: option.id, name: option.name, removed: true })),
  ];
  return { id, name, kind, onFace, removed, options: all };
}

/** Ids that cards hold in the fields of this kind. */
function heldIn({ fields }: Board, cards: BoardFile['cards'], kind: Field['kind']): string[] {
  const ids = new Set(fields.filter((field) => field.kind === kind).map(({ id }) => id));
  return cards.flatMap(({ values }) =>
    values.flatMap(({ fieldId, value }) => (ids.has(fieldId) ? [String(value)] : [])),
  );
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
    ...propertiesOf(card),
    checklists: card.checklists.map(({ name, items }) => ({
      name,
      items: items.map(({ text, done }) => ({ text, done })),
    })),
    fields: card.fields.flatMap(({ fieldId, value }) => {
      const field = fields.find(({ id }) => id === fieldId);
      const words = field && inWords(field, value, names);
      return field && words ? [{ name: field.name, value: words }] : [];
    }),
    files: card.files.map((file) => ({ ...file })),
    cover: card.cover,
    blockedBy: [...card.blockedBy],
    links: card.links.map((key) => ({ key, name: names.object(key) })),
    values: card.fields.map(({ fieldId, value }) => ({ fieldId, value })),
    repeat: card.repeat && { ...card.repeat },
    movedTo: card.movedTo && { ...card.movedTo },
    comments: names.comments(card.id),
    archived,
    createdAt: card.createdAt,
    createdBy: card.createdBy,
  };
}
