import { slugOf } from './ids.ts';

/** What an address names. */
export interface Titled {
  readonly id: string;
  readonly title?: string;
}

/** The opaque id, with the title as a readable tail. */
export function segment({ id, title }: Titled): string {
  const slug = title ? slugOf(title) : '';
  return slug ? `${id}-${slug}` : id;
}

/** What is asked, as the end of an address; what is undefined is not there. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
