import pg from 'pg';
import { TracedClient } from './traced-client.ts';

/** What a copy of a database says to whoever would write in it. */
const READ_ONLY = '25006';

/** What a statement that this connection has prepared says for as long as it lives, whoever asks: its result has other columns now, or it is gone. */
const ITS_OWN = new Set(['0A000', '26000']);

/** Connections that stay open when nobody asks: where a disk is full, PostgreSQL may have no room to open another. */
const KEPT_OPEN = 4;

/**
 * Connections, opened on demand, at most `size`. [R1] The pool of `pg` throws one away for every statement that is refused; here a refused statement
 * costs none as long as its connection answers, so that newcomers are still let in where every write is refused, on a disk that stays full.
 */
export class Pool extends pg.Pool {
  constructor(url: string, size: number) {
    super({
      Client: TracedClient,
      connectionString: url,
      max: size,
      min: Math.min(size, KEPT_OPEN),
      connectionTimeoutMillis: 5_000,
    });
    // An idle connection that dies is replaced by the pool; without a listener it would end the process.
    this.on('error', () => undefined);
    const refusing = new WeakSet<pg.PoolClient>();
    this.on('connect', (client) => {
      client.connection.on('errorMessage', ({ code }) => code === READ_ONLY && refusing.add(client));
    });
    this.on('release', (_error, client) => {
      if (refusing.delete(client)) queueMicrotask(() => this.#closeIdle());
    });
  }

  /** One statement on whichever connection is free; with promises, as all of ours ask. */
  override query(...given: never[]): never {
    return this.#ask(given) as never;
  }

  async #ask(given: unknown[]): Promise<unknown> {
    const client = await this.connect();
    try {
      const answer = await (client.query as (...given: unknown[]) => Promise<unknown>).apply(client, given);
      client.release();
      return answer;
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      if (ITS_OWN.has(String(code))) client.release(true);
      else await releaseIfAlive(client);
      throw error;
    }
  }

  /**
   * [R1] A connection goes on refusing to write once the copy that it was made to is no copy any more. After a failover a whole pool may be of such,
   * and each would refuse a write of its own: the first that does takes the idle ones with it.
   */
  #closeIdle(): void {
    const close = (client: pg.PoolClient) => client.release(true);
    for (let left = this.idleCount; left > 0; left--) this.connect().then(close, () => undefined);
  }
}

/** Gives it back whole if it still answers. */
async function releaseIfAlive(client: pg.PoolClient): Promise<void> {
  const isDead = await client.query('').then(
    () => false,
    () => true,
  );
  client.release(isDead);
}
