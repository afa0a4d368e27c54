/** What a line of the log says of an error. */
export interface ToldError {
  readonly type: string;
  readonly message?: string;
  /** What PostgreSQL, the network, or a store calls it. */
  readonly [fact: string]: unknown;
  /** Where in the code: a call a line. */
  readonly stack?: string;
  readonly cause?: ToldError;
  readonly errors?: readonly ToldError[];
}

/** Facts that are names of things of ours, or numbers: never what somebody wrote. */
const FACTS = [
  'code',
  'status',
  'statusCode',
  'responseCode',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'syscall',
  'errno',
  'address',
  'port',
  'signal',
];
/** Sentences of the drivers that say nothing but what happened. */
const PLAIN =
  /^(Connection terminated( unexpectedly| due to connection timeout)?|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error and is not queryable|Connection is closed\.|read ECONNRESET|aborted|socket hang up)$/;
/** A call, as V8 writes it. */
const CALL = /^ {4}at (?:[^\n]*? \()?(?:file:|node:|\/|[A-Za-z]:\\|<anonymous>|native)[^\n]*$/;
/** Of causes in causes: nobody reads further, and a ring ends. */
const DEEPEST = 5;

/** An error of another process or thread of ours, of which `toldError` said there what may be said. */
export class ErrorElsewhere extends Error {
  override readonly name = 'ErrorElsewhere';
  readonly told: ToldError;

  constructor(told: ToldError) {
    super(`${told.type} in another process`);
    this.told = told;
  }
}

/**
 * [SC12] What may be said of an error: its kind, where it happened, and what the database or the network calls it. Its sentence only where it was
 * thrown by code of ours, or is one of those that hold nothing: a library writes into it what it was given (a statement with its values, a text that
 * is no JSON, the address of a mail). Nothing else that hangs on it is said.
 */
export function toldError(error: unknown, depth = 0): ToldError {
  if (!(error instanceof Error)) return { type: typeof error };
  if (error instanceof ErrorElsewhere) return error.told;
  const { cause } = error;
  const calls = callsOf(error);
  const facts = Object.fromEntries(
    FACTS.flatMap((name) => {
      const value: unknown = Reflect.get(error, name);
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
  const isDeep = depth >= DEEPEST;
  return {
    type: error.constructor.name || error.name,
    ...(isPlain(error, calls) && { message: error.message }),
    ...facts,
    ...(calls.length > 0 && { stack: calls.map((call) => call.trim()).join('\n') }),
    ...(cause !== undefined && !isDeep && { cause: toldError(cause, depth + 1) }),
    ...(error instanceof AggregateError &&
      !isDeep && { errors: error.errors.slice(0, DEEPEST).map((one) => toldError(one, depth + 1)) }),
  };
}

/** Its sentence stands before the calls, and may look like one. */
function callsOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  const rest = at < 0 ? stack : stack.slice(at + message.length);
  return rest.split('\n').filter((line) => CALL.test(line));
}

function isPlain(error: Error, [first = '']: readonly string[]): boolean {
  if (PLAIN.test(error.message)) return true;
  // What Node says of files and the network names our own paths and addresses.
  if ('syscall' in error) return true;
  // Of what was read, a piece stands in it.
  if (error instanceof SyntaxError) return false;
  return first !== '' && !/node_modules|node:|<anonymous>|native/.test(first);
}
