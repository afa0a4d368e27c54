import { hasWords } from '../../kernel/text/fold.ts';
import { LICENCES, type Licence, RESOURCE_KINDS, type ResourceKind } from './resource.ts';

/** Which resources of a library are shown; empty where anything is. */
export interface ResourceFilter {
  readonly query: string;
  readonly kind: ResourceKind | '';
  readonly licence: Licence | '';
  readonly themeId: string;
  readonly groupId: string;
}

/** What a filter looks at. */
interface Filtered {
  readonly title: string;
  readonly description: string;
  readonly producer: string;
  readonly kind: ResourceKind;
  readonly licence: Licence;
  readonly themes: readonly { readonly id: string }[];
  readonly group: { readonly id: string };
}

/** The filter that an address says; what it does not know counts for nothing. */
export function filterOf(asked: Pick<URLSearchParams, 'get'>): ResourceFilter {
  return {
    query: asked.get('q')?.trim().slice(0, 100) ?? '',
    kind: RESOURCE_KINDS.find((kind) => kind === asked.get('nature')) ?? '',
    licence: LICENCES.find((licence) => licence === asked.get('licence')) ?? '',
    themeId: asked.get('theme') ?? '',
    groupId: asked.get('groupe') ?? '',
  };
}

export function isFiltering(filter: ResourceFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** [RS4] Those that fit: every word stands in the title, the description or the producer, whatever its accents and case. */
export function filterResources<T extends Filtered>(all: readonly T[], filter: ResourceFilter): T[] {
  return all.filter((one) => {
    if (filter.kind && one.kind !== filter.kind) return false;
    if (filter.licence && one.licence !== filter.licence) return false;
    if (filter.groupId && one.group.id !== filter.groupId) return false;
    if (filter.themeId && !one.themes.some(({ id }) => id === filter.themeId)) return false;
    return hasWords(`${one.title}\n${one.description}\n${one.producer}`, filter.query);
  });
}
