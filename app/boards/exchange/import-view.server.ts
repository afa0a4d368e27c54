import type { BoardPreview } from '#server/boards/board-exchange.ts';
import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import type { ImportView } from './import-view.ts';

/** `people` are those of the group. */
export function importViewOf(
  { title, content, file, losses }: BoardPreview,
  people: readonly { readonly id: string; readonly name: string }[],
): ImportView {
  const { columns, labels = [], cards, archived = [] } = content;
  const assigned = new Set([...cards, ...archived].flatMap(({ assignees }) => assignees));
  return {
    title,
    columns: columns.map(({ id, name }) =>
      words.columnCount(name, cards.filter(({ columnId }) => columnId === id).length),
    ),
    cards: words.cardCount(cards.length, archived.length),
    labels: labels.map(({ name }) => name),
    people: people.filter(({ id }) => assigned.has(id)).map(({ name }) => name),
    losses: losses.map((loss) => ({
      text: words.loss(loss),
      names: words.lossNames(loss.names, loss.count),
    })),
    content: JSON.stringify(file),
  };
}
