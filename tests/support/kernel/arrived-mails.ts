import type { MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { until } from '#tests/support/patience.ts';

/** The mails to this address, the first ones first, once there are that many. */
export async function arrivedMails(folder: MailFolder, email: string, count: number) {
  const mails = async () => (await folder.list()).filter(({ to }) => to === email);
  await until('the mails have come', async () => (await mails()).length >= count);
  return mails();
}
