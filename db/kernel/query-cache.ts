import type pg from 'pg';

/** A page asks a few dozen; what builds statements without end keeps no more than these. */
const MOST_KEPT = 200;

const READS = /^\s*(?:select|with)\b/i;
/** What makes a reading more than that, or its answer another each time. */
const MORE_THAN_READS =
  /\b(?:insert|update|delete|merge|into|share|nextval|setval|set_config|random|clock_timestamp|gen_random_uuid|pg_\w+)\b/i;

/** As `pg` is asked: a text or what goes with it, then the values. */
type Given = [asked: string | { readonly text: string; readonly rowMode?: string }, ...rest: unknown[]];
type Answer = Pick<pg.QueryResult<object>, 'rows'>;

/**
 * [PG3] A pool for one page, on top of everybody's: what its parts ask twice, in the same words with the same values, is asked once. Who writes through it,
 * or begins a transaction, ends the cache: from then on everything is asked. So does `end()`, for what outlives its page.
 */
export function withQueryCache(pool: pg.Pool): { readonly pool: pg.Pool; end(): void } {
  let answers: Map<string, Promise<Answer>> | null = new Map();
  const end = (): void => {
    answers = null;
  };
  const ask = pool.query as (...given: Given) => Promise<Answer>;

  async function query(...given: Given): Promise<Answer> {
    const key = keyOf(given);
    if (key === null) end();
    const kept = answers;
    if (key === null || !kept) return ask.apply(pool, given);
    const answer = kept.get(key) ?? ask.apply(pool, given);
    if (kept.size < MOST_KEPT) kept.set(key, answer);
    try {
      return withOwnRows(await answer);
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  function connect(): Promise<pg.PoolClient> {
    end();
    return pool.connect();
  }

  const cached: pg.Pool = Object.create(pool);
  return { pool: Object.assign(cached, { query, connect }), end };
}

/** Null for what is no reading. */
function keyOf([asked, ...values]: Given): string | null {
  const { text, rowMode = '' } = typeof asked === 'string' ? { text: asked } : asked;
  if (!READS.test(text) || MORE_THAN_READS.test(text)) return null;
  // A number is sent as its digits; JSON knows neither all of them nor the long ones.
  return JSON.stringify([text, rowMode, values], (_key, value) =>
    typeof value === 'bigint' || typeof value === 'number' ? String(value) : value,
  );
}

/** Whoever changes a row of theirs changes nobody else's. */
function withOwnRows(answer: Answer): Answer {
  return { ...answer, rows: answer.rows.map(ownCopy) };
}

/** Lists and plain objects, all the way down; dates and bytes are nobody's to change. */
function ownCopy<T>(value: T): T;
function ownCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownCopy);
  const isPlain =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ownCopy(one)])) : value;
}
