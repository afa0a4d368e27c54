import type { ZodType, z } from 'zod';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { OperationName } from '#shared/operations/api/api-operations.fr.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import type { Services } from '../../services.ts';
import type { ApiError } from './problem.ts';

/** The live things that the REST door uses. */
export type ApiServices = Pick<
  Services,
  | 'env'
  | 'origin'
  | 'database'
  | 'db'
  | 'auth'
  | 'rooms'
  | 'conversions'
  | 'documents'
  | 'meetings'
  | 'resources'
  | 'boardExchange'
  | 'log'
  | 'now'
  | 'newId'
  | 'counters'
>;

/** The person behind a request, as the session or the token says. */
export interface Caller {
  readonly userId: string;
  readonly platformRole: PlatformRole;
  /** The access token by which they ask; null for a session. */
  readonly tokenId: string | null;
}

/** What an operation receives, parsed. */
export interface Call<Params, Query, Body> {
  readonly services: ApiServices;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** One operation of the REST contract: its route, its shapes (which make the OpenAPI page), and what it does. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** As in OpenAPI: `/groups/{group}/documents`. */
  readonly path: string;
  /** Its French words are in `shared/operations/api/api-operations.fr.ts`. */
  readonly name: OperationName;
  /** [TK2] What a token must have been given for it. */
  readonly scope: Scope;
  readonly params: ZodType;
  readonly query: ZodType;
  readonly body: ZodType | null;
  readonly success: 200 | 201 | 204;
  readonly answer: ZodType;
  readonly run: (call: Call<unknown, unknown, unknown>) => Promise<Result<unknown, ApiError>>;
}

/** Declares an operation with the types of its shapes carried into `run`. */
export function operation<
  P extends ZodType,
  Q extends ZodType,
  B extends ZodType,
  A extends ZodType,
>(declared: {
  method: Operation['method'];
  path: string;
  name: OperationName;
  scope: Scope;
  params: P;
  query: Q;
  body: B | null;
  success: Operation['success'];
  answer: A;
  run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Result<z.input<A>, ApiError>>;
}): Operation {
  return declared as unknown as Operation;
}
