/** From so many bytes of updates on a document takes much of what its thread may. */
const HEAVY_BYTES = 800_000;

/** What a task is given to read or to open. */
interface Given {
  readonly kind: string;
  readonly parts?: readonly Uint8Array[];
  readonly update?: Uint8Array;
}

/** [SC21] Is so much read or opened for this task that it may take all that its thread may? Merging opens nothing. */
export function isHeavy({ kind, parts = [], update }: Given): boolean {
  if (kind === 'merge') return false;
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  return bytes + (update?.length ?? 0) > HEAVY_BYTES;
}
