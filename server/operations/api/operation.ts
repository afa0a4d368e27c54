import type { ZodType, z } from 'zod';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { OperationName } from '#shared/operations/api/api-operations.fr.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import type { RequestShares } from '../../kernel/http/held-bodies.ts';
import type { Services } from '../../services.ts';
import type { ApiError } from './problem.ts';
import { Nothing } from './shapes.ts';
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
  | 'contents'
  | 'documents'
  | 'publicStates'
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
  /** [TK2] What that token was given; null for a session, which has everything. */
  readonly scopes: readonly Scope[] | null;
}

/** What an operation receives, parsed. */
export interface Call<Params, Query, Body> {
  readonly services: ApiServices;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** What `If-Match` names, without quotes; null when it is absent. */
  readonly ifMatch: readonly string[] | null;
}

/** The same for an operation that writes. */
export interface WriteCall<Params, Query, Body> extends Call<Params, Query, Body> {
  /** [I1] Of what it puts into a live room: the same for the same request with the same key. */
  readonly madeId: string;
  /** Does the request say a key? Else it was never done before. */
  readonly isKeyed: boolean;
}

/** One operation of the REST contract: its route, its shapes (which make the OpenAPI page), and what it does. */
export type Operation = ReadOperation | WriteOperation;

/** [TK2] Who may ask: a token with this scope, any token or session (`any`), or everybody (`public`), who is nobody to us. */
export type Door = Scope | 'any' | 'public';

interface Declared {
  /** As in OpenAPI: `/groups/{group}/documents`. */
  readonly path: string;
  /** Its French words are in `shared/operations/api/api-operations.fr.ts`. */
  readonly name: OperationName;
  readonly scope: Door;
  readonly params: ZodType;
  readonly query: ZodType;
  readonly body: ZodType | null;
  readonly success: 200 | 201 | 204;
  readonly answer: ZodType;
  /** [I7] Of what was made (201): the address of what it is read or changed by, beside our other operations; a page by its whole address. */
  readonly located?: (answer: never, params: never) => string;
  /** [I8] The tag of its answer, where it says more than which bytes these are: what writes at this address then reads `ifMatch` itself. */
  readonly tag?: (answer: never) => string;
  /** In bytes, of a body; a mebibyte unless said otherwise. */
  readonly maxBytes?: number;
}

/** An operation that changes nothing: it answers. */
interface ReadOperation extends Declared {
  readonly method: 'get';
  readonly run: (call: Call<unknown, unknown, unknown>) => Promise<Result<unknown, ApiError>>;
}

/** [I1] An operation that writes: it says what is to be written, which is done once. */
interface WriteOperation extends Declared {
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  readonly run: (call: WriteCall<unknown, unknown, unknown>) => Promise<Result<Write<unknown>, ApiError>>;
}

/** What is declared of an operation; what is not said is nothing. */
interface Shapes<P extends ZodType, Q extends ZodType, A extends ZodType>
  extends Pick<Declared, 'path' | 'name' | 'scope' | 'maxBytes'> {
  readonly params?: P;
  readonly query?: Q;
  readonly answer: A;
  readonly tag?: (answer: z.output<A>) => string;
}

/** [I7] What is made has an address. */
type Made<A, P> =
  | { success: 201; located: (answer: A, params: P) => string }
  | { success: 200 | 204; located?: never };

const UNSAID = { params: Nothing, query: Nothing, body: null };

/** Declares an operation that reads, with the types of its shapes carried into `run`. */
export function operation<
  A extends ZodType,
  P extends ZodType = typeof Nothing,
  Q extends ZodType = typeof Nothing,
>(
  declared: Shapes<P, Q, A> & {
    run: (call: Call<z.output<P>, z.output<Q>, null>) => Promise<Result<z.input<A>, ApiError>>;
  },
): Operation {
  return { ...UNSAID, method: 'get', success: 200, ...declared } as unknown as Operation;
}

/** The same for one that writes. */
export function writeOperation<
  A extends ZodType,
  P extends ZodType = typeof Nothing,
  Q extends ZodType = typeof Nothing,
  B extends ZodType = ZodType,
>(
  declared: Shapes<P, Q, A> & {
    method: WriteOperation['method'];
    body?: B;
    run: (
      call: WriteCall<z.output<P>, z.output<Q>, z.output<B>>,
    ) => Promise<Result<Write<z.input<A>>, ApiError>>;
  } & Made<z.output<A>, z.output<P>>,
): Operation {
  return { ...UNSAID, ...declared } as unknown as Operation;
}
