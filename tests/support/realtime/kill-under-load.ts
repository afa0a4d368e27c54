import { expect } from 'vitest';
import { ServerProcess } from '../server-process.ts';
import { type Cleanups, Crew, freshSettings, prepare } from './crash-crew.ts';

const CREW = { rooms: 3, people: 3 };
/** After so many cycles a new crew writes new documents: what is typed adds up, and each cycle reads all of it. */
const CYCLES_OF_A_CREW = 25;

type Kind = 'postgres' | 'embedded';

/** A moment in which something has just begun, is half done, or is over. */
export const moment = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 700));

/** Undoes what was started, the last first. */
export async function cleanUp(cleanups: Cleanups): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** A server of its own with a database of this kind, and a crew that may write there. @param cleanups what to call at the end. */
export async function startWithCrew(
  kind: Kind,
  cleanups: Cleanups,
): Promise<{ server: ServerProcess; crew: Crew; dataDir: string }> {
  const settings = await freshSettings(cleanups, kind);
  const prepared = await prepare(settings, CREW);
  const server = await ServerProcess.start(settings);
  cleanups.push(() => server.end('SIGKILL'));
  const crew = await Crew.open(server.port, prepared, cleanups);
  return { server, crew, dataDir: settings.DATA_DIR ?? '' };
}

/**
 * [R1] Runs so many cycles of typing, killing and comparing: what was acknowledged or seen by another is there, once.
 * @param kill is given which of the cycles it is, and ends with the server dead.
 */
export async function killUnderLoad(
  kind: Kind,
  cycles: number,
  kill: (server: ServerProcess, dataDir: string, cycle: number) => Promise<unknown>,
): Promise<void> {
  let promised = 0;
  for (let done = 0; done < cycles; done += CYCLES_OF_A_CREW) {
    const cleanups: Cleanups = [];
    try {
      const { server, crew, dataDir } = await startWithCrew(kind, cleanups);
      for (let cycle = done; cycle < Math.min(cycles, done + CYCLES_OF_A_CREW); cycle++) {
        await crew.startTyping();
        await moment();
        const killed = kill(server, dataDir, cycle);
        crew.fallSilent();
        await killed;
        await server.start();
        const missing = await crew.missing();
        expect(missing.words, `cycle ${cycle}`).toEqual([]);
        promised += missing.promised;
      }
      // What nobody had promised comes back with its authors, and nothing is there twice.
      await crew.settle();
    } finally {
      await cleanUp(cleanups);
    }
  }
  expect(promised).toBeGreaterThan(cycles * CREW.rooms * CREW.people);
}
