import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type CollectGarbage = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * [SC21] Gives back to the system what this thread does not need any more. A thread that ends without it leaves its pages to V8, which
 * keeps them for eight seconds in case another thread starts.
 */
export function returnMemory(): void {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as CollectGarbage;
  // An ordinary collection keeps the pages as well.
  collectGarbage({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
