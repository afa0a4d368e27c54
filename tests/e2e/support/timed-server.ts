import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';

/** A demonstration of its own whose clock a journey sets. */
export interface TimedServer {
  readonly origin: string;
  /** Sets the clock to what one in Paris shows (`2023-03-14T14:05`), or to ours; it goes on from there. */
  moveTo(wall: string | null): Promise<void>;
  remove(): Promise<void>;
}

/** Starts at this time of Paris. */
export async function startTimedServer(wall: string): Promise<TimedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-clock-'));
  const file = join(folder, 'behind');
  const moveTo = (to: string | null) => {
    const at = to === null ? new Date() : instantOfParis(to);
    if (!at) throw new Error(`${to} is no time`);
    return writeFile(file, String(Date.now() - at.getTime()));
  };
  await moveTo(wall);
  const clock = new URL('./movable-clock.ts', import.meta.url);
  const server: OwnServer = await startOwnServer({ NODE_OPTIONS: `--import ${clock}`, CLOCK_FILE: file });
  return {
    origin: server.origin,
    moveTo,
    async remove() {
      await server.remove();
      await rm(folder, { recursive: true });
    },
  };
}
