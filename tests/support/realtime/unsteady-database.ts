import type { Database } from '#db/kernel/client.ts';

/** A real database in front of which a test stands: it can hold statements back, or be away. */
export interface UnsteadyDatabase extends Database {
  /** Statements whose text matches wait until `release`. */
  hold(statement: RegExp): void;
  /** Statements whose text matches are refused, as by a server that is down, until `release`. */
  refuse(statement: RegExp): void;
  release(): void;
  /** How many statements were held or refused. */
  readonly stopped: number;
}

/** Stands in front of `database`; everything that the engine sends by `run` passes here. */
export function unsteady(database: Database): UnsteadyDatabase {
  let mode: { kind: 'hold' | 'refuse'; statement: RegExp } | null = null;
  let stopped = 0;
  let waiting: (() => void)[] = [];
  return {
    ...database,
    async run(sql, params) {
      if (mode?.statement.test(sql)) {
        stopped++;
        if (mode.kind === 'refuse')
          throw Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return database.run(sql, params);
    },
    hold(statement) {
      mode = { kind: 'hold', statement };
    },
    refuse(statement) {
      mode = { kind: 'refuse', statement };
    },
    release() {
      mode = null;
      for (const go of waiting.splice(0)) go();
      waiting = [];
    },
    get stopped() {
      return stopped;
    },
  };
}

/** The statement that appends to the log. */
export const APPENDS = /insert into doc_update/;
