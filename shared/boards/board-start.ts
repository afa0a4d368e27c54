import { type Board, type LabelColour, MAIN_LIST } from './board.ts';
import { NO_PROPERTIES } from './card/property/card-properties.ts';
import type { BoardContent } from './fill-board.ts';

/** What a board opens with, in words: places are numbers of columns from 0, labels are names. */
export interface BoardTemplate {
  readonly key: string;
  readonly name: string;
  /** When to choose it. */
  readonly description: string;
  readonly columns: readonly {
    readonly name: string;
    readonly done?: boolean;
    readonly limit?: number;
    readonly colour?: LabelColour;
  }[];
  readonly labels: readonly { readonly name: string; readonly colour: LabelColour }[];
  /** In order inside each column. */
  readonly cards: readonly {
    readonly column: number;
    readonly title: string;
    readonly description: string;
    readonly labels: readonly string[];
    readonly steps: readonly string[];
  }[];
}

/**
 * [B25] The columns, labels and cards of a new board, each under a new id.
 * @throws when a card names a column or a label that the template does not have: templates are ours.
 */
export function startBoard(
  { columns, labels, cards }: Pick<BoardTemplate, 'columns' | 'labels' | 'cards'>,
  newId: () => string,
): BoardContent {
  const ownColumns = columns.map((column) => ({ id: newId(), ...column }));
  const ownLabels = labels.map((label) => ({ id: newId(), ...label }));
  const known = <T>(found: T | undefined, what: string): T => {
    if (!found) throw new Error(`a template without ${what}`);
    return found;
  };
  return {
    columns: ownColumns,
    labels: ownLabels,
    cards: cards.map(({ column, title, description, ...card }) => ({
      ...NO_PROPERTIES,
      id: newId(),
      columnId: known(ownColumns[column], `column ${column}`).id,
      title,
      description,
      labels: card.labels.map(
        (name) =>
          known(
            ownLabels.find((label) => label.name === name),
            name,
          ).id,
      ),
      checklists:
        card.steps.length === 0
          ? []
          : [
              {
                id: MAIN_LIST,
                name: '',
                items: card.steps.map((text) => ({ id: newId(), text, done: false })),
              },
            ],
    })),
  };
}

/**
 * [B25] What a new board takes over from another: its columns and labels, and, if wanted, its cards with their texts, labels and
 * steps, as if nothing of it were done; never its people, days, finished cards nor archive.
 */
export function startFromBoard(
  { columns, labels }: Board,
  { withCards }: { readonly withCards: boolean },
  newId: () => string,
): BoardContent {
  const ids = new Map([...columns, ...labels].map(({ id }) => [id, newId()]));
  const newIdOf = (id: string) => ids.get(id) ?? id;
  const open = withCards ? columns.filter(({ done }) => !done) : [];
  return {
    columns: columns.map(({ id, name, done, limit, colour }) => ({
      id: newIdOf(id),
      name,
      done,
      ...(limit !== null && { limit }),
      ...(colour && { colour }),
    })),
    labels: labels.map(({ id, ...label }) => ({ id: newIdOf(id), ...label })),
    cards: open.flatMap(({ id: columnId, cards }) =>
      cards.map(({ title, description, checklists, ...card }) => ({
        ...NO_PROPERTIES,
        id: newId(),
        columnId: newIdOf(columnId),
        title,
        description,
        labels: card.labels.map(newIdOf),
        checklists: checklists.map(({ id, name, items }) => ({
          id,
          name,
          items: items.map(({ text }) => ({ id: newId(), text, done: false })),
        })),
      })),
    ),
  };
}
