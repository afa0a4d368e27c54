import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TICKS_PER_SECOND = 100;
const started = new Set<ChildProcess>();

/** Servers have one core and the load generator another, where the system can do that. */
const canPin = availableParallelism() > 1 && runs('taskset', ['--version']);
if (canPin) execFileSync('taskset', ['-apc', '1', String(process.pid)], { stdio: 'ignore' });

function runs(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts a Node program on the servers' core; its output goes to `logFile`. Ended with this process at the latest. */
export async function startNode(
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; logFile: string; port: number; isReady: () => Promise<boolean> },
): Promise<ChildProcess> {
  const log = openSync(options.logFile, 'a');
  const [program, ...rest] = [...(canPin ? ['taskset', '-c', '0'] : []), process.execPath, ...args];
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(options.port), ...options.env };
  const child = spawn(program ?? '', rest, { cwd: ROOT, env, stdio: ['ignore', log, log] });
  started.add(child);
  child.once('exit', () => started.delete(child));
  while (!(await options.isReady())) {
    if (child.exitCode !== null) throw new Error(`a server did not start: see ${options.logFile}`);
    await wait(50);
  }
  return child;
}

/** Runs a Node program of the project to its end. */
export async function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  started.add(child);
  const [code] = await once(child, 'exit');
  started.delete(child);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Ends everything that was started, at once. */
export function endAllNow(): void {
  for (const child of started) child.kill('SIGKILL');
}

/** Processor seconds that a process has used so far, its threads included; null where the system does not tell. */
function cpuSeconds(pid: number): number | null {
  const fields = procFile(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND : null;
}

/** Starts counting; the returned function gives the seconds that these processes have used since, all together. */
export function cpuOf(pids: readonly number[]): () => number | null {
  const before = pids.map((pid) => [pid, cpuSeconds(pid)] as const);
  return () => {
    const used = before.flatMap(([pid, seconds]) => {
      const now = cpuSeconds(pid);
      return seconds === null || now === null ? [] : [now - seconds];
    });
    return used.length > 0 ? used.reduce((sum, seconds) => sum + seconds) : null;
  };
}

/** Resident memory in kilobytes. */
export function residentKB(pid: number): number | null {
  const line = /^VmRSS:\s+(\d+)/m.exec(procFile(pid, 'status') ?? '');
  return line ? Number(line[1]) : null;
}

function procFile(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return null;
  }
}
