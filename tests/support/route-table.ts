import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import routes from '#app/routes.ts';

type Listed = {
  readonly path?: string | undefined;
  readonly file: string;
  readonly index?: boolean | undefined;
  readonly children?: readonly Listed[] | undefined;
};

/** One address of the route table, and the file that answers there. */
export interface TableRoute {
  readonly path: string;
  readonly file: string;
}

const flat = (listed: readonly Listed[]): TableRoute[] =>
  listed.flatMap(({ path, file, index, children = [] }) => [
    ...(path ? [{ path, file }] : index ? [{ path: '', file }] : []),
    ...flat(children),
  ]);

/** Every address of the route table, but the one that catches what is none. */
export const tableRoutes: readonly TableRoute[] = flat(routes).filter(({ path }) => path !== '*');

const READS_INTENT = /'intent'|\bintent: z\.|\btyped\.intent\b/;

/** Does the action of this file read by an intent what is asked, itself or in what it hands the form on to? */
export function readsIntent(file: string): boolean {
  const path = join('app', file);
  const text = readFileSync(path, 'utf8');
  if (!/export (?:async function|const|function) action\b/.test(text)) return false;
  const handedOn = [...text.matchAll(/from '(\.[^']+\.server\.ts)'/g)].map(([, to = '']) =>
    readFileSync(join(dirname(path), to), 'utf8'),
  );
  return [text, ...handedOn].some((source) => READS_INTENT.test(source));
}

/** The address of a route with these names in the place of its parameters; what has no name is nobody’s id. */
export function addressOf(path: string, names: Readonly<Record<string, string>> = {}): string {
  const filled = path.replace(/:([a-z]+)\??/gi, (_, name: string) => names[name] ?? NOBODY);
  return `/${filled.replace(/\/\*$/, '')}`;
}

/** An id of nothing. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';
