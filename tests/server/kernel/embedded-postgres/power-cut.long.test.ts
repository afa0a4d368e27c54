import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded } from '#server/kernel/embedded-postgres/embedded-postgres.ts';
import { canCutPower, mountPowerCutDisk } from '#tests/support/kernel/power-cut-disk.ts';

const WRITTEN = 300;

/** The PostgreSQL on this folder and all its processes. */
function processesOn(dataDir: string): number[] {
  const main = Number(
    readFileSync(join(dataDir, 'postgresql-18/data/postmaster.pid'), 'utf8').split('\n')[0],
  );
  const parentOf = (pid: string) => {
    try {
      return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  };
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return [main, ...all.filter((pid) => parentOf(pid) === main).map(Number)];
}

/** Writes one row after another, cuts the power after the last acknowledgement, and tells how many rows the next start finds. */
async function rowsAfterPowerCut(settings: string): Promise<number | null> {
  const disk = mountPowerCutDisk(300);
  onTestFinished(disk.remove);
  const dataDir = join(disk.path, 'data');
  await mkdir(dataDir, { mode: 0o700 });
  const first = await openEmbedded(dataDir);
  await first.run('create table t (n int)', []);
  await first.close();
  await writeFile(join(dataDir, 'postgresql.conf'), settings, { flush: true });

  const database = await openEmbedded(dataDir);
  for (let n = 0; n < WRITTEN; n++) await database.run(`insert into t values ($1)`, [n]);
  const pids = processesOn(dataDir);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  disk.cut();
  for (const pid of pids) process.kill(pid, 'SIGCONT');
  await database.close();
  disk.powerOn();

  const after = await openEmbedded(dataDir).catch(() => null);
  if (!after) return null;
  const { rows } = await after.run('select count(*)::int as rows from t', []);
  await after.close();
  return Number(rows[0]?.rows);
}

test.skipIf(!canCutPower)(
  '[S11] the power fails: every row that was acknowledged is on the disk (root)',
  async () => {
    expect(await rowsAfterPowerCut('')).toBe(WRITTEN);
  },
);

test.skipIf(!canCutPower)(
  '[S11] the same without fsync loses rows: the disk of this test really forgets (root)',
  async () => {
    expect(await rowsAfterPowerCut('fsync = off')).not.toBe(WRITTEN);
  },
);
