import { fork } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';
import type { TableReport } from '#shared/library/dataset/table-report.ts';
import { fitting, PROCESS_MOST_BYTES, processMostBytes, THRIFTY } from '../../kernel/lane/memory-budget.ts';
import { memoryOf } from '../../kernel/lane/process-memory.ts';
import { ProcessEnded } from '../../kernel/process-ended.ts';
import { ErrorElsewhere } from '../../kernel/told-error.ts';
import type { CheckTask } from './check-file.ts';
import type { CheckMessage } from './check-process.ts';

/** [DS10] What one check may take. */
export const CHECK_LIMITS = {
  taskMs: 300_000,
  /** Without a word for that long it is caught in a pattern: there is no other way to tell. */
  silentMs: 20_000,
  memoryBytes: PROCESS_MOST_BYTES,
  heapMegabytes: fitting(1_024),
};

interface Options {
  readonly task: CheckTask;
  readonly signal: AbortSignal;
  readonly limits: typeof CHECK_LIMITS;
  readonly onRows: (rows: number) => void;
  readonly onBroken: (error: Error) => void;
}

const program = fileURLToPath(new URL('./check-process.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const WATCH_MS = 500;

/** [DS10] Runs one check in a process of its own, which reads our program and that one file, and ends with it. */
export async function runCheck({
  task,
  signal,
  limits,
  onRows,
  onBroken,
}: Options): Promise<Result<TableReport, CheckError>> {
  const packages = await realpath(`${root}node_modules`).catch(() => `${root}node_modules`);
  if (signal.aborted) return fail('dataset.checkCancelled');
  const child = fork(program, {
    serialization: 'advanced',
    cwd: root,
    execArgv: [
      '--permission',
      `--allow-fs-read=${root}`,
      `--allow-fs-read=${packages}`,
      `--allow-fs-read=${task.path}`,
      '--disable-warning=SecurityWarning',
      `--max-old-space-size=${limits.heapMegabytes}`,
    ],
    env: { ...THRIFTY, PATH: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise((resolve) => {
    let said = '';
    let silence: NodeJS.Timeout | undefined;
    const end = (result: Result<TableReport, CheckError>) => {
      clearTimeout(whole);
      clearTimeout(silence);
      clearInterval(watch);
      signal.removeEventListener('abort', cancel);
      child.kill('SIGKILL');
      resolve(result);
    };
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => end(fail('dataset.checkTooLong')), limits.silentMs);
    };
    const cancel = () => end(fail('dataset.checkCancelled'));
    const whole = setTimeout(() => end(fail('dataset.checkTooLong')), limits.taskMs);
    const watch = setInterval(async () => {
      const held = child.pid ? await memoryOf(child.pid) : 0;
      if (held > Math.min(limits.memoryBytes, processMostBytes())) end(fail('dataset.checkTooHeavy'));
    }, WATCH_MS);
    signal.addEventListener('abort', cancel, { once: true });
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-2_000);
    });
    child.on('message', (message: CheckMessage) => {
      listen();
      if ('rows' in message) return onRows(message.rows);
      if ('report' in message) return end(ok(message.report));
      if ('refused' in message) return end(fail(message.refused));
      onBroken(new ErrorElsewhere(message.broken));
      end(fail('dataset.checkInterrupted'));
    });
    child.once('error', (error) => {
      onBroken(error);
      end(fail('dataset.checkInterrupted'));
    });
    // All that it wrote is read by then, and with it why it ended.
    child.once('close', (code, signal) => {
      const ended = new ProcessEnded(code, signal, said);
      if (!ended.isFull && said) onBroken(ended);
      end(fail(ended.isFull ? 'dataset.checkTooHeavy' : 'dataset.checkInterrupted'));
    });
    listen();
    // It has ended, or is about to: what is done about it is done when it has.
    child.send(task, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });
}
