import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const StoredMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** What came with it, as text. */
  files: z.array(z.object({ name: z.string(), text: z.string() })).default([]),
  at: z.coerce.date(),
});

/** A mail that would have left, had a server been set. */
export type StoredMail = z.output<typeof StoredMail>;

/** Where mails go without SMTP settings; administration shows them. */
export interface MailFolder {
  keep(mail: StoredMail): Promise<void>;
  /** [PD8] Takes away the mails that went to this address, or that say one of these words. */
  forget(words: readonly string[]): Promise<void>;
  /** [PD10] Takes away the mails of before this instant; how many. */
  forgetBefore(at: Date): Promise<number>;
  /** The last mails, the newest first. */
  list(): Promise<StoredMail[]>;
}

const KEPT = 200;

/** One JSON file a mail, readable by the owner of the process only: they hold links that open accounts. */
export function createMailFolder(path: string): MailFolder {
  const names = async () =>
    (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  return {
    async keep(mail) {
      await mkdir(path, { recursive: true });
      await chmod(path, 0o700);
      const file = join(path, `${nameOf(mail.at)} ${mail.id}.json`);
      // A reader must never see half a file.
      await writeFile(`${file}.part`, JSON.stringify(mail, null, 2), { mode: 0o600 });
      await rename(`${file}.part`, file);
      for (const old of (await names()).slice(0, -KEPT)) await rm(join(path, old), { force: true });
    },
    async forget(words) {
      for (const file of await names()) {
        const content = (await readFile(join(path, file), 'utf8').catch(() => '')).toLowerCase();
        if (words.some((word) => content.includes(word.toLowerCase())))
          await rm(join(path, file), { force: true });
      }
    },
    async forgetBefore(at) {
      const limit = nameOf(at);
      const old = (await names()).filter((file) => file < limit);
      for (const file of old) await rm(join(path, file), { force: true });
      return old.length;
    },
    async list() {
      const files = (await names()).reverse();
      const mails = await Promise.all(
        files.map((name) => readFile(join(path, name), 'utf8').catch(() => null)),
      );
      return mails.flatMap((content) => {
        const parsed = content ? StoredMail.safeParse(parseJson(content)) : null;
        return parsed?.success ? [parsed.data] : [];
      });
    },
  };
}

/** Names begin with the instant: their order is that of the mails. */
const nameOf = (at: Date) => at.toISOString().replaceAll(':', '-');

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
