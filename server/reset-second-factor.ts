/** `npm run second-factor:reset -- ADDRESS`: for the only administrator who lost everything. Without the server; on PostgreSQL beside it. */
import { findPersonByEmail } from '#db/people/person/people.ts';
import { resetSecondFactor } from '#db/people/person/second-factors.ts';
import { secondFactor } from '#shared/people/person/second-factor.fr.ts';
import { DataDirInUse, holdDataDir } from './kernel/data-dir.ts';
import { openDatabase } from './kernel/database.ts';
import { readEnv } from './kernel/env.ts';
import { StartRefusal } from './kernel/start-refusal.ts';

const words = secondFactor.command;

try {
  console.log(await reset(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  for (const sentence of error.sentences) console.error(sentence);
  process.exitCode = 1;
}

async function reset([email, ...others]: readonly string[]): Promise<string> {
  if (!email || others.length > 0) throw new StartRefusal(words.usage);
  const env = readEnv();
  const dataDir = env.DATABASE_URL ? null : await holdDataDir(env.DATA_DIR).catch(explainInUse);
  const database = await openDatabase(env, dataDir?.path ?? env.DATA_DIR);
  try {
    const person = await findPersonByEmail(database.db, email);
    if (!person) throw new StartRefusal(words.unknown(email));
    const done = await resetSecondFactor(database.db, { id: person.id, by: null, now: new Date() });
    if (!done.ok) throw new StartRefusal(words.none(person.email));
    return words.done(person.email);
  } finally {
    await database.close();
    await dataDir?.release();
  }
}

function explainInUse(error: unknown): never {
  if (error instanceof DataDirInUse) throw new StartRefusal(words.serverRunning(error.path));
  throw error;
}
