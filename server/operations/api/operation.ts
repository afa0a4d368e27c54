import type { ZodType, z } from 'zod';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { OperationName } from '#shared/operations/api/api-operations.fr.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import type { RequestShares } from '../../kernel/http/held-bodies.ts';
import type { Services } from '../../services.ts';
import type { ApiError } from './problem.ts';
import type { Write } from './write.ts';

/** The live things that the REST door uses. */
export type ApiServices = Pick<
  Services,
  | 'env'
  | 'origin'
  | 'database'
  | 'db'
  | 'auth'
  | keyof RequestShares
  | 'rooms'
  | 'conversions'
  | 'documents'
  | 'resources'
  | 'boardExchange'
  | 'operations'
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

/** The same for an operation that writes. */
export interface WriteCall<Params, Query, Body> extends Call<Params, Query, Body> {
  /** [I1] Of what it puts into a live room: the same for the same request with the same key. */
  readonly madeId: string;
}

/** One operation of the REST contract: its route, its shapes (which make the OpenAPI page), and what it does. */
export type Operation = ReadOperation | WriteOperation;

interface Declared {
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
}

/** An operation that changes nothing: it answers. */
interface ReadOperation extends Declared {
  readonly method: 'get';
  readonly run: (call: Call<unknown, unknown, unknown>) => Promise<Result<unknown, ApiError>>;
}

/** [I1] An operation that writes: it says what is to be written, which is done once. */
interface WriteOperation extends Declared {
  readonly method: 'post' | 'patch' | 'delete';
  readonly run: (call: WriteCall<unknown, unknown, unknown>) => Promise<Result<Write<unknown>, ApiError>>;
}

interface Shapes<P extends ZodType, Q extends ZodType, B extends ZodType, A extends ZodType>
  extends Declared {
  readonly params: P;
  readonly query: Q;
  readonly body: B | null;
  readonly answer: A;
}

/** Declares an operation that reads, with the types of its shapes carried into `run`. */
export function operation<P extends ZodType, Q extends ZodType, B extends ZodType, A extends ZodType>(
  declared: Shapes<P, Q, B, A> & {
    method: ReadOperation['method'];
    run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Result<z.input<A>, ApiError>>;
  },
): Operation {
  return declared as unknown as Operation;
}

/** The same for one that writes. */
export function writeOperation<P extends ZodType, Q extends ZodType, B extends ZodType, A extends ZodType>(
  declared: Shapes<P, Q, B, A> & {
    method: WriteOperation['method'];
    run: (
      call: WriteCall<z.output<P>, z.output<Q>, z.output<B>>,
    ) => Promise<Result<Write<z.input<A>>, ApiError>>;
  },
): Operation {
  return declared as unknown as Operation;
}
