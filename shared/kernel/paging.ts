import { query } from './address-parts.ts';

/** How many lines a page of a long list has. */
export const LINES_A_PAGE = 50;

/** Where one page of a list stands. */
export interface PagePlace {
  /** From 1. */
  readonly page: number;
  /** At least one, of an empty list too. */
  readonly pages: number;
  /** How many lines come before it. */
  readonly offset: number;
}

/** The page that an address asks for (`page`): the first without, and for whatever is no page. Total. */
export function askedPage(asked: URLSearchParams): number {
  const page = Number(asked.get('page'));
  return Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1;
}

/** [PG2] Where that page stands in a list of so many lines: one beyond the end is the last one. */
export function placeOfPage(asked: number, total: number, size = LINES_A_PAGE): PagePlace {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(asked, pages);
  return { page, pages, offset: (page - 1) * size };
}

/** [PG1] Another page of the list that one looks at, as the end of its address: what it is filtered and sorted by stays. */
export function pageAddress(
  filter: Readonly<Record<string, string | null | undefined>>,
  page: number,
): string {
  const given = Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, value || undefined] as const),
  );
  return query({ ...given, page });
}

/** [PG1] The same of an address that is known whole. */
export function pageAfter(address: string, page: number): string {
  const [path = '', search] = address.split('?');
  const asked = new URLSearchParams(search);
  asked.set('page', String(page));
  return `${path}?${asked}`;
}
