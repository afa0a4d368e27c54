import pg from 'pg';
import { statement, traces } from './traced.ts';

type Given = readonly unknown[];

/** A connection whose statements are told to whoever traces ([OT1]). The pool asks with a callback, a transaction with a promise. */
export class TracedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // [S17] Of a connection that work has taken out, the pool hears nothing: cut between two statements, it would end the process. The next
    // statement is refused, which tells whoever needs to know.
    this.on('error', () => undefined);
  }

  override query(...given: never[]): never {
    const ask = super.query as (...given: Given) => unknown;
    if (!traces.hasSubscribers) return ask.call(this, ...given) as never;
    const what = statement(textOf(given[0]));
    const isCallback = typeof given.at(-1) === 'function';
    const asked = isCallback
      ? traces.traceCallback(ask as never, -1, what, this, ...given)
      : traces.tracePromise(ask as never, what, this, ...given);
    return asked as never;
  }
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  const { text } = asked as { readonly text?: unknown };
  return typeof text === 'string' ? text : '';
}
