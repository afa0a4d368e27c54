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

/** The address of a route with these names in the place of its parameters; what has no name is nobody’s id. */
export function addressOf(path: string, names: Readonly<Record<string, string>> = {}): string {
  const filled = path.replace(/:([a-z]+)\??/gi, (_, name: string) => names[name] ?? NOBODY);
  return `/${filled.replace(/\/\*$/, '')}`;
}

/** An id of nothing. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';
