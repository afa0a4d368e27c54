import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, removeWithEmbedded } from '../../kernel/embedded-postgres/embedded-postgres.ts';
import { fillFrom } from './fill.ts';

/**
 * Restores a backup into an embedded database of its own, which is then thrown away; every reference is checked on the way.
 * @throws {StartRefusal} when it cannot be restored.
 */
export async function rehearse(
  path: string,
  { passphrase, signal }: { readonly passphrase: string | null; readonly signal: AbortSignal },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-rehearsal-'));
  try {
    const database = await openEmbedded(folder);
    try {
      const say = () => undefined;
      await fillFrom(database, {
        path,
        passphrase,
        signal,
        filesTo: null,
        bucket: null,
        now: new Date(),
        say,
      });
    } finally {
      await database.close();
    }
  } finally {
    await removeWithEmbedded(folder);
  }
}
