import { type ChildProcess, fork } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type Holding, heavyMemory, PROCESS_BYTES, THRIFTY } from '../../kernel/lane/memory-budget.ts';
import { memoryOf } from '../../kernel/lane/process-memory.ts';
import type { PooledJob, PooledWorker } from '../../kernel/lane/worker-pool.ts';
import { ProcessEnded } from '../../kernel/process-ended.ts';
import { ErrorElsewhere, type ToldError } from '../../kernel/told-error.ts';
import { ConversionFailed } from './conversion-failed.ts';
import type { ConversionTask } from './converter-process.ts';

const program = fileURLToPath(new URL('./converter-process.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Packages may stand elsewhere behind a link. */
const packages = realpath(`${root}node_modules`).catch(() => `${root}node_modules`);
/** A port of this machine where nobody listens. */
const NO_DOOR = 'http://127.0.0.1:9';

interface Options {
  readonly log: Logger;
  readonly idleMs: number;
  readonly patienceMs: number;
  readonly heapMegabytes: number;
  readonly onFree: () => void;
}

/** [X2] One process that converts: it starts with its first task, ends a while after its last, and with a task that must be stopped. */
export class ConversionWorker implements PooledWorker<ConversionTask> {
  job: PooledJob<ConversionTask> | null = null;
  #child: ChildProcess | null = null;
  /** The memory of the process, from before it starts until it has ended. */
  #holding: Holding | null = null;
  #waiting = new AbortController();
  #since = 0;
  #limit: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  get lateAt(): number {
    return this.#since + this.#options.patienceMs;
  }

  /** Nobody waits for a first conversion that did not ask for it: no process before. */
  warm(): void {}

  run(job: PooledJob<ConversionTask>): void {
    clearTimeout(this.#idle);
    this.job = job;
    this.#since = performance.now();
    this.#holding?.spare(null);
    void this.#begin(job);
  }

  async #begin(job: PooledJob<ConversionTask>): Promise<void> {
    try {
      const allowed = await packages;
      if (!(await this.#hold(job))) return;
      this.#limit = setTimeout(() => this.end(new ConversionFailed('tooLong')), job.limitMs);
      const child = this.#child ?? this.#start(allowed);
      this.#child = child;
      // It has ended, or is about to: what is done about it is done when it has.
      child.send(job.task, (error) => {
        if (error) child.kill('SIGKILL');
      });
    } catch (error) {
      this.#options.log.error({ err: error }, 'the process of conversions could not start');
      if (this.job === job) void this.end(new ConversionFailed('interrupted'));
    }
  }

  /** [SC21] A process starts once there is memory for it; tells whether this job is still to be done then. */
  async #hold(job: PooledJob<ConversionTask>): Promise<boolean> {
    if (this.job !== job || this.#holding) return this.job === job;
    this.#waiting = new AbortController();
    const holding = await heavyMemory.hold(PROCESS_BYTES, this.#waiting.signal).catch(() => null);
    if (this.job === job) this.#holding = holding;
    else holding?.release();
    return this.job === job;
  }

  #start(allowed: string): ChildProcess {
    const child = fork(program, {
      serialization: 'advanced',
      cwd: root,
      // [X4] Reads our own files, writes none, starts nothing; whatever would ask the network finds no door.
      execArgv: [
        '--permission',
        `--allow-fs-read=${root}`,
        `--allow-fs-read=${allowed}`,
        '--allow-addons',
        '--disable-warning=SecurityWarning',
        `--max-old-space-size=${this.#options.heapMegabytes}`,
        '--max-semi-space-size=4',
      ],
      env: { ...THRIFTY, PATH: '', HTTP_PROXY: NO_DOOR, HTTPS_PROXY: NO_DOOR, ALL_PROXY: NO_DOOR },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-2_000);
    });
    // All that it wrote is read by then, and with it whether its memory was full.
    child.once('close', (code, signal) => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#release();
      const ended = new ProcessEnded(code, signal, said);
      if (this.job) this.#options.log.error({ err: ended }, 'the process of conversions ended');
      const fault = ended.isFull ? 'tooHeavy' : 'interrupted';
      this.#settle((job) => job.reject(new ConversionFailed(fault)));
    });
    child.on('message', ({ result, error }: { result?: unknown; error?: ToldError }) => {
      if (this.#child !== child) return;
      if (error) {
        const cause = new ErrorElsewhere(error);
        this.#settle((job) => job.reject(new ConversionFailed('failed', { cause })));
      } else this.#settle((job) => job.resolve(result));
    });
    return child;
  }

  #settle(how: (job: PooledJob<ConversionTask>) => void): void {
    clearTimeout(this.#limit);
    clearTimeout(this.#idle);
    const { job } = this;
    this.job = null;
    if (job) how(job);
    if (this.#child) {
      const endIdle = () => void this.end(new ConversionFailed('interrupted'));
      this.#idle = setTimeout(endIdle, this.#options.idleMs);
      this.#idle.unref();
      this.#holding?.spare(endIdle);
    }
    this.#options.onFree();
  }

  #release(): void {
    this.#waiting.abort();
    this.#holding?.release();
    this.#holding = null;
  }

  /** Ends the process with its task: there is no other way to stop what computes. */
  end(error: Error): Promise<unknown> {
    const child = this.#child;
    this.#child = null;
    child?.kill('SIGKILL');
    this.#release();
    this.#settle((job) => job.reject(error));
    return Promise.resolve();
  }

  /** Bytes of memory that the process holds; 0 where the system does not say. */
  async memory(): Promise<number> {
    return this.#child?.pid ? memoryOf(this.#child.pid) : 0;
  }
}
