import type { BoardPreview } from '#server/boards/board-exchange.ts';
import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import type { ImportView } from './import-view.ts';

/** `people` are those of the group. */
export function importViewOf(
  { title, content: { content, archived }, file, losses }: BoardPreview,
  people: readonly { readonly id: string; readonly name: string }[],
): ImportView {
  const apart = new Set(archived);
  const shown = content.cards.filter(({ id }) => !apart.has(id));
  const assigned = new Set(content.cards.flatMap(({ assignees }) => assignees));
  return {
    title,
    columns: content.columns.map(({ id, name }) =>
      words.columnCount(name, shown.filter(({ columnId }) => columnId === id).length),
    ),
    cards: words.cardCount(shown.length, archived.length),
    labels: content.labels.map(({ name }) => name),
    people: people.filter(({ id }) => assigned.has(id)).map(({ name }) => name),
    losses: losses.map((loss) => ({
      text: words.loss(loss),
      names: words.lossNames(loss.names, loss.count),
    })),
    content: JSON.stringify(file),
  };
}
