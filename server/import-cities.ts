/** `npm run import:villes -- FILE`: the programme's cities into the database, without the server. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cityImport as words } from '#shared/programme/territory/city-import.fr.ts';
import type { CityImportDecision } from '#shared/programme/territory/city-import.ts';
import { DataDirInUse, holdDataDir } from './kernel/data-dir.ts';
import { openDatabase } from './kernel/database.ts';
import { readEnv } from './kernel/env.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { createTerritories } from './programme/territory/territories.ts';

try {
  process.exitCode = report(await importFile(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  for (const sentence of error.sentences) console.error(sentence);
  process.exitCode = 1;
}

async function importFile([name, ...others]: string[]): Promise<CityImportDecision> {
  if (!name || others.length > 0) throw new StartRefusal(words.usage);
  const env = readEnv();
  const path = resolve(env.INIT_CWD ?? '.', name);
  const file = await readFile(path).catch(() => {
    throw new StartRefusal(words.unreadable(path));
  });
  // On PostgreSQL the server may go on: the database itself keeps the two apart.
  const dataDir = env.DATABASE_URL ? null : await holdDataDir(env.DATA_DIR).catch(explainInUse);
  const database = await openDatabase(env, dataDir?.path ?? env.DATA_DIR);
  try {
    console.log(words.loadingRegister);
    return await createTerritories({ db: database.db, now: () => new Date() }).import(file);
  } finally {
    await database.close();
    await dataDir?.release();
  }
}

/** Says what was done or why nothing was, and gives the exit code. */
function report(decision: CityImportDecision): 0 | 1 {
  if (!decision.ok) {
    for (const refusal of decision.refusals) console.error(words.finding(refusal));
    console.error(words.refused(decision.refusals.length));
    return 1;
  }
  const { counts, warnings, absent } = decision.value;
  for (const warning of warnings) console.log(words.finding(warning));
  for (const city of absent) console.log(words.absent(city));
  console.log(words.read(counts));
  if (counts.cities > counts.programmeCities) console.log(words.later(counts));
  console.log(words.done(decision.value));
  return 0;
}

function explainInUse(error: unknown): never {
  if (error instanceof DataDirInUse) throw new StartRefusal(words.serverRunning(error.path));
  throw error;
}
