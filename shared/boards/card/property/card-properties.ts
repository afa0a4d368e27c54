import type { BoardError } from '#shared/errors.ts';

/*
 * The properties of a card that are one day or one set of ids, each told once: what is stored, read, written, told, exchanged
 * and answered of them goes through this table. Their words stand in card-properties.fr.ts, what a page shows of them in
 * app/boards/property/property-views.tsx.
 */

/** A day, `YYYY-MM-DD`, or none: one entry of the card, under the key of the property. */
export interface Day {
  readonly kind: 'day';
  /** What a day that does not exist is refused with. */
  readonly invalid: Extract<BoardError, `board.${string}Invalid`>;
  /** Headings of other tools' tables that mean it, folded. */
  readonly headings: readonly string[];
  /** Its column in the list of cards, if it has one (view/layout-address.ts). */
  readonly column?: 'due';
  /** What it is in an export of Trello, if anything. */
  readonly trello?: 'start' | 'due';
  /** Its column in the tables of the database, if lists and searches need it. */
  readonly projected?: string;
}

/** Ids, each an entry of the card of its own, so that two people who each add one add both. */
export interface Members {
  readonly kind: 'members';
  /** What the ids are of: the board's own labels, or people and organisations whom any peer may have named. */
  readonly of: 'labels' | 'people' | 'organisations';
  /** What one of them is called: `label:<id>` is its entry. */
  readonly one: string;
  readonly column?: 'people' | 'city' | 'labels';
  readonly headings: readonly string[];
  readonly trello?: 'idLabels' | 'idMembers';
  /** What the history calls one that came, and one that went. */
  readonly told: readonly [came: string, went: string];
  /** Its column in the tables of the database, if lists and searches need it: ids, or the names of labels. */
  readonly projected?: string;
}

export const CARD_PROPERTIES = {
  assignees: {
    kind: 'members',
    of: 'people',
    one: 'assignee',
    column: 'people',
    headings: [
      ...['personnes', 'personne', 'membres', 'members', 'assignees', 'assigne a'],
      ...['responsable', 'responsables', 'qui'],
    ],
    trello: 'idMembers',
    told: ['assigned', 'unassigned'],
    projected: 'assigneeIds',
  },
  organisations: {
    kind: 'members',
    of: 'organisations',
    one: 'organisation',
    column: 'city',
    headings: ['organisations', 'organisation', 'ville', 'villes', 'city'],
    told: ['tied', 'untied'],
    projected: 'organisationIds',
  },
  labels: {
    kind: 'members',
    of: 'labels',
    one: 'label',
    column: 'labels',
    headings: ['etiquettes', 'etiquette', 'labels', 'label', 'tags', 'mots cles'],
    trello: 'idLabels',
    told: ['labelled', 'unlabelled'],
    projected: 'labels',
  },
  start: {
    kind: 'day',
    invalid: 'board.startInvalid',
    headings: ['debut', 'date de debut', 'start', 'start date'],
    trello: 'start',
    projected: 'start',
  },
  due: {
    kind: 'day',
    invalid: 'board.dueInvalid',
    column: 'due',
    headings: ['echeance', 'date d echeance', 'date limite', 'due', 'due date', 'duedate', 'pour le'],
    trello: 'due',
    projected: 'due',
  },
} as const satisfies Record<string, Day | Members>;

type Properties = typeof CARD_PROPERTIES;
export type CardProperty = keyof Properties;
type OfKind<K extends Properties[CardProperty]['kind']> = {
  [P in CardProperty]: Properties[P]['kind'] extends K ? P : never;
}[CardProperty];
export type DayProperty = OfKind<'day'>;
export type SetProperty = OfKind<'members'>;

/** Something of each property, by its kind. */
export type ByKind<D, M> = { readonly [P in DayProperty]: D } & { readonly [P in SetProperty]: M };

/** What a card says of itself in its properties. */
export type CardProperties = ByKind<string | null, readonly string[]>;

/** What is to be said of them; what is absent stays. */
export type PropertyEdit = Partial<ByKind<string | null | undefined, readonly string[] | undefined>>;

/** What one of a set is called. */
export type OneOf<P extends SetProperty> = Properties[P]['one'];
/** What the ids of a set may be of. */
export type MembersOf = Properties[SetProperty]['of'];
export type Told = Properties[SetProperty]['told'][number];

type Projected<P extends CardProperty> = Properties[P] extends { readonly projected: infer C extends string }
  ? C
  : never;

/** Something of each property that the tables of the database have, under the name of its column. */
export type ByColumn<D, M> = {
  readonly [P in CardProperty as Projected<P>]: P extends DayProperty ? D : M;
};

/** All of them, in the order of the table. */
export const PROPERTIES = Object.keys(CARD_PROPERTIES) as readonly CardProperty[];

/** Whether it is one day, or else a set of ids. */
export function isDay(key: CardProperty): key is DayProperty {
  return CARD_PROPERTIES[key].kind === 'day';
}

export const DAYS: readonly DayProperty[] = PROPERTIES.filter(isDay);
export const SETS: readonly SetProperty[] = PROPERTIES.filter((key) => !isDay(key));

/** The set that a word of the history is about. */
export function setTold(what: Told): SetProperty {
  const told = SETS.find((key) => CARD_PROPERTIES[key].told.some((word) => word === what));
  if (!told) throw new Error(`no set is told by ${what}`);
  return told;
}

/** The property that a column of the list of cards shows, if it is one. */
export function propertyIn(column: string): CardProperty | undefined {
  return PROPERTIES.find((key) => {
    const property: Day | Members = CARD_PROPERTIES[key];
    return property.column === column;
  });
}

/** The one place where a record that was filled key by key becomes one that has them all. */
function whole<R>(filled: Readonly<Record<string, unknown>>): R {
  return filled as R;
}

/** Makes something for each property. */
export function eachProperty<D, M>(make: {
  readonly day: (key: DayProperty) => D;
  readonly members: (key: SetProperty) => M;
}): ByKind<D, M> {
  const made: Record<string, D | M> = {};
  for (const key of PROPERTIES) made[key] = isDay(key) ? make.day(key) : make.members(key);
  return whole(made);
}

/** The same for those that the tables of the database have, under the names of their columns. */
export function eachColumn<D, M>(make: Parameters<typeof eachProperty<D, M>>[0]): ByColumn<D, M> {
  const all = eachProperty(make);
  const made: Record<string, D | M> = {};
  for (const key of PROPERTIES) {
    const { projected }: Day | Members = CARD_PROPERTIES[key];
    if (projected) made[projected] = all[key];
  }
  return whole(made);
}

/** A copy of what a card, or anything that says as much, says in its properties. */
export function propertiesOf(card: CardProperties): ByKind<string | null, string[]> {
  return eachProperty({ day: (key) => card[key], members: (key) => [...card[key]] });
}

/** The ids of this kind that cards have in their sets, as often as they stand there. */
export function membersOf(cards: readonly CardProperties[], of: MembersOf): string[] {
  const sets = SETS.filter((key) => CARD_PROPERTIES[key].of === of);
  return cards.flatMap((card) => sets.flatMap((key) => card[key]));
}

/** What a card says that has only just been made. */
export const NO_PROPERTIES: CardProperties = eachProperty({ day: () => null, members: () => [] });

/** [B52] Days that hold together: a start after the due day is left out. The very same when nothing is. */
export function inOrder<T extends Pick<CardProperties, DayProperty>>(card: T): T {
  const { start, due } = card;
  return start !== null && due !== null && start > due ? { ...card, start: null } : card;
}
