import type { Demonstration } from '#tests/support/people/demonstration.ts';
import { addressOf, NOBODY, tableRoutes } from '#tests/support/route-table.ts';
import { MULTIPART } from './bodies.ts';

/** An address to which a body may be sent. */
export interface TakingAddress {
  readonly path: string;
  readonly method: string;
  readonly type: string;
  /** What a body of this type begins with. */
  readonly beginning: string;
}

type Asking = Pick<Demonstration, 'ask'>;
type Names = Readonly<Record<string, string>>;
type Asked = Omit<TakingAddress, 'beginning'>;

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const BEGINNINGS: Readonly<Record<string, string>> = {
  [JSON_TYPE]: '{"title":"',
  [FORM]: 'intent=',
  [MULTIPART]:
    '--limit\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\nContent-Type: text/plain\r\n\r\n',
};
/** Doors that are no page and no operation of REST, and addresses where nobody is. */
const OTHERS = [
  '/api/auth/sign-in/email',
  '/api/auth/reset-password',
  '/api/auth/nothing',
  '/api/v1/groups/nothing/documents/import',
  '/api/v1/nothing',
  '/collab/document:nothing?session=nothing',
  '/healthz',
  '/metrics',
  '/nulle-part',
  '/assets/nothing.js',
  '/televersements',
];

/** Every address that takes a body, once for each type that it may be of: every page, operation and door. */
export async function takingAddresses(demonstration: Asking, names: Names): Promise<TakingAddress[]> {
  const pages = tableRoutes.flatMap(({ path }) => posts(addressOf(path, names), FORM, MULTIPART, JSON_TYPE));
  const others = OTHERS.flatMap((path) => posts(path, JSON_TYPE, MULTIPART));
  const upload = { path: `/televersements/${NOBODY}`, method: 'PATCH', type: 'application/octet-stream' };
  const operations = await operationsWithBody(demonstration, names);
  return [...operations, ...pages, ...others, upload].map((asked) => ({
    ...asked,
    beginning: BEGINNINGS[asked.type] ?? '',
  }));
}

function posts(path: string, ...types: readonly string[]): Asked[] {
  return types.map((type) => ({ path, method: 'POST', type }));
}

/** The operations of REST that take a body, at objects of the demonstration where they have one. */
export async function operationsWithBody(demonstration: Asking, names: Names): Promise<Asked[]> {
  const { paths } = JSON.parse((await demonstration.ask('visitor', '/api/v1/openapi.json')).text) as {
    paths: Record<string, Record<string, { requestBody?: unknown }>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody }]) => requestBody)
      .map(([method]) => ({
        path: `/api/v1${path.replaceAll(/\{\w+\}/g, names.document ?? '')}`,
        method: method.toUpperCase(),
        type: JSON_TYPE,
      })),
  );
}
