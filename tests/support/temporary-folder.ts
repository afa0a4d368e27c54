import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
/** Linux’s number of a file system in memory: statfs(2). */
const TMPFS = 0x01021994;
const GIGABYTE = 1024 ** 3;
/** What a run holds at its most, several times over, and what its programs need beside it. */
const NEEDED = { disk: 4 * GIGABYTE, memory: 8 * GIGABYTE };

/**
 * A new folder for all that a run of tests writes and forgets: in memory, where this machine has plenty of it. A run makes and removes
 * hundreds of databases, a thousand files each, and a file system of a disk searches long for the place of a file where many were just removed:
 * a third of the time of some tests. Everybody may enter it, since PostgreSQL runs as somebody else where we are root.
 */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(hasRoomInMemory() ? IN_MEMORY : tmpdir(), 'cordee-tests-'));
  chmodSync(folder, 0o1777);
  return folder;
}

function hasRoomInMemory(): boolean {
  if (process.platform !== 'linux' || process.availableMemory() < NEEDED.memory) return false;
  try {
    const { type, bavail, bsize } = statfsSync(IN_MEMORY);
    return type === TMPFS && bavail * bsize > NEEDED.disk;
  } catch {
    return false;
  }
}
