import type { Logger } from 'pino';
import { clearFolder, listRemovedFolders } from '#db/documents/folders.ts';
import { deleteExpired, findExpiredTrash } from '#db/documents/trash/trash.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { deleteExpiredDatasets } from '#db/library/dataset/dataset-trash.ts';
import { trashLimit } from '#shared/documents/trash/trash.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';

const AT_ONCE = 100;

interface TrashQueueOptions {
  readonly db: Db;
  readonly store: Pick<FileStore, 'remove'>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** [TR1] [DS13] Every night, what has been in the trash for thirty days is deleted for good. */
export function trashQueue({ db, store, log, now }: TrashQueueOptions): JobQueue {
  return {
    name: 'trash',
    round: { minutesAfterStart: 7, cron: '40 3 * * *' },
    async run() {
      const before = trashLimit(now());
      for (;;) {
        const expired = await findExpiredTrash(db, { before, limit: AT_ONCE });
        let deleted = 0;
        for (const { kind, id } of expired) {
          const gone = await inTransaction(db, (tx) => deleteExpired(tx, { kind, id, before, now: now() }));
          if (gone.ok) deleted++;
        }
        if (deleted > 0) log.info({ deleted }, 'deleted for good after thirty days in the trash');
        if (deleted === 0 || expired.length < AT_ONCE) break;
      }
      for (const id of await listRemovedFolders(db, { before }))
        await inTransaction(db, (tx) => clearFolder(tx, { id, before }));
      for (;;) {
        const { count, gone } = await inTransaction(db, (tx) =>
          deleteExpiredDatasets(tx, { before, limit: AT_ONCE }),
        );
        for (const key of gone) await store.remove(key);
        if (count > 0) log.info({ count }, 'data sets deleted for good after thirty days in the trash');
        if (count < AT_ONCE) break;
      }
    },
  };
}
