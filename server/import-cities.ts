/** `npm run import:villes -- FILE`: the programme's cities into the database, without the server. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inTransaction } from '#db/kernel/transaction.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { cityImport as words } from '#shared/programme/territory/city-import.fr.ts';
import type { CityImportDecision } from '#shared/programme/territory/city-import.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { openForCommand } from './operations/command/open-for-command.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';
import { createTerritories } from './programme/territory/territories.ts';

await runCommand({ usage: words.usage }, importFile);

async function importFile({ path, ...place }: Command): Promise<void> {
  const file = await readFile(path).catch(() => {
    throw new StartRefusal(words.unreadable(path));
  });
  // On PostgreSQL the server may go on: the database itself keeps the two apart.
  const { db, close } = await openForCommand(place, { whileServed: words.serverRunning });
  try {
    console.log(words.loadingRegister);
    const read = await createTerritories({ db, now: () => new Date() }).read(file);
    const making = { by: null, newId: randomUUID, now: new Date() };
    process.exitCode = report(
      read.ok ? await inTransaction(db, (tx) => importCities(tx, read.table, making)) : read,
    );
  } finally {
    await close();
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
