import type { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashOf } from '#db/kernel/token-hash.ts';

type MakeAdapter = ReturnType<typeof drizzleAdapter>;
type Row = Readonly<Record<string, unknown>>;

/** What a method of an adapter is asked. */
interface Asked {
  readonly model?: string;
  readonly where?: readonly { readonly field: string; readonly value: unknown }[];
  readonly data?: Row;
  readonly update?: Row;
  readonly set?: Row;
}
/** What runs in a transaction, which has an adapter of its own. */
type Work = (own: object) => unknown;
type Method = (asked: Asked | Work, ...others: unknown[]) => Promise<unknown>;

/**
 * [SC17] Keeps sessions by the SHA-256 of their tokens. The library knows tokens in all that it asks of its adapter and hears from it; here, in the one
 * place where it meets the database, they become hashes, by whichever method. Whoever asked by a token hears it again; that of any other session nobody
 * knows: it is empty, and what the library would do with it is switched off (`DISABLED_PATHS`).
 */
export function keptHashed(make: MakeAdapter): MakeAdapter {
  return (options) => {
    const adapter = make(options);
    // Still the same object: the library's own look at the tables hangs on it.
    return Object.assign(adapter, hashing(adapter));
  };
}

function hashing<Adapter extends object>(adapter: Adapter): Adapter {
  const members = Object.entries(adapter).map(([name, member]) => [
    name,
    typeof member === 'function' ? hashingMethod(member) : member,
  ]);
  return Object.fromEntries(members) as Adapter;
}

function hashingMethod(method: Method): Method {
  return async (asked, ...others) => {
    if (typeof asked === 'function') return method((own) => asked(hashing(own)), ...others);
    return asked.model === 'session' ? askHashed(method, asked) : method(asked, ...others);
  };
}

async function askHashed(method: Method, asked: Asked): Promise<unknown> {
  const known = new Map<unknown, string>();
  const kept = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(kept);
    if (typeof value !== 'string') return value;
    const hash = hashOf(value);
    known.set(hash, value);
    return hash;
  };
  const keptIn = (row: Row) => ('token' in row ? { ...row, token: kept(row.token) } : row);
  const shown = (row: unknown) =>
    typeof row === 'object' && row !== null && 'token' in row
      ? { ...row, token: known.get(row.token) ?? '' }
      : row;
  const { where, data, update, set } = asked;
  const answer = await method({
    ...asked,
    ...(where && {
      where: where.map((one) => (one.field === 'token' ? { ...one, value: kept(one.value) } : one)),
    }),
    ...(data && { data: keptIn(data) }),
    ...(update && { update: keptIn(update) }),
    ...(set && { set: keptIn(set) }),
  });
  return Array.isArray(answer) ? answer.map(shown) : shown(answer);
}
