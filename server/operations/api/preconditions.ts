import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Call, Operation } from './operation.ts';
import type { ApiError } from './problem.ts';

/** [I8] The tag of what an operation answers, without its quotes: its own, else of its bytes. */
export function tagOf({ tag }: Operation, answer: unknown): string {
  if (tag) return tag(answer as never);
  return createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 22);
}

/** What `If-Match` names, without quotes, `*` among them; null when it is absent. A weak tag is the same as none of ours. */
export function ifMatchOf(request: Request): readonly string[] | null {
  const given = request.get('If-Match');
  return given === undefined ? null : given.split(',').map((one) => one.trim().replace(/^"(.*)"$/, '$1'));
}

/** What reads at an address that is also written to, by that address. */
export function readersOf(operations: readonly Operation[]): ReadonlyMap<string, Operation> {
  const written = new Set(operations.flatMap(({ method, path }) => (method === 'get' ? [] : [path])));
  return new Map(
    operations.flatMap((one) => (one.method === 'get' && written.has(one.path) ? [[one.path, one]] : [])),
  );
}

/** [I8] Is what stands there what the asker has seen? Refused: 'api.changed', and as `reader` refuses. */
export async function asSeen(
  reader: Operation | undefined,
  call: Call<unknown, unknown, unknown>,
): Promise<Result<void, ApiError>> {
  const { ifMatch } = call;
  if (!ifMatch || !reader || reader.method !== 'get' || reader.tag) return ok();
  const found = await reader.run({ ...call, query: reader.query.parse({}), body: null });
  if (!found.ok) return found;
  const isSeen = ifMatch.some((one) => one === '*' || one === tagOf(reader, found.value));
  return isSeen ? ok() : { ok: false, error: 'api.changed' };
}
