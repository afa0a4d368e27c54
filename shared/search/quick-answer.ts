import type { FoundItem } from './found-item.ts';
import type { SearchError } from './search-errors.ts';

/** What the palette is told while one types, as JSON. */
export interface QuickAnswer {
  /** Only what leads somewhere. */
  readonly items: readonly (Pick<FoundItem, 'kind' | 'id' | 'title' | 'where'> & { readonly path: string })[];
  /** One’s own. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly mayCreate: boolean }[];
  readonly refusal: SearchError | null;
}
