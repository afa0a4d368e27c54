import type { Logger } from 'pino';
import { type DatabaseRefusal, databaseRefusalOf } from '#db/kernel/database-refusal.ts';
import { databaseRefusal as words } from '#shared/kernel/database-refusal.fr.ts';

/** [SC19] What whoever asked is answered: it is their request that cannot be, not the server that failed. */
const STATUS: Readonly<Record<DatabaseRefusal, 400 | 404 | 409>> = {
  absent: 404,
  taken: 409,
  unholdable: 400,
};

/** A refusal of the database, as it is answered. */
interface AnsweredRefusal {
  readonly refusal: DatabaseRefusal;
  readonly status: 400 | 404 | 409;
  readonly said: { readonly title: string; readonly text: string };
}

/**
 * [SC19] The one place where an error of the database becomes a refusal in words, for pages, REST and every other door; null for an error of
 * any other kind. An operation that could have said it better has a line in the log, as a warning: its kind, place and code.
 */
export function answerOfDatabase(
  error: unknown,
  { log, address }: { readonly log: Logger; readonly address: string },
): AnsweredRefusal | null {
  const refusal = databaseRefusalOf(error);
  if (!refusal) return null;
  log.warn({ err: error, address, refusal }, 'the database refused what a request asked of it');
  return { refusal, status: STATUS[refusal], said: words.pages[refusal] };
}
