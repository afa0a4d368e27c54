import pg from 'pg';

const changed = Symbol.for('cordee.rows-in-another-order');
changeUnorderedRows();

/**
 * [S16] From here on rows come in another order than PostgreSQL gave them wherever the statement asked for none: it owes no order that no
 * `order by` gives, and gives one by chance until a table grows. Tests, and the product under them, that rest on it fail. Backwards, so
 * that who rests on it is always told; with TEST_SHUFFLE=1 another way at every answer.
 */
function changeUnorderedRows(): void {
  const prototype: pg.Client & { [changed]?: true } = pg.Client.prototype;
  // A worker is kept from file to file, and twice backwards is forwards.
  if (prototype[changed]) return;
  prototype[changed] = true;
  const change = process.env.TEST_SHUFFLE ? shuffle : reverse;
  const ask = prototype.query as (...given: unknown[]) => unknown;
  prototype.query = function changedQuery(this: pg.Client, ...given: unknown[]): unknown {
    const text = textOf(given[0]);
    if (text === null || hasOrder(text)) return ask.apply(this, given);
    const last = given.at(-1);
    if (typeof last === 'function') {
      const told = (error: unknown, result: unknown) => {
        change(rowsOf(result));
        last(error, result);
      };
      return ask.call(this, ...given.slice(0, -1), told);
    }
    const asked = ask.apply(this, given);
    if (!(asked instanceof Promise)) return asked;
    return asked.then((result) => {
      change(rowsOf(result));
      return result;
    });
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

function rowsOf(result: unknown): unknown[] {
  if (typeof result !== 'object' || result === null || !('rows' in result)) return [];
  return Array.isArray(result.rows) ? result.rows : [];
}

function reverse(rows: unknown[]): void {
  rows.reverse();
}

function shuffle(rows: unknown[]): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [rows[at], rows[other]] = [rows[other], rows[at]];
  }
}
