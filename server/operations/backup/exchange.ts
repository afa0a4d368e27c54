import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { embeddedFolders, removeWithEmbedded } from '../../kernel/embedded-postgres/embedded-postgres.ts';
import { FOLDERS } from './backup-file.ts';

/** Where a restoration makes what will be the installation; one that was killed leaves its own. */
const MAKING = 'restoring-';
const PLAN = 'exchange.json';

const Plan = z.object({
  /** Where what was there goes. */
  aside: z.string(),
  /** What the restoration made, of all that gives way. */
  made: z.array(z.string()),
  gives: z.array(z.string()),
  /** When the restored database says that it was restored. */
  at: z.coerce.date(),
});
type Plan = z.output<typeof Plan>;

/** A new folder for a restoration, alone: what killed ones left is removed. */
export async function beginMaking(dataDir: string, stamp: string): Promise<string> {
  for (const name of await makings(dataDir)) await removeWithEmbedded(join(dataDir, name));
  const making = join(dataDir, `${MAKING}${stamp}`);
  await mkdir(making, { mode: 0o700 });
  return making;
}

/** Writes down, on the disk, that this is whole: from here on it is finished by whoever opens the folder next. */
export async function planExchange(
  making: string,
  { aside, at, hasDatabase }: Pick<Plan, 'aside' | 'at'> & { hasDatabase: boolean },
): Promise<void> {
  const made = await readdir(making);
  // Databases of other releases too: none of them is what this installation now is.
  const databases = hasDatabase ? await embeddedFolders(dirname(making)) : [];
  const gives = [...new Set([...FOLDERS, ...databases, ...made])];
  const plan: z.input<typeof Plan> = { aside, made, gives, at };
  const file = await open(join(making, `${PLAN}.part`), 'wx', 0o600);
  await file.writeFile(JSON.stringify(plan));
  await file.sync();
  await file.close();
  await rename(join(making, `${PLAN}.part`), join(making, PLAN));
}

/** Was it written down that this folder is whole? */
export function isPlanned(making: string): boolean {
  return existsSync(join(making, PLAN));
}

/** Does what was planned in this folder, as far as it was not done: what was there goes aside, what was made takes its place. */
export async function finishExchange(
  dataDir: string,
  isWanted: (plan: Plan) => Promise<boolean> = async () => true,
): Promise<void> {
  for (const name of await makings(dataDir)) {
    const making = join(dataDir, name);
    const text = await readFile(join(making, PLAN), 'utf8').catch(() => null);
    if (text === null) continue;
    const plan = Plan.parse(JSON.parse(text));
    if (await isWanted(plan)) await exchange(dataDir, making, plan);
    await rm(making, { recursive: true });
  }
}

async function exchange(dataDir: string, making: string, { aside, made, gives }: Plan): Promise<void> {
  for (const name of gives) {
    const [place, fresh] = [join(dataDir, name), join(making, name)];
    const isMade = made.includes(name);
    if (isMade && !existsSync(fresh)) continue; // It has its place already.
    if (existsSync(place)) {
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await rename(place, join(aside, name));
    }
    if (isMade) await rename(fresh, place);
  }
}

async function makings(dataDir: string): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => name.startsWith(MAKING));
}
