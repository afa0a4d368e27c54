import type { Board, Label } from '#shared/boards/board.ts';
import { boardFields } from '#shared/boards/board-fields.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { boardStructure as words } from '#shared/boards/board-structure.fr.ts';
import { NOBODY } from '#shared/boards/card/card-filter.ts';
import type { Field } from '#shared/boards/field/field.ts';
import { fieldOfLanes, type LaneBy, SEVERAL } from '#shared/boards/view/lanes.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { OrganisationBadge, PersonBadge } from '#shared/people/organisation/organisation.ts';

/** Who and what lanes may stand for, by id. */
export interface People {
  readonly people: ReadonlyMap<string, PersonBadge>;
  readonly organisations: ReadonlyMap<string, OrganisationBadge>;
}

interface Names extends People {
  readonly labels: ReadonlyMap<string, Label>;
  readonly fields: readonly Field[];
}

/** Whether cards can be laid in lanes, and filtered, by what they hold in a field. */
export function isGrouping({ kind }: Field): boolean {
  return kind === 'choice' || kind === 'person' || kind === 'city';
}

/** What the lanes of an address are made by; none when they ask for a field that the board does not show. */
export function knownLanes(by: LaneBy | null, fields: readonly Field[]): LaneBy | null {
  const fieldId = by === null ? null : fieldOfLanes(by);
  if (fieldId === null) return by;
  return fields.some((field) => field.id === fieldId && isGrouping(field)) ? by : null;
}

function byName(all: ReadonlyMap<string, { readonly id: string; readonly name: string }>): string[] {
  return [...all.values()].sort((a, b) => inFrench(a.name, b.name)).map(({ id }) => id);
}

/**
 * In what order lanes stand. What the board itself lists (labels, choices) has a lane even without a card; of people and
 * cities there are many, and only those with cards have one.
 */
export function laneOrder(
  { labels, fields }: Pick<Board, 'labels' | 'fields'>,
  by: LaneBy,
  { people, organisations }: People,
): { readonly values: readonly string[]; readonly kept: boolean } {
  if (by === 'people') return { values: byName(people), kept: false };
  if (by === 'organisations') return { values: byName(organisations), kept: false };
  if (by === 'labels')
    return { values: byName(new Map(labels.map((label) => [label.id, label]))), kept: true };
  const field = fields.find(({ id }) => id === fieldOfLanes(by));
  if (field?.kind === 'person') return { values: byName(people), kept: false };
  if (field?.kind === 'city') return { values: byName(organisations), kept: false };
  return { values: field?.options.map(({ id }) => id) ?? [], kept: true };
}

/** What lanes are made by, in words: « Personnes », « Quartier ». */
export function lanesName(by: LaneBy, fields: readonly Field[]): string {
  const fieldId = fieldOfLanes(by);
  if (fieldId === null) return words.lanesBy[by as keyof typeof words.lanesBy];
  return fields.find(({ id }) => id === fieldId)?.name || boardFields.unnamed;
}

/** The name of one value: a person, a city, a label, a choice; what is gone says so. */
export function valueName(
  by: LaneBy,
  value: string,
  { people, organisations, labels, fields }: Names,
): string {
  const field = fields.find(({ id }) => id === fieldOfLanes(by));
  if (by === 'people' || field?.kind === 'person') return people.get(value)?.name ?? boardPage.formerMember;
  if (by === 'organisations' || field?.kind === 'city') {
    return organisations.get(value)?.name ?? boardFields.formerCity;
  }
  if (by === 'labels') return labels.get(value)?.name ?? words.formerLabel;
  return field?.options.find(({ id }) => id === value)?.name || boardFields.unnamed;
}

/** The name of a lane: that of its value, « Sans… » or « Plusieurs… ». */
export function laneName(by: LaneBy, laneId: string, names: Names): string {
  if (laneId === NOBODY) return noneName(by, names.fields);
  if (laneId === SEVERAL && fieldOfLanes(by) === null) return words.several[by as keyof typeof words.several];
  return valueName(by, laneId, names);
}

/** « Sans personne », « Sans étiquette », « Sans « Quartier » ». */
export function noneName(by: LaneBy, fields: readonly Field[]): string {
  return fieldOfLanes(by) === null
    ? words.none[by as keyof typeof words.none]
    : words.withoutField(lanesName(by, fields));
}

/** The lanes that a card may be put into: all known values, and none. */
export function laneChoices(
  board: Pick<Board, 'labels' | 'fields'>,
  by: LaneBy,
  names: Names,
): { readonly id: string; readonly name: string }[] {
  return [...laneOrder(board, by, names).values, NOBODY].map((id) => ({ id, name: laneName(by, id, names) }));
}
