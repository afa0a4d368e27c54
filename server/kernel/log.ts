import pino, { type Logger } from 'pino';
import { loggedRequest } from './http/request-id.ts';
import { toldError } from './told-error.ts';

/** [OP7] [SC12] The log of a process, on its standard output: a line of JSON each, with the request it belongs to, and of errors what may be said. */
export function createLog(level: string): Logger {
  return pino({ level, mixin: loggedRequest, serializers: { err: toldError, error: toldCode } });
}

/** A code of ours; an error that somebody put in its place is told as one. */
function toldCode(value: unknown): unknown {
  return value instanceof Error ? toldError(value) : value;
}

/** A fault that nobody foresaw ends this process, as Node would; but Node prints the error with all that hangs on it. */
export function endOnFault(log: Logger): Logger {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a fault ends the process');
    process.exit(1);
  });
  return log;
}
