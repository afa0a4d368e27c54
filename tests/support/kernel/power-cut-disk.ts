import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk whose machine can lose its power: a file system in a file, whose own memory of what was not synced is lost at a cut. */
export interface PowerCutDisk {
  readonly path: string;
  /** Takes what is on the disk at this moment, and nothing that only the memory of the system holds. Whoever writes must be stopped. */
  cut(): void;
  /** What a machine finds when the power comes back: the disk as it was at the cut, mounted at the same place. */
  powerOn(): void;
  remove(): void;
}

/** Only root may mount one, where the system has loop devices; others skip what needs it. */
export const canCutPower =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/dev/loop-control') &&
  ['/sbin/mkfs.ext4', '/usr/sbin/mkfs.ext4'].some((program) => existsSync(program));

export function mountPowerCutDisk(megabytes: number): PowerCutDisk {
  const folder = mkdtempSync(join(tmpdir(), 'cordee-power-'));
  const path = mkdtempSync(join(tmpdir(), 'cordee-power-disk-'));
  const [image, atCut] = [join(folder, 'disk'), join(folder, 'disk-at-cut')];
  writeFileSync(image, '');
  truncateSync(image, megabytes * 1024 * 1024);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
  // Its own journal is not written by the clock within a test, only when somebody syncs.
  const mount = () => execFileSync('mount', ['-o', 'loop,commit=600', image, path]);
  mount();
  return {
    path,
    cut: () => copyFileSync(image, atCut),
    powerOn() {
      execFileSync('umount', [path]);
      renameSync(atCut, image);
      mount();
    },
    remove() {
      execFileSync('umount', ['-l', path]);
      for (const one of [folder, path]) rmSync(one, { recursive: true, force: true });
    },
  };
}
