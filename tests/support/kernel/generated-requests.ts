import type { JsonSchema, OpenApiPage } from '#server/operations/api/openapi-page.ts';
import type { Asked, Who } from '#tests/support/people/demonstration.ts';
import { NOBODY } from '#tests/support/route-table.ts';
import { nastyJson, nastyText, oneOf, type Roll } from './nasty-values.ts';
import type { RenderedField, RenderedForm } from './rendered-forms.ts';

/** A request, and who sends it. */
export interface GeneratedRequest {
  readonly who: Who;
  readonly path: string;
  readonly asked: Asked & { readonly body?: string };
}

/** What requests are made of: the chance, the origin of the product, and ids of its objects. */
export interface Ground {
  readonly roll: Roll;
  readonly origin: string;
  readonly ids: readonly string[];
}

/** A form as its page has it, but for one field or two. */
export function requestOfForm(
  { roll, origin, ids }: Ground,
  who: Who,
  { action, isMultipart, fields, buttons }: RenderedForm,
): GeneratedRequest {
  const pressed = buttons.length > 0 ? [oneOf(roll, buttons)] : [];
  const sent: RenderedField[] = [...fields, ...pressed];
  for (let count = 1 + roll(2); count > 0; count--) {
    const at = roll(sent.length + 1);
    const field = sent[at];
    if (!field)
      sent.push({ name: oneOf(roll, ['intent', 'id', '__proto__', 'a[b]']), value: 'x', isFile: false });
    else {
      const change = roll(8);
      if (change === 0) sent.splice(at, 1);
      else if (change === 1) sent.push(field);
      else sent[at] = { ...field, value: nastyText(roll, ids) };
    }
  }
  return sending(origin, who, { action: roll(4) === 0 ? dataOf(action) : action, isMultipart }, sent);
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A form as its page has it, once for each id in it and each of its buttons, with an id of nothing in the place of that id. */
export function requestsOfNobody(origin: string, who: Who, form: RenderedForm): GeneratedRequest[] {
  const presses = form.buttons.length > 0 ? form.buttons.map((button) => [button]) : [[]];
  return form.fields.flatMap(({ value }, at) =>
    ID.test(value)
      ? presses.map((pressed) => {
          const fields = form.fields.map((field, index) =>
            index === at ? { ...field, value: NOBODY } : field,
          );
          return sending(origin, who, form, [...fields, ...pressed]);
        })
      : [],
  );
}

export function sending(
  origin: string,
  who: Who,
  { action, isMultipart }: Pick<RenderedForm, 'action' | 'isMultipart'>,
  sent: readonly RenderedField[],
): GeneratedRequest {
  const [type, body] = isMultipart ? multipart(sent) : urlEncoded(sent);
  return { who, path: action, asked: { method: 'POST', headers: { origin, 'content-type': type }, body } };
}

function urlEncoded(fields: readonly RenderedField[]): [type: string, body: string] {
  const pairs = fields.map(({ name, value }): [string, string] => [name, value]);
  return ['application/x-www-form-urlencoded', new URLSearchParams(pairs).toString()];
}

function multipart(fields: readonly RenderedField[]): [type: string, body: string] {
  const parts = fields.map(({ name, value, isFile }) => {
    const file = isFile ? '; filename="a.csv"\r\nContent-Type: text/csv' : '';
    return `--limit\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value || (isFile ? 'a,b\n1,2' : '')}\r\n`;
  });
  return ['multipart/form-data; boundary=limit', `${parts.join('')}--limit--\r\n`];
}

/** The address of a page as a browser that has a page already asks for it: data alone. */
function dataOf(address: string): string {
  const [path = '', search] = address.split('?');
  return `${path === '/' ? '/_' : path}.data${search ? `?${search}` : ''}`;
}

/** A page, asked with parameters that some page understands. */
export function requestOfPage(
  { roll, ids }: Ground,
  who: Who,
  address: string,
  parameters: readonly string[],
): GeneratedRequest {
  const query = Array.from(
    { length: 1 + roll(3) },
    () => `${encodeURIComponent(oneOf(roll, parameters))}=${encodeURIComponent(nastyText(roll, ids))}`,
  ).join('&');
  const other = address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) =>
    roll(3) ? id : oneOf(roll, [...ids, NOBODY]),
  );
  const path = `${roll(4) === 0 ? dataOf(other) : other}?${query}`;
  // A line of headers that is longer is no request.
  return { who, path: path.slice(0, 12_000).replace(/%[0-9A-F]?$/, ''), asked: {} };
}

