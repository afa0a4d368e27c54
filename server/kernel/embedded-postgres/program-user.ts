import { execFileSync, spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';

/** As whom the programs of PostgreSQL run. */
export interface ProgramUser {
  /** What stands before the program's own name. */
  readonly prefix: readonly string[];
  /** For `spawn`: another user than this process’s. */
  readonly identity: { readonly uid: number; readonly gid: number } | null;
  /** It runs as root, and had to go round it: what fails may fail for that. */
  readonly isRoot: boolean;
}

/**
 * PostgreSQL refuses to run as root. As root, then: as the owner of the folder of data, where that is somebody else; else in
 * a user namespace of its own, where root has no name and files keep their owner; else, where the system refuses these, as `nobody`.
 */
export async function programUserFor(folder: string): Promise<ProgramUser> {
  if (process.getuid?.() !== 0) return { prefix: [], identity: null, isRoot: false };
  const { uid, gid } = await stat(folder);
  if (uid !== 0) return { prefix: [], identity: { uid, gid }, isRoot: true };
  if (spawnSync('unshare', ['-U', 'true']).status === 0)
    return { prefix: ['unshare', '-U'], identity: null, isRoot: true };
  return { prefix: [], identity: nobody(), isRoot: true };
}

function nobody(): { uid: number; gid: number } | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}
