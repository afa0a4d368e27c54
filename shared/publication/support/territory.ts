import type { OrganisationKind } from '../../people/organisation/organisation.ts';
import type { InterestState } from '../adoption/interest.ts';
import type { AskKind, SupportKind } from './support.ts';

/** [AT5] Is « Mon territoire » for the people of this organisation: a structure of the network, or one that is still to be tied to it. */
export const isFacilitator = ({
  kind,
  hasTerritory,
}: {
  readonly kind: OrganisationKind;
  readonly hasTerritory: boolean;
}): boolean => hasTerritory || kind === 'territorialFacilitator';

/** Where a city of a territory is: it tries something out, has people here, or is only in the list of the programme. */
export type CityStanding = 'trying' | 'here' | 'listed';

/** [AT6] Something that a city asks for. */
export interface Ask {
  readonly kind: AskKind;
  /** Of the sheet that it is about; null of a demand of help that names none. */
  readonly title: string | null;
  readonly by: string | null;
  readonly at: Date;
  /** Nothing was done for the city since, and it is no older than what may wait. */
  readonly waits: boolean;
  /** Of a demand of help. */
  readonly message: string | null;
}

/** [AT7] Something that a structure did for a city. */
export interface Support {
  readonly id: string;
  readonly kind: SupportKind;
  readonly what: string;
  /** `2023-03-14`. */
  readonly day: string;
  readonly by: string | null;
  readonly structure: string;
}

/** [AT5] A city of somebody’s territory, as their desk shows it. */
export interface TerritoryCity {
  /** Its organisation here; null while it has none. */
  readonly id: string | null;
  readonly name: string;
  /** Its commune in the register; null when the register does not know it. */
  readonly code: string | null;
  readonly department: { readonly code: string; readonly name: string } | null;
  readonly standing: CityStanding;
  readonly experiments: readonly { readonly id: string; readonly title: string }[];
  readonly adoptions: readonly { readonly title: string; readonly interest: InterestState | null }[];
  /** The last first. */
  readonly asks: readonly Ask[];
  readonly supports: readonly Support[];
}

/** What of the desk is shown; empty: everything. */
export interface TerritoryFilter {
  readonly department: string;
  readonly asking: boolean;
}

/** The filter that an address asks for. */
export function readTerritoryFilter(asked: URLSearchParams): TerritoryFilter {
  return {
    department: (asked.get('departement') ?? '').slice(0, 5),
    asking: asked.get('demande') === 'oui',
  };
}

/** [AT6] What waits, of what a city asks. */
export const waitingOf = ({ asks }: Pick<TerritoryCity, 'asks'>): readonly Ask[] =>
  asks.filter(({ waits }) => waits);

/** [AT5] The cities that the filter keeps: those that wait for help first, the longest first, then by name as they came. */
export function filterTerritory(
  all: readonly TerritoryCity[],
  { department, asking }: TerritoryFilter,
): TerritoryCity[] {
  const since = (city: TerritoryCity) => waitingOf(city).at(-1)?.at.getTime() ?? Number.POSITIVE_INFINITY;
  return all
    .filter((city) => department === '' || city.department?.code === department)
    .filter((city) => !asking || waitingOf(city).length > 0)
    .map((city, at) => ({ city, at, since: since(city) }))
    .sort((a, b) => (a.since === b.since ? a.at - b.at : a.since < b.since ? -1 : 1))
    .map(({ city }) => city);
}

/** The departments of these cities, by code, for a choice. */
export function departmentsOf(all: readonly TerritoryCity[]): { code: string; name: string }[] {
  const found = new Map(all.flatMap(({ department: d }) => (d ? [[d.code, d] as const] : [])));
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
