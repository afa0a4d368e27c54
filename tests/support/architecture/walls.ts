import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What something that is counted should be, and what it may not pass: a tenth more where it may grow, the same where it only shrinks. */
export type Wall = z.infer<typeof Wall>;
const Wall = z.object({ aim: z.number(), wall: z.number() });

/** [H29] All of `tests/walls.json`, by what is counted. A change that passes an aim says so; a wall is moved in a commit of its own. */
export const walls: ReadonlyMap<string, Wall> = new Map(
  Object.entries(z.record(z.string(), Wall).parse(JSON.parse(readFileSync('tests/walls.json', 'utf8')))),
);

/** What this may not pass. */
export function wallOf(what: string): number {
  const found = walls.get(what);
  if (!found) throw new Error(`tests/walls.json has no “${what}”`);
  return found.wall;
}
