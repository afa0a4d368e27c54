import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The live rooms, or another program of this folder, in a process of their own, which a test can kill and start again on the same data. */
export class ServerProcess {
  readonly port: number;
  #env: Record<string, string>;
  #script: string;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(port: number, env: Record<string, string>, script: string) {
    this.port = port;
    this.#env = env;
    this.#script = script;
  }

  /** Starts one with these settings (DATA_DIR, DATABASE_URL) on a free port. */
  static async start(
    env: Record<string, string>,
    script = 'realtime/realtime-server.ts',
  ): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), env, script);
    await server.start();
    return server;
  }

  /** Resident memory in megabytes; 0 where the system does not tell. */
  memory(): number {
    const path = `/proc/${this.#child?.pid}/status`;
    if (!existsSync(path)) return 0;
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) / 1024;
  }

  /** Neither ended nor crashed. */
  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves when it serves. */
  async start(): Promise<void> {
    const script = fileURLToPath(new URL(this.#script, import.meta.url));
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, NODE_ENV: 'production', PORT: String(this.port), ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      const take = (data: Buffer) => {
        this.#output += data.toString();
        if (this.#output.includes('ready ')) resolve();
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.once('exit', () => reject(new Error(`the server did not start: ${this.#output}`)));
    });
  }

  /** What it has logged since its start. */
  get output(): string {
    return this.#output;
  }

  /** Stops it as a machine does that is put to sleep, or wakes it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  /** Ends it with no chance to say goodbye, or as an operator does; resolves with its exit code (null when killed). */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    this.#output = '';
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = await exited;
    return typeof code === 'number' ? code : null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
