import { fail, ok, type Result } from '../../kernel/result.ts';
import { foldedWords } from '../../kernel/text/fold.ts';
import { colourFor } from '../../people/organisation/new-organisation.ts';
import type { OrganisationBadge, OrganisationKind } from '../../people/organisation/organisation.ts';
import { lettersOf } from '../../people/organisation/organisation-letters.ts';
import type { CityError } from './territory-errors.ts';

/** A commune of the register, as the organisation that it is or becomes needs it. */
export interface CityToPlace {
  readonly code: string;
  readonly name: string;
  /** Name of its department; empty when the register has none. */
  readonly department: string;
}

/** What the register and the list of the programme say of a code. */
export interface CityStanding extends CityToPlace {
  readonly isMerged: boolean;
  /** Whether its convention is one of the 222 of the programme. */
  readonly isInProgramme: boolean;
}

/** An organisation beside which a city takes its place. */
export interface PlacedOrganisation extends OrganisationBadge {
  readonly kind: OrganisationKind;
  readonly municipalityCode: string | null;
}

/** What becomes of a city: the organisation that it is already, the one of its name that is tied to it, or a new one. */
export type CityPlacing = KeptCity | ChangedCity;

interface KeptCity {
  readonly does: 'keep';
  readonly city: CityToPlace;
  readonly id: string;
  readonly name: string;
}

/** A city for which something is written. */
export type ChangedCity =
  | { readonly does: 'tie'; readonly city: CityToPlace; readonly id: string; readonly name: string }
  | {
      readonly does: 'make';
      readonly city: CityToPlace;
      readonly name: string;
      readonly shortName: string;
      readonly colour: number;
    };

/** [T12] A commune that the programme calls, or why it is none. */
export function cityOfProgramme(found: CityStanding | null): Result<CityToPlace, CityError> {
  if (!found) return fail('city.unknown');
  if (found.isMerged) return fail('city.merged');
  if (!found.isInProgramme) return fail('city.outOfProgramme');
  return ok({ code: found.code, name: found.name, department: found.department });
}

/** What people write before the name of a commune: « Ville de Valmont », « Mairie d’Agen ». */
const BEFORE = /^(?:la )?(?:ville|commune|mairie) (?:de la|de l|de|du|des|d) /;

/**
 * [T12] Gives each city its organisation, in order: the one tied to its code; else a municipality of its name that is tied to none; else a
 * new one, with a name, letters and a colour that suit those before it. The same cities again keep what they have.
 */
export function placeCities(
  cities: readonly CityToPlace[],
  organisations: readonly PlacedOrganisation[],
): CityPlacing[] {
  const tied = new Map(organisations.map((one) => [one.municipalityCode, one]));
  const names = new Set(organisations.map(({ name }) => foldedWords(name)));
  const letters = new Set(organisations.map(({ shortName }) => shortName));
  const colours = organisations.map(({ colour }) => colour);
  const free = new Map<string, PlacedOrganisation>();
  for (const one of organisations) {
    if (one.kind !== 'municipality' || one.municipalityCode !== null) continue;
    const name = foldedWords(one.name);
    const bare = name.replace(BEFORE, '');
    // The exact name before « Ville de … », where both are there.
    if (name === bare || !free.has(bare)) free.set(bare, one);
  }
  return cities.map((city) => {
    const own = tied.get(city.code);
    if (own) return { does: 'keep', city, id: own.id, name: own.name };
    const named = free.get(foldedWords(city.name));
    if (named) {
      free.delete(foldedWords(city.name));
      return { does: 'tie', city, id: named.id, name: named.name };
    }
    const name = freeName(city, names);
    const shortName = lettersOf(city.name, letters);
    const colour = colourFor('municipality', colours);
    names.add(foldedWords(name));
    letters.add(shortName);
    colours.push(colour);
    return { does: 'make', city, name, shortName, colour };
  });
}

/** [O1] The name of the register, with the department and then the code where another organisation has it. */
function freeName({ name, department, code }: CityToPlace, taken: ReadonlySet<string>): string {
  const [first = name, ...others] = [
    name,
    ...(department ? [`${name} (${department})`] : []),
    `${name} (${code})`,
  ];
  return (
    [first, ...others].find((candidate) => !taken.has(foldedWords(candidate))) ?? `${name} (Insee ${code})`
  );
}
