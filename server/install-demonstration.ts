/**
 * Fills the database of these settings with the demonstration, all of it or nothing, unless somebody is there. Of several that start
 * together one does it, and the others wait; a server that is ended meanwhile leaves it to its end.
 */
import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { openPostgres } from '#db/kernel/client.ts';
import { hasAnyPerson } from '#db/people/person/people.ts';
import { demoPassword } from '#db/seed/demo/people.ts';
import { installDemo } from '#db/seed/install-demo.ts';
import { joinEmbedded } from './kernel/embedded-postgres/embedded-postgres.ts';
import { readEnv } from './kernel/env.ts';
import { createLog } from './kernel/log.ts';
import { readRegister } from './programme/territory/register.ts';
import { settleDemonstration } from './settle-demonstration.ts';

const env = readEnv();
const database = env.DATABASE_URL ? openPostgres(env.DATABASE_URL) : await joinEmbedded(env.DATA_DIR);
if (!database) throw new Error('no server runs the embedded database');
try {
  await database.locks.holding('demonstration', async () => {
    if (await hasAnyPerson(database.db)) return;
    const passwordHash = await hashPassword(demoPassword);
    const register = await readRegister();
    const [now, newId] = [new Date(), () => randomUUID()];
    await installDemo(database, { now, newId, passwordHash, register });
    await settleDemonstration(database, { log: createLog(env.LOG_LEVEL), now, newId });
  });
} finally {
  await database.close();
}
