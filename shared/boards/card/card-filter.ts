import { fold } from '../../kernel/text/fold.ts';
import type { Board, Card, Column } from '../board.ts';
import { heldIn } from '../field/field.ts';
import { blockedCards } from './dependencies.ts';
import { dueStateOf } from './due.ts';
import { CARD_PROPERTIES, type MembersOf, SETS } from './property/card-properties.ts';

/*
 * Which cards of a board are shown. Within one part any of its values will do, all parts must hold: « Nadia or Yann »,
 * and « Terrain », and « en retard ».
 */

/** Stands among ids for « none »: a card without people, without label, without a value in the field. */
export const NOBODY = 'aucun';
/** Stands among people for whoever looks, so that a view « Mes cartes » serves everybody. */
export const MYSELF = 'moi';

export const DUE_CHOICES = ['late', 'soon', 'later', 'none'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

/** Whether another card that is still to be done holds a card up. */
export const WAITING_CHOICES = ['blocked', 'free'] as const;
export type WaitingChoice = (typeof WAITING_CHOICES)[number];

export interface CardFilter extends Readonly<Record<MembersOf, readonly string[]>> {
  /** Words that the title, the description or the fields of text must all hold. */
  readonly text: string;
  readonly due: readonly DueChoice[];
  readonly waiting: readonly WaitingChoice[];
  /** By id of a field of choices, people or cities. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export const noFilter: CardFilter = {
  text: '',
  people: [],
  organisations: [],
  labels: [],
  due: [],
  waiting: [],
  fields: new Map(),
};

/** Whether any card could be left out. */
export function isFiltering({ text, fields, ...parts }: CardFilter): boolean {
  return text.trim() !== '' || fields.size > 0 || Object.values(parts).some(({ length }) => length > 0);
}

/** Who looks, and when: `today` is `YYYY-MM-DD`. */
interface Looking {
  readonly userId: string;
  readonly today: string;
}

/**
 * [B44] The columns with the cards that pass; the very same columns when nothing is filtered. A part whose field the
 * board no longer shows lets every card pass: nobody could see why it hides them.
 */
export function filterColumns(board: Board, filter: CardFilter, looking: Looking): Board['columns'] {
  if (!isFiltering(filter)) return board.columns;
  const passes = cardTest(board, filter, looking);
  return board.columns.map((column) => ({
    ...column,
    cards: column.cards.filter((card) => passes(card, column)),
  }));
}

function cardTest(board: Board, filter: CardFilter, { userId, today }: Looking) {
  const { fields } = board;
  const blocked = filter.waiting.length > 0 ? blockedCards(board) : null;
  const wanted = { ...filter, people: filter.people.map((id) => (id === MYSELF ? userId : id)) };
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const texts = fields.filter(({ kind }) => kind === 'text');
  const known = fields.filter(({ id }) => filter.fields.has(id));
  return (card: Card, { done }: Pick<Column, 'done'>): boolean =>
    SETS.every((key) => passesSet(wanted[CARD_PROPERTIES[key].of], card[key])) &&
    passesDue(filter.due, dueStateOf(card.due, today, done), card.due) &&
    (!blocked || filter.waiting.includes(blocked.has(card.id) ? 'blocked' : 'free')) &&
    known.every(({ id }) => {
      const value = heldIn(card, id);
      return passesSet(filter.fields.get(id) ?? [], value === null ? [] : [String(value)]);
    }) &&
    (words.length === 0 || holdsWords(card, words, texts));
}

function passesSet(wanted: readonly string[], held: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  return held.length === 0 ? wanted.includes(NOBODY) : held.some((id) => wanted.includes(id));
}

/** Among finished cards a day is neither late nor near ([B16]); « none » asks for cards without a day. */
function passesDue(
  wanted: readonly DueChoice[],
  state: ReturnType<typeof dueStateOf>,
  due: string | null,
): boolean {
  if (wanted.length === 0) return true;
  if (due === null) return wanted.includes('none');
  return wanted.some((choice) => choice === state);
}

/** Cards are the same objects from one reading to the next unless they changed: each is folded once. */
const folded = new WeakMap<Card, string>();

function holdsWords(card: Card, words: readonly string[], texts: Board['fields']): boolean {
  let text = folded.get(card);
  if (text === undefined) {
    const held = texts.map(({ id }) => heldIn(card, id) ?? '');
    const steps = card.checklists.flatMap(({ name, items }) => [name, ...items.map((item) => item.text)]);
    const files = card.files.map(({ name }) => name);
    text = fold([card.title, card.description, ...held, ...steps, ...files].join('\n'));
    folded.set(card, text);
  }
  return words.every((word) => text.includes(word));
}
