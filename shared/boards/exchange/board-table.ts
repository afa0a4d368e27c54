import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import { CARD_PROPERTIES, eachProperty, type MembersOf } from '../card/property/card-properties.ts';
import type { BoardFile, FileCard } from './board-file.ts';

/** What the cells of a card need beside the card. */
type Around = Readonly<Record<MembersOf | 'columns', ReadonlyMap<string, string>>>;

type TableColumn = keyof typeof words.columns;

/** Several values in one cell stand one a line: no name holds a line break. */
const lines = (values: readonly (string | undefined)[]) => values.filter(Boolean).join('\n');

type Cell = (card: FileCard, around: Around) => string;

const CELLS: Readonly<Record<TableColumn, Cell>> = {
  title: ({ title }) => title,
  column: ({ columnId }, { columns }) => columns.get(columnId) ?? '',
  ...eachProperty<Cell, Cell>({
    day: (key) => (card) => card[key] ?? '',
    members: (key) => (card, around) => {
      const { of } = CARD_PROPERTIES[key];
      return lines(
        card[key].map((id) => around[of].get(id) ?? (of === 'people' ? words.formerMember : undefined)),
      );
    },
  }),
  steps: ({ checklists }) =>
    lines(
      checklists.flatMap(({ name, items }) => [
        ...(name ? [`# ${name}`] : []),
        ...items.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`),
      ]),
    ),
  description: ({ description }) => description,
  files: ({ files }) => lines(files.map(({ name }) => name)),
  archived: ({ archived }) => (archived ? words.yes : words.no),
  createdAt: ({ createdAt }) => createdAt?.slice(0, 10) ?? '',
  createdBy: ({ createdBy }, { people }) =>
    createdBy === null ? '' : (people.get(createdBy) ?? words.formerMember),
  id: ({ id }) => id,
};

/**
 * [B70] A board as a table: French headings, then one row a card, in the order of the columns, those of the archive last. The
 * fields that the board adds to cards come after, under their names.
 */
export function boardTable({ columns, labels, people, organisations, cards }: BoardFile): string[][] {
  const byId = (named: readonly { id: string; name: string }[]) =>
    new Map(named.map(({ id, name }) => [id, name]));
  const around: Around = {
    columns: byId(columns),
    labels: byId(labels),
    people: byId(people),
    organisations: byId(organisations),
  };
  const order = Object.keys(words.columns) as TableColumn[];
  const added = [...new Set(cards.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const held = ({ fields }: FileCard, name: string) =>
    lines(fields.filter((field) => field.name === name).map(({ value }) => value));
  return [
    [...order.map((column) => words.columns[column]), ...added],
    ...cards.map((card) => [
      ...order.map((column) => CELLS[column](card, around)),
      ...added.map((name) => held(card, name)),
    ]),
  ];
}
