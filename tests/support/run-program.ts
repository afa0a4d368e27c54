import { type ChildProcess, spawn } from 'node:child_process';

/** No step may be silent for more than ten seconds. */
const SILENCE_MS = 8_000;
/** How long an interrupted program may take to put its things in order. */
const GRACE_MS = 10_000;

const running = new Set<ChildProcess>();

/** How to run a program. */
export interface ProgramOptions {
  /** The folder that it begins in; ours when absent. */
  readonly cwd?: string;
  /** Whole environment of the program; ours when absent. */
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is ended and counted as failed. */
  readonly limitMs: number;
  /** When its output is shown: as it comes, only if it fails, or never. */
  readonly show: 'always' | 'on-failure' | 'never';
}

/**
 * Runs a program to its end, showing its output and, whenever it is silent, that it goes on.
 * @returns whether it ended with code 0 within its limit.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<boolean> {
  return new Promise((resolve) => {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const kept: Buffer[] = [];
    // A group of its own: workers, browsers and servers that it started are ended with it.
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const heartbeat = setInterval(() => console.log(`  … en cours depuis ${seconds()} s.`), SILENCE_MS);
    const limit = setTimeout(() => {
      console.log(`Arrêté\u00a0: plus de ${options.limitMs / 60_000} minutes.`);
      end(child, 'SIGTERM');
    }, options.limitMs);
    for (const [stream, target] of [
      [child.stdout, process.stdout] as const,
      [child.stderr, process.stderr] as const,
    ]) {
      stream.on('data', (chunk: Buffer) => {
        if (options.show !== 'always') return void kept.push(chunk);
        target.write(chunk);
        heartbeat.refresh();
      });
    }
    const finish = (succeeded: boolean) => {
      clearInterval(heartbeat);
      clearTimeout(limit);
      running.delete(child);
      if (!succeeded && options.show === 'on-failure') process.stderr.write(Buffer.concat(kept));
      resolve(succeeded);
    };
    child.on('error', (error) => {
      console.log(`Impossible de lancer ${command}\u00a0: ${error.message}.`);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Ends every running program, as an interrupted run must. */
export function endPrograms(): void {
  for (const child of running) end(child, 'SIGTERM');
}

function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || !running.has(child)) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    return; // Already gone.
  }
  if (signal !== 'SIGKILL') setTimeout(() => end(child, 'SIGKILL'), GRACE_MS).unref();
}
