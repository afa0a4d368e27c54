import type { OrganisationError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { fold } from '#shared/kernel/text/fold.ts';
import { isTerritory, type OrganisationKind } from './organisation.ts';

/** Longest name of an organisation, in characters. */
export const ORGANISATION_NAME_MAX = 120;

/** [O1] The name of an organisation is one line of 1 to 120 characters. */
export function parseOrganisationName(text: string): Result<string, OrganisationError> {
  const name = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return name && name.length <= ORGANISATION_NAME_MAX ? ok(name) : fail('organisation.nameInvalid');
}

/** [O1] The two letters or figures of its square mark, in capitals. */
export function parseShortName(text: string): Result<string, OrganisationError> {
  const letters = text.trim().toLocaleUpperCase('fr');
  return /^[\p{L}\p{N}]{2}$/u.test(letters) ? ok(letters) : fail('organisation.shortNameInvalid');
}

/** [O1] The same, or nothing: they are then made from the name. */
export function parseShortNameOrNone(text: string): Result<string | null, OrganisationError> {
  return text.trim() === '' ? ok(null) : parseShortName(text);
}

/** What is known beside a new organisation. */
interface Beside {
  readonly organisations: readonly { readonly name: string; readonly municipalityCode: string | null }[];
  /** Whether the register has the commune that is said, and it was not merged. */
  readonly hasMunicipality: boolean;
}

/** [O1] [O3] Whether an organisation of this name, of this commune of the register or of none, can be made. */
export function judgeNewOrganisation(
  { name, municipalityCode }: { readonly name: string; readonly municipalityCode: string | null },
  { organisations, hasMunicipality }: Beside,
): Result<
  void,
  'organisation.nameTaken' | 'organisation.municipalityUnknown' | 'organisation.municipalityTaken'
> {
  if (organisations.some((other) => fold(other.name) === fold(name))) return fail('organisation.nameTaken');
  if (municipalityCode === null) return ok();
  if (!hasMunicipality) return fail('organisation.municipalityUnknown');
  const isTaken = organisations.some((other) => other.municipalityCode === municipalityCode);
  return isTaken ? fail('organisation.municipalityTaken') : ok();
}

const CITY_COLOURS = [1, 2, 3, 4, 5, 6];

/** [O2] Cities and their groupings take the colour that the fewest have; partners have none (0). It identifies, it never judges. */
export function colourFor(kind: OrganisationKind, taken: readonly number[]): number {
  if (!isTerritory(kind)) return 0;
  const uses = (colour: number) => taken.filter((other) => other === colour).length;
  return CITY_COLOURS.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}
