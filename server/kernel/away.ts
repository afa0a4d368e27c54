/** What PostgreSQL calls its own absence: a connection (08), no room (53), a stop or a start under way (57P), a copy that takes no writing. */
const SQLSTATE = /^(08|53|57P|25006$)/;
/** A session that PostgreSQL refuses or ends, for whatever reason. */
const ENDED = /^(FATAL|PANIC)$/;
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Sentences of the driver of PostgreSQL, which has no codes for what it finds itself. */
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error))/;
/** Errors of Redis and of the store of files, by the name of their class: the build has another copy of ours. */
const NAMES =
  /^(ClientClosedError|ClientOfflineError|SocketClosedUnexpectedlyError|SocketTimeoutError|ConnectionTimeoutError|StoreAway)$/;
/** Of causes in causes: a ring ends. */
const DEEPEST = 5;

/** [S19] Seconds after which whoever heard 503 may ask again. */
export const RETRY_AFTER = '5';

/**
 * [S19] Did this happen because something that Cordée stands on is away (its database, its store of files, Redis), or cut us off? Then
 * nobody is at fault who asked, and what they asked for may be asked for again.
 */
export function isAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST) return false;
  const { code, severity, syscall } = error as { code?: unknown; severity?: unknown; syscall?: unknown };
  const called = typeof code === 'string' ? code : '';
  return (
    SQLSTATE.test(called) ||
    NETWORK.test(called) ||
    // The socket of a database on this machine.
    (called === 'ENOENT' && syscall === 'connect') ||
    (typeof severity === 'string' && ENDED.test(severity)) ||
    DRIVER.test(error.message) ||
    NAMES.test(error.constructor.name) ||
    isAway(error.cause, depth + 1)
  );
}
