import { existsSync } from 'node:fs';
import { runProgram } from './run-program.ts';

const MINUTE = 60_000;

/** Whether this process may install Debian packages. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages, showing that it goes on. True when all are there afterwards. */
export async function installPackages(names: readonly string[]): Promise<boolean> {
  console.log(`Installation des paquets Debian\u00a0: ${names.join(', ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-qq'], { env, limitMs: 3 * MINUTE, show: 'on-failure' });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  return runProgram('apt-get', args, { env, limitMs: 10 * MINUTE, show: 'on-failure' });
}
