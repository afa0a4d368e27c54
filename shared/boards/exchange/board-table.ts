import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import type { BoardFile, FileCard } from './board-file.ts';

/** What the cells of a card need beside the card. */
interface Around {
  readonly columns: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
}

type TableColumn = keyof typeof words.columns;

/** Several values in one cell stand one a line: no name holds a line break. */
const lines = (values: readonly (string | undefined)[]) => values.filter(Boolean).join('\n');

const CELLS: Readonly<Record<TableColumn, (card: FileCard, around: Around) => string>> = {
  title: ({ title }) => title,
  column: ({ columnId }, { columns }) => columns.get(columnId) ?? '',
  labels: ({ labels }, around) => lines(labels.map((id) => around.labels.get(id))),
  assignees: ({ assignees }, { people }) =>
    lines(assignees.map((id) => people.get(id) ?? words.formerMember)),
  organisations: ({ organisations }, around) =>
    lines(organisations.map((id) => around.organisations.get(id))),
  start: ({ start }) => start ?? '',
  due: ({ due }) => due ?? '',
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
