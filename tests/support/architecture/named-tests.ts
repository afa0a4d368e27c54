import { existsSync, readFileSync } from 'node:fs';

/** The tests that a page of the documentation names, as `tests/…` “title”, and those of them that are not there. */
export function namedTests(page: string): { readonly count: number; readonly absent: readonly string[] } {
  const named = [...page.matchAll(/`(tests\/[^`]+)` “([^”]+)”/g)];
  const absent = named.flatMap(([, file = '', title = '']) =>
    existsSync(file) && readFileSync(file, 'utf8').includes(title) ? [] : [`${file}: ${title}`],
  );
  return { count: named.length, absent };
}
