import { vi } from 'vitest';
import type { MailFolder } from '#server/kernel/mail/mail-folder.ts';

/** The mails to this address, the first ones first, once there are that many. */
export async function arrivedMails(folder: MailFolder, email: string, count: number) {
  const mails = async () => (await folder.list()).filter(({ to }) => to === email);
  await vi.waitUntil(async () => (await mails()).length >= count, { timeout: 20_000 });
  return mails();
}
