import { z } from 'zod';
import type { RunSql } from '#db/kernel/client.ts';
import { MAIL_QUEUE } from './mailer.ts';
import type { Seal } from './seal.ts';

const Data = z.object({ sealed: z.string() });
const To = z.object({ to: z.object({ email: z.string() }) });

/**
 * [PD8] Takes the mails to this address out of the queue, those that wait and those that have left and are kept a day. A mail to
 * somebody else that waits leaves, and is then gone within a day.
 */
export async function forgetQueuedMails(run: RunSql, seal: Seal, email: string): Promise<void> {
  const { rows } = await run('select id::text as id, data from pgboss.job where name = $1', [MAIL_QUEUE]);
  for (const { id, data } of rows) {
    const read = Data.safeParse(typeof data === 'string' ? JSON.parse(data) : data);
    const opened = read.success ? seal.open(read.data.sealed) : null;
    const letter = opened === null ? null : To.safeParse(JSON.parse(opened));
    if (letter?.success && letter.data.to.email.toLowerCase() === email.toLowerCase())
      await run('delete from pgboss.job where name = $1 and id = $2::uuid', [MAIL_QUEUE, id]);
  }
}
