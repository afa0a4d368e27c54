/** `npm run second-factor:reset -- ADDRESS`: for the only administrator who lost everything. Without the server; on PostgreSQL beside it. */
import { inTransaction } from '#db/kernel/transaction.ts';
import { findPersonByEmail } from '#db/people/person/people.ts';
import { resetSecondFactor } from '#db/people/person/second-factors.ts';
import { secondFactor } from '#shared/people/person/second-factor.fr.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { openForCommand } from './operations/command/open-for-command.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';

const words = secondFactor.command;

await runCommand({ usage: words.usage }, reset);

async function reset({ word, ...place }: Command): Promise<void> {
  const { db, close } = await openForCommand(place, { whileServed: words.serverRunning });
  try {
    const email = word ?? '';
    const person = await findPersonByEmail(db, email);
    if (!person) throw new StartRefusal(words.unknown(email));
    const lost = { id: person.id, by: null, now: new Date() };
    const done = await inTransaction(db, (tx) => resetSecondFactor(tx, lost));
    if (!done.ok) throw new StartRefusal(words.none(person.email));
    console.log(words.done(person.email));
  } finally {
    await close();
  }
}
