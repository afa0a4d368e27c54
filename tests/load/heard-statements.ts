import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { Server } from 'node:http';
import pg from 'pg';

/**
 * Loaded before a server that is measured (`node --import`): tells whoever started it which statements it asks. It is
 * told `hear`, which it confirms, and `tell`; what the requests read that begin between the two is kept, and neither
 * what earlier ones leave behind nor what the server reads in its own time.
 */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

let heard: Statement[] | null = null;
const requests = new AsyncLocalStorage<Statement[] | null>();
const { emit } = Server.prototype;
const { query } = pg.Client.prototype;
const { connect } = pg.Pool.prototype;

Server.prototype.emit = function (this: Server, ...event: unknown[]) {
  const tell = () => (emit as (...all: unknown[]) => boolean).apply(this, event);
  return event[0] === 'request' ? requests.run(heard, tell) : tell();
} as typeof emit;

// Whoever waited for a connection asks on as who they were, and not as who gave it back.
pg.Pool.prototype.connect = function (this: pg.Pool, told?: () => void) {
  return (connect as (told?: () => void) => unknown).call(this, told && AsyncResource.bind(told));
} as typeof connect;

pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked, given] = args as [Partial<Statement> | string, unknown];
  const text = typeof asked === 'string' ? asked : (asked.text ?? '');
  const values = Array.isArray(given) ? given : typeof asked === 'string' ? [] : (asked.values ?? []);
  if (/^\s*(select|with|\()/i.test(text)) requests.getStore()?.push({ text, values });
  return (query as (...all: unknown[]) => unknown).apply(this, args);
} as typeof query;

process.on('message', (what) => {
  if (what === 'hear') {
    heard = [];
    process.send?.('hearing');
  } else if (what === 'tell') {
    process.send?.(heard ?? []);
    heard = null;
  }
});
