import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** [PD11] Which accounts were erased here: their ids alone, in the data folder and in no backup. */
export interface ErasedAccounts {
  add(userId: string): Promise<void>;
  read(): Promise<readonly string[]>;
}

/** The list of this data folder; an operator may copy it to another one. */
export function erasedAccounts(dataDir: string): ErasedAccounts {
  const path = join(dataDir, 'comptes-effaces');
  return {
    add: (userId) => appendFile(path, `${userId}\n`, { mode: 0o600, flush: true }),
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').filter(Boolean);
    },
  };
}