/** An operation of REST, as its page describes it. */
interface ApiOperationOf {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly body: JsonSchema | null;
}

export function operationsOf({ paths }: OpenApiPage): ApiOperationOf[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
      method: method.toUpperCase(),
      path: `/api/v1${path}`,
      parameters: parameters.flatMap((one) => ('name' in one ? [one] : [])),
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

/** An operation with what its schema asks for, but for one value or two; `own` are ids of objects by the name of their parameter. */
export function requestOfOperation(
  ground: Ground,
  who: Who,
  { method, path, parameters, body }: ApiOperationOf,
  own: Readonly<Record<string, string | undefined>>,
): GeneratedRequest {
  const { roll, origin, ids } = ground;
  const known = (name: string) =>
    roll(5) === 0 ? nastyText(roll, ids) || 'x' : (own[name] ?? oneOf(roll, [...ids, NOBODY]));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(known(name).slice(0, 2_000)),
  );
  const query = parameters
    .filter((one) => one.in === 'query' && roll(3) > 0)
    .map(({ name, schema }) => {
      const value = roll(2) ? nastyText(roll, ids) : String(madeBy(ground, schema));
      return `${name}=${encodeURIComponent(value.slice(0, 1_500))}`;
    });
  const address = `${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const key = roll(4) === 0 && method !== 'GET' ? { 'idempotency-key': String(roll(20)) } : {};
  const headers = { origin, ...key };
  if (!body) return { who, path: address, asked: { method, headers } };
  const sent = JSON.stringify(roll(20) === 0 ? nastyJson(roll, ids) : madeBy(ground, body));
  return {
    who,
    path: address,
    asked: { method, headers: { ...headers, 'content-type': 'application/json' }, body: sent },
  };
}

/** A value of this schema; now and then, within it, one that is not. */
function madeBy(ground: Ground, schema: JsonSchema): unknown {
  const { roll, ids } = ground;
  const { type, format, properties, items, required = [] } = schema;
  const kinds = schema.anyOf ?? schema.oneOf;
  if (kinds) return madeBy(ground, oneOf(roll, kinds));
  if (properties) {
    const named = Object.entries(properties).filter(([name]) => required.includes(name) || roll(2));
    return Object.fromEntries(named.map(([name, of]) => [name, madeBy(ground, of)]));
  }
  if (type === 'array') return Array.from({ length: roll(4) }, () => madeBy(ground, items ?? {}));
  if (roll(4) === 0) return nastyJson(roll, ids);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return oneOf(roll, schema.enum);
  if (type === 'boolean') return roll(2) === 0;
  if (type === 'null') return null;
  if (type === 'integer' || type === 'number') return roll(10);
  if (format === 'uuid') return oneOf(roll, [...ids, NOBODY]);
  if (format === 'date-time')
    return oneOf(roll, ['2023-03-14T12:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-10:00']);
  if (format === 'date') return oneOf(roll, ['2023-03-14', '0000-01-01', '9999-12-31']);
  return oneOf(roll, ['Un texte', nastyText(roll, ids)]);
}

/** Sends all of them, so many at once; each answer is told with its request, in the order in which they come. */
export async function sendAll<T>(
  requests: readonly T[],
  atOnce: number,
  send: (request: T) => Promise<void>,
): Promise<void> {
  const left = requests.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const request of left) await send(request);
    }),
  );
}
