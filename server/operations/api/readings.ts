import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { OperationName } from '#shared/operations/api/api-operations.fr.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import { type Call, type Operation, operation } from './operation.ts';
import { Id, listOf, Page, pageOf } from './shapes.ts';

/** More than the programme has cities, conventions and seasons. */
export const ALL = 5_000;

/** Who reads, and what they are read from. */
export interface Asker {
  readonly db: Db;
  readonly now: Date;
  readonly userId: string;
  readonly platformRole: PlatformRole;
}

type NounOf<Name, Verb extends string> = Name extends `${infer Noun}.${Verb}` ? Noun : never;
/** Nouns that have a list and are read one by one. */
type ReadNoun = NounOf<OperationName, 'list'> & NounOf<OperationName, 'read'>;

/** [I6] A noun as REST reads it. `list` and `find` give what this person may see. */
interface Reading<Row> {
  readonly noun: ReadNoun;
  /** As in `/experiments/{experiment}`. */
  readonly path: readonly [list: string, id: string];
  readonly scope?: Scope;
  /** What its id looks like, where it is none of ours. */
  readonly id?: z.ZodType<string>;
  readonly item: z.ZodObject;
  /** The same without. */
  readonly whole?: z.ZodObject;
  /** Its page. */
  readonly at: (row: Row) => string;
  readonly list: (asker: Asker) => Promise<readonly (NoInfer<Row> & { readonly id: string })[]>;
  readonly find: (asker: Asker, id: string) => Promise<NoInfer<Row> | null>;
}

/** What a shape names of a record, and no more; instants as text. */
export function tell<Shape extends z.ZodObject>(shape: Shape, record: object): z.output<Shape> {
  return shape.parse(JSON.parse(JSON.stringify(record)));
}

const askerOf = ({ services: { db, now }, caller }: Call<unknown, unknown, unknown>): Asker => ({
  ...caller,
  db,
  now: now(),
});

/** Its two operations: the list by pages, and one, absent for whoever may not see it. */
export function reading<Row>({
  noun,
  scope = 'programme:read',
  item,
  whole = item,
  at,
  list,
  find,
  path,
  id = Id,
}: Reading<Row>): Operation[] {
  const [address, one] = path;
  return [
    operation({
      path: `/${address}`,
      name: `${noun}.list`,
      scope,
      query: Page,
      answer: listOf(item),
      run: async (call) => {
        const { items, next } = pageOf(await list(askerOf(call)), call.query);
        const { origin } = call.services;
        return ok({ items: items.map((row) => tell(item, { ...row, url: origin + at(row) })), next });
      },
    }),
    operation({
      path: `/${address}/{${one}}`,
      name: `${noun}.read`,
      scope,
      params: z.object({ [one]: id }),
      answer: whole,
      run: async (call) => {
        const row = await find(askerOf(call), call.params[one] ?? '');
        if (row === null) return fail('access.notFound');
        return ok(tell(whole, { ...row, url: call.services.origin + at(row) }));
      },
    }),
  ];
}
