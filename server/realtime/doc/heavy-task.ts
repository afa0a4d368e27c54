import type { DocTask } from './doc-worker.ts';

/** From so many bytes of updates on a document takes much of what its thread may. */
const HEAVY_BYTES = 800_000;

/** [SC21] Is so much read or opened for this task that it may take all that its thread may? Merging opens nothing. */
export function isHeavy(task: DocTask): boolean {
  if (task.kind === 'merge') return false;
  const parts = 'parts' in task ? task.parts : [];
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  return bytes + ('update' in task ? task.update.length : 0) > HEAVY_BYTES;
}
