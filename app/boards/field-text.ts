import type { Field, FieldValue } from '#shared/board/field.ts';
import { boardFields as words } from '#shared/messages/fr/board-fields.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import type { BoardWorld } from './board-world.ts';

type Names = Pick<BoardWorld, 'people' | 'organisations'>;

/** What a card holds in a field, in words: « 1 200 », « 14 mars 2023 », the name of a choice, of a person, of a city. */
export function fieldText(
  { kind, options }: Field,
  value: FieldValue,
  { people, organisations }: Names,
): string {
  if (typeof value === 'number') return words.number(value);
  if (kind === 'date') return dates.short(new Date(value));
  if (kind === 'choice') return options.find(({ id }) => id === value)?.name || words.unnamed;
  if (kind === 'person') return people.get(value)?.name ?? boardPage.formerMember;
  if (kind === 'city') return organisations.get(value)?.name ?? words.formerCity;
  return value;
}
