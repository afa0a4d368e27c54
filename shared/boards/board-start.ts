import { type LabelColour, MAIN_LIST, textsById, type WholeBoard } from './board.ts';
import { NO_PROPERTIES } from './card/property/card-properties.ts';
import type { FieldKind } from './field/field.ts';
import type { BoardContent } from './fill-board.ts';
import { renamedQuery } from './view/board-address.ts';

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

/** What a field holds that is about the matter of a card, and neither about people nor about days. */
const OF_MATTER: ReadonlySet<FieldKind> = new Set(['text', 'number', 'choice']);

/**
 * [B25] What a new board takes over from another: its columns, labels, fields and named views, and, if wanted, its cards with their
 * texts, labels, steps and what they hold in fields, as if nothing of it were done; never its people, days, finished cards nor archive.
 */
export function startFromBoard(
  { columns, labels, fields, views, texts: laidOut }: WholeBoard,
  { withCards }: { readonly withCards: boolean },
  newId: () => string,
): BoardContent {
  const options = fields.flatMap((field) => field.options);
  const ids = new Map([...columns, ...labels, ...fields, ...options].map(({ id }) => [id, newId()]));
  const newIdOf = (id: string) => ids.get(id) ?? id;
  const texts = textsById({ texts: laidOut });
  const open = withCards ? columns.filter(({ done }) => !done) : [];
  return {
    columns: columns.map(({ id, ...column }) => ({ id: newIdOf(id), ...column })),
    labels: labels.map(({ id, ...label }) => ({ id: newIdOf(id), ...label })),
    fields: fields.map(({ id, ...field }) => ({
      ...field,
      id: newIdOf(id),
      options: field.options.map(({ id: optionId, name }) => ({ id: newIdOf(optionId), name })),
      removedOptions: [],
    })),
    views: views.map(({ name, query }) => ({ id: newId(), name, query: renamedQuery(query, ids) })),
    cards: open.flatMap(({ id: columnId, cards }) =>
      cards.map(({ id, title, description, checklists, ...card }) => ({
        ...NO_PROPERTIES,
        id: newId(),
        columnId: newIdOf(columnId),
        title,
        description,
        text: texts.get(id),
        labels: card.labels.map(newIdOf),
        fields: card.fields.flatMap(({ fieldId, value }) => {
          const kind = fields.find(({ id }) => id === fieldId)?.kind;
          if (!kind || !OF_MATTER.has(kind)) return [];
          return [{ fieldId: newIdOf(fieldId), value: kind === 'choice' ? newIdOf(String(value)) : value }];
        }),
        checklists: checklists.map(({ id, name, items }) => ({
          id,
          name,
          items: items.map(({ text }) => ({ id: newId(), text, done: false })),
        })),
      })),
    ),
  };
}
