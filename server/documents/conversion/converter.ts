import { type ChildProcess, fork } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { ConversionAnswers, ConversionTask } from './converter-process.ts';

/** Why a conversion gave nothing. */
export type ConversionFault = 'failed' | 'tooLong' | 'tooHeavy' | 'interrupted' | 'busy' | 'cancelled';

export class ConversionFailed extends Error {
  override readonly name = 'ConversionFailed';
  readonly fault: ConversionFault;

  constructor(fault: ConversionFault, options?: { cause?: unknown; detail?: string }) {
    super(options?.detail ?? `a conversion ended: ${fault}`, options);
    this.fault = fault;
  }
}

/** Where a task stands: how many are before it, 0 while it runs. */
export type OnPlace = (before: number) => void;

interface Asking {
  readonly signal?: AbortSignal | undefined;
  readonly onPlace?: OnPlace | undefined;
}

/** One process that converts, one task after the other; it exists only while there is work, and a while after. */
export interface Converter {
  /** @throws {ConversionFailed} */
  run<T extends ConversionTask>(task: T, asking?: Asking): Promise<ConversionAnswers[T['kind']]>;
  /** Ends the process; what waits is interrupted. */
  close(): void;
}

interface Options {
  readonly log: Logger;
  readonly limits?: Partial<typeof LIMITS>;
}

/** [X2] A task takes that long and that much memory at most; so many wait; an idle process ends. */
const LIMITS = {
  taskMs: 60_000,
  idleMs: 60_000,
  waiting: 40,
  memoryBytes: 1_600 * 1024 * 1024,
  heapMegabytes: 768,
};
const WATCH_MS = 500;

interface Job extends Asking {
  readonly task: ConversionTask;
  readonly resolve: (value: never) => void;
  readonly reject: (error: ConversionFailed) => void;
}

const program = fileURLToPath(new URL('./converter-process.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

export function createConverter({ log, limits: given = {} }: Options): Converter {
  const limits = { ...LIMITS, ...given };
  const queue: Job[] = [];
  let running: Job | null = null;
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** Packages may stand elsewhere behind a link. */
  const packages = realpath(`${root}node_modules`).catch(() => `${root}node_modules`);

  async function start(): Promise<ChildProcess> {
    const made = fork(program, {
      serialization: 'advanced',
      cwd: root,
      // [X4] Reads our own files, writes none, starts nothing; whatever would ask the network finds no door.
      execArgv: [
        '--permission',
        `--allow-fs-read=${root}`,
        `--allow-fs-read=${await packages}`,
        '--allow-addons',
        '--disable-warning=SecurityWarning',
        `--max-old-space-size=${limits.heapMegabytes}`,
      ],
      env: { PATH: '', HTTP_PROXY: NO_DOOR, HTTPS_PROXY: NO_DOOR, ALL_PROXY: NO_DOOR },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    made.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-2_000);
    });
    made.once('exit', (code, signal) => {
      if (child !== made) return;
      child = null;
      if (running) log.error({ code, signal, said }, 'the process of conversions ended');
      settle((job) => job.reject(new ConversionFailed('interrupted')));
    });
    made.on('message', (answer: { result?: never; error?: { name: string; message: string } }) => {
      if (child !== made) return;
      if (answer.error) {
        const { name, message } = answer.error;
        settle((job) => job.reject(new ConversionFailed('failed', { detail: `${name}: ${message}` })));
      } else settle((job) => job.resolve(answer.result as never));
    });
    return made;
  }

  let limit: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;

  function settle(tell: (job: Job) => void): void {
    clearTimeout(limit);
    clearInterval(watch);
    const job = running;
    running = null;
    if (job) tell(job);
    next();
  }

  /** Ends the process with its task: there is no other way to stop what computes. */
  function end(fault: ConversionFault): void {
    const ended = child;
    child = null;
    ended?.kill('SIGKILL');
    settle((job) => job.reject(new ConversionFailed(fault)));
  }

  function next(): void {
    clearTimeout(idle);
    if (running) return;
    const job = queue.shift();
    if (!job) {
      idle = setTimeout(() => {
        child?.kill('SIGKILL');
        child = null;
      }, limits.idleMs);
      idle.unref();
      return;
    }
    running = job;
    for (const [index, waiting] of queue.entries()) waiting.onPlace?.(index + 1);
    job.onPlace?.(0);
    limit = setTimeout(() => end('tooLong'), limits.taskMs);
    void begin(job);
  }

  async function begin(job: Job): Promise<void> {
    try {
      const worker = child ?? (await start());
      if (running !== job) return void worker.kill('SIGKILL');
      child = worker;
      watch = setInterval(async () => {
        if (worker.pid && (await memoryOf(worker.pid)) > limits.memoryBytes && child === worker)
          end('tooHeavy');
      }, WATCH_MS);
      worker.send(job.task, (error) => {
        if (error && running === job) end('interrupted');
      });
    } catch (error) {
      log.error({ err: error }, 'the process of conversions could not start');
      if (running === job) end('interrupted');
    }
  }

  return {
    run(task, { signal, onPlace } = {}) {
      return new Promise((resolve, reject) => {
        if (isClosed) return reject(new ConversionFailed('interrupted'));
        if (signal?.aborted) return reject(new ConversionFailed('cancelled'));
        if (queue.length >= limits.waiting) return reject(new ConversionFailed('busy'));
        const job: Job = { task, onPlace, resolve: resolve as (value: never) => void, reject };
        signal?.addEventListener(
          'abort',
          () => {
            const at = queue.indexOf(job);
            if (running === job) end('cancelled');
            else if (at >= 0) {
              queue.splice(at, 1);
              for (const [index, waiting] of queue.entries()) waiting.onPlace?.(index + 1);
              reject(new ConversionFailed('cancelled'));
            }
          },
          { once: true },
        );
        queue.push(job);
        if (running) onPlace?.(queue.length);
        next();
      });
    },
    close() {
      isClosed = true;
      clearTimeout(idle);
      for (const job of queue.splice(0)) job.reject(new ConversionFailed('interrupted'));
      if (running) end('interrupted');
      child?.kill('SIGKILL');
      child = null;
    },
  };
}

/** A port of this machine where nobody listens. */
const NO_DOOR = 'http://127.0.0.1:9';

/** Bytes of memory that a process holds; 0 where the system does not say. */
async function memoryOf(pid: number): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    return Number(resident) * 4096;
  } catch {
    return 0;
  }
}
