import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdDataDir, keptSecret } from '#server/kernel/data-dir.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('[S2] one process holds a data folder', () => {
  test('a second holder is refused in French, and the first one keeps it', async () => {
    const held = await holdDataDir(folder);
    await expect(holdDataDir(folder)).rejects.toThrow(/déjà utilisé par une autre instance/);
    await expect(holdDataDir(folder)).rejects.toThrow(/déjà utilisé/);
    await held.release();
    await (await holdDataDir(folder)).release();
  });

  test('the lock of a killed process is taken over', async () => {
    // A socket file whose listener is gone is what kill -9 leaves.
    const path = join(folder, 'lock.sock');
    const worker = new Worker(
      `const { createServer } = require('node:net');
       const server = createServer(); server.listen(${JSON.stringify(path)}, () => require('node:worker_threads').parentPort.postMessage('up'));`,
      { eval: true },
    );
    await once(worker, 'message');
    await worker.terminate();
    await writeFile(path, '', { flag: 'a' }).catch(() => undefined);
    const held = await holdDataDir(folder);
    await held.release();
  });

  test('a deep folder is held too, though socket paths are short', async () => {
    const deep = join(folder, ...Array.from({ length: 12 }, () => 'un-dossier-profond'));
    const held = await holdDataDir(deep);
    await expect(holdDataDir(deep)).rejects.toThrow(/déjà utilisé/);
    await held.release();
  });

  test('a folder that is a file is refused with a sentence', async () => {
    const file = join(folder, 'fichier');
    await writeFile(file, 'x');
    await expect(holdDataDir(file)).rejects.toThrow(/ne peut pas être lu ou écrit/);
  });

  test('a stranger listening elsewhere changes nothing', async () => {
    const other = createServer().listen(0);
    const held = await holdDataDir(folder);
    await held.release();
    other.close();
  });
});

describe('[S3] the secret is made once and kept', () => {
  test('two starts share it, and only its owner reads it', async () => {
    const first = await keptSecret(folder);
    expect(first.length).toBeGreaterThanOrEqual(48);
    expect(await keptSecret(folder)).toBe(first);
    expect(await readFile(join(folder, 'session-secret'), 'utf8')).toBe(first);
    expect((await stat(join(folder, 'session-secret'))).mode & 0o077).toBe(0);
  });
});
