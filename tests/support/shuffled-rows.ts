import pg from 'pg';

/**
 * [S16] With TEST_SHUFFLE=1, rows come in another order at every answer wherever the statement asked for none: PostgreSQL owes no order
 * that no `order by` gives, and gives one by chance until a table grows. Tests, and the product under them, that rest on it fail.
 */
export function shuffleUnorderedRows(): void {
  const ask = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function shuffled(this: pg.Client, ...given: unknown[]): unknown {
    const text = textOf(given[0]);
    if (text === null || hasOrder(text)) return ask.apply(this, given);
    const last = given.at(-1);
    if (typeof last === 'function') {
      const told = (error: unknown, result: unknown) => last(error, shuffle(result));
      return ask.call(this, ...given.slice(0, -1), told);
    }
    const asked = ask.apply(this, given);
    return asked instanceof Promise ? asked.then(shuffle) : asked;
  } as never;
}

function textOf(asked: unknown): string | null {
  if (typeof asked === 'string') return asked;
  if (typeof asked !== 'object' || asked === null || !('text' in asked)) return null;
  return typeof asked.text === 'string' ? asked.text : null;
}

/** Does the statement itself, not one inside of it, ask for an order? */
export function hasOrder(statement: string): boolean {
  let rest = statement.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/"(?:[^"]|"")*"/g, 'x');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll(/\([^()]*\)/g, ' ');
  }
  return /\border\s+by\b/i.test(rest);
}

function shuffle<T>(result: T): T {
  if (typeof result !== 'object' || result === null || !('rows' in result)) return result;
  const rows = result.rows as unknown[];
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [rows[at], rows[other]] = [rows[other], rows[at]];
  }
  return result;
}
