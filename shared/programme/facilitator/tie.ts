import { fail, ok, type Result } from '../../kernel/result.ts';

/** [AT5] So many cities a structure names: a territory says more than that better. */
export const TIED_CITIES_MAX = 300;

/** [AT5] One name a line, each once; empty lines are left out. */
export function parseCityNames(text: string): Result<readonly string[], 'facilitator.tooManyCities'> {
  const names = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  return names.length > TIED_CITIES_MAX ? fail('facilitator.tooManyCities') : ok(names);
}

/** [AT5] May a structure be tied to what was found by these names: all of it or nothing. */
export function checkTie(found: {
  readonly isOrganisationKnown: boolean;
  readonly unknownCities: number;
}): Result<void, 'facilitator.organisationNotFound' | 'facilitator.cityNotFound'> {
  if (found.unknownCities > 0) return fail('facilitator.cityNotFound');
  return found.isOrganisationKnown ? ok() : fail('facilitator.organisationNotFound');
}
