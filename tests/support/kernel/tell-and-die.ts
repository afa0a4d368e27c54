import { openPostgres } from '#db/kernel/client.ts';
import { hearing, operationsOn } from './operations.ts';

/** A process that removes a member and is killed as live rooms are told: after the commit, before anybody heard. */
const [url = '', by = '', groupId = '', userId = ''] = process.argv.slice(2);
const { db } = openPostgres(url);
const die = () => process.kill(process.pid, 'SIGKILL');
const rooms = { ...hearing(), recheck: die, tellNews: die, tellMade: die };
await operationsOn(db, { rooms }).run('member.remove', { userId: by }, { groupId, userId });
