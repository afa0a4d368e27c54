/**
 * What announces decisions at the end of their embargo, as a process of its own, for a test that kills it between two mails of one
 * announcement. Reads DATA_DIR, DATABASE_URL and NOW; prints `ready` once it stands there, and goes no further.
 */
import { openDatabase } from '#server/kernel/database.ts';
import { readEnv } from '#server/kernel/env.ts';
import { announcing } from './announcing.ts';

const env = readEnv();
const database = await openDatabase(env, env.DATA_DIR);
const { mailer, roundWith } = await announcing(database, env.DATA_DIR, new Date(process.env.NOW ?? ''));
let sent = 0;
await roundWith({
  async send(...mail) {
    const leavesAt = await mailer.send(...mail);
    if (++sent < 2) return leavesAt;
    console.log('ready ');
    return new Promise(() => setInterval(() => undefined, 60_000));
  },
});
