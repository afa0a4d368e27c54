import { boardFields as words } from '#shared/boards/board-fields.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import type { Field, FieldValue } from '#shared/boards/field/field.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { BoardWorld } from '../parts/board-world.ts';

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
