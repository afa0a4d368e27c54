import type { Db } from '#db/kernel/client.ts';

/** A statement, as the driver has it. */
export interface Asked {
  readonly sql: string;
  readonly params: unknown[];
}

/** What a function asks the database, nested transactions included: every session of the driver prepares its statements alike. */
export async function statementsOf(db: Db, read: () => Promise<unknown>): Promise<Asked[]> {
  const { session } = db as unknown as {
    session: { prepareQuery: (query: Asked, ...rest: unknown[]) => unknown };
  };
  const driver = Object.getPrototypeOf(session);
  const { prepareQuery } = driver;
  const asked: Asked[] = [];
  driver.prepareQuery = function (this: unknown, query: Asked, ...rest: unknown[]) {
    if (/^\s*(select|with|\()/i.test(query.sql)) asked.push(query);
    return prepareQuery.call(this, query, ...rest);
  };
  try {
    await read();
  } finally {
    driver.prepareQuery = prepareQuery;
  }
  return asked;
}
