import { openPostgres } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import { heardOn, hearing, operationsOn } from './operations.ts';

/**
 * A process that is killed as live rooms are told: after its commit, before anybody heard. It removes a member by an operation or, asked for
 * `everything`, writes what tells of each kind of effect.
 */
const [url = '', by = '', groupId = '', userId = ''] = process.argv.slice(2);
const { db } = openPostgres(url);
const die = () => process.kill(process.pid, 'SIGKILL');
const rooms = { ...hearing(), recheck: die, tellNews: die, tellMade: die };
if (by === 'everything')
  await inTransaction(heardOn(db, { rooms }), async (tx) => {
    const after = effectsOf(tx);
    after.recheck({ room: 'document:one' });
    after.news('document:one', 'objects');
    after.made('board:one');
  });
else await operationsOn(db, { rooms }).run('member.remove', { userId: by }, { groupId, userId });
