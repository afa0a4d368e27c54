import { DrizzleQueryError, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { toldError } from '#server/kernel/told-error.ts';
import { withDb } from '#tests/support/database.ts';

const SECRET = 'zibeline confidentielle';

const errorOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('an error is expected');
};

test('[SC12] of a statement that failed the log says what PostgreSQL calls it, neither the statement nor its values', () =>
  withDb(async (db) => {
    const error = await db
      .transaction((tx) => tx.execute(sql`select ${SECRET}::int, ${SECRET} as "zibeline"`))
      .catch((failed: unknown) => failed);
    // It is what would be told: without it the rest would prove nothing.
    expect(error).toBeInstanceOf(DrizzleQueryError);
    expect(String(error)).toContain(SECRET);
    const told = toldError(error);
    expect(told).toMatchObject({
      type: 'DrizzleQueryError',
      cause: { type: 'DatabaseError', code: '22P02' },
    });
    expect(told.stack).toMatch(/^at /);
    expect(JSON.stringify(told)).not.toContain('zibeline');
  }));

test('[SC12] what a library read or was given stands in its sentence, which is not told; ours is', () => {
  const read = errorOf(() => JSON.parse(`"${SECRET}`));
  expect(toldError(read)).toMatchObject({ type: 'SyntaxError' });
  expect(JSON.stringify(toldError(read))).not.toContain('zibeline');

  const own = new Error('a room that is not open', { cause: read });
  expect(toldError(own)).toMatchObject({
    message: 'a room that is not open',
    cause: { type: 'SyntaxError' },
  });
  // A sentence that looks like a call, and what hangs on an error.
  const odd = Object.assign(new SyntaxError(`x\n    at ${SECRET} (file:///a.ts:1:1)`), {
    params: [SECRET],
    code: { of: SECRET },
    detail: SECRET,
  });
  expect(JSON.stringify(toldError(odd))).not.toContain('zibeline');
  expect(toldError(SECRET)).toEqual({ type: 'string' });
});

test('[SC12] causes are told, and a ring of them ends; so are the errors of several', () => {
  const ring = new Error('ring');
  ring.cause = ring;
  expect(JSON.stringify(toldError(ring)).length).toBeLessThan(20_000);
  const several = new AggregateError([new Error('one'), new Error('two')], 'several');
  expect(toldError(several).errors?.map(({ message }) => message)).toEqual(['one', 'two']);
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
    address: '127.0.0.1',
    port: 5432,
  });
  expect(toldError(refused)).toMatchObject({
    message: 'connect ECONNREFUSED 127.0.0.1:5432',
    code: 'ECONNREFUSED',
    port: 5432,
  });
});
