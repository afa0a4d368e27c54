import type * as Y from 'yjs';
import { cardsOf, columnsOf, findIn, labelsOf } from './board-doc.ts';
import { CARD } from './card/card-doc.ts';
import { COLUMN } from './column-doc.ts';

/** What one transaction did to a board, as far as a sentence about it needs to know. */
export type Gesture =
  | { readonly about: 'cards'; readonly what: CardGesture; readonly ids: readonly string[] }
  | { readonly about: 'column'; readonly what: ColumnGesture; readonly id: string }
  | { readonly about: 'labels' }
  | { readonly about: 'board' };

type CardGesture = 'added' | 'moved' | 'archived' | 'restored' | 'edited';
type ColumnGesture = 'added' | 'removed' | 'moved' | 'edited';

/** Reads it from the types that changed. Cards come first: a label added to a card says more than the label. Total. */
export function readGesture(doc: Y.Doc, { changed }: Y.Transaction): Gesture {
  const [cards, columns, labels] = [cardsOf(doc), columnsOf(doc), labelsOf(doc)];
  const edited = new Map<string, Set<string>>();
  const added: string[] = [];
  let column: Gesture | null = null;
  let isLabels = false;
  for (const [type, subs] of changed) {
    const keys = new Set([...subs].filter((key) => key !== null));
    if (Object.is(type, cards)) added.push(...keys);
    else if (Object.is(type, columns)) {
      for (const id of keys)
        column = { about: 'column', what: findIn(columns, id) ? 'added' : 'removed', id };
    } else if (Object.is(type, labels) || type.parent === labels) isLabels = true;
    else if (type.parent === columns) {
      const id = idIn(columns, type);
      const what = keys.size === 1 && keys.has(COLUMN.order) ? 'moved' : 'edited';
      if (id !== null) column ??= { about: 'column', what, id };
    } else {
      const isStep = type.parent !== cards;
      const id = idIn(cards, isStep ? type.parent : type);
      if (id === null) continue;
      const known = edited.get(id) ?? new Set();
      for (const key of isStep ? [''] : keys) known.add(key);
      edited.set(id, known);
    }
  }
  if (added.length > 0) return { about: 'cards', what: 'added', ids: added };
  if (edited.size > 0) return { about: 'cards', what: whatOf(cards, edited), ids: [...edited.keys()] };
  return column ?? { about: isLabels ? 'labels' : 'board' };
}

function whatOf(cards: Y.Map<unknown>, edited: ReadonlyMap<string, ReadonlySet<string>>): CardGesture {
  const keys = new Set([...edited.values()].flatMap((own) => [...own]));
  const [only] = keys.size === 1 ? keys : [];
  if (only === CARD.place) return 'moved';
  if (only !== CARD.archived) return 'edited';
  const [id = ''] = edited.keys();
  return findIn(cards, id)?.get(CARD.archived) === true ? 'archived' : 'restored';
}

function idIn(maps: Y.Map<unknown>, type: unknown): string | null {
  for (const [id, value] of maps.entries()) if (value === type) return id;
  return null;
}
