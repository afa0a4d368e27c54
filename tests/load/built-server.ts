import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** The one line that it says: it ends with its address, which several instances share. */
const READY = /https?:\/\/\S+\s*$/;

/** The built product as it starts, in a process of its own. */
export interface BuiltServer {
  readonly child: ChildProcess;
  /** From its start to the line that says that it is ready. */
  readonly startMs: number;
  /** Ends it and waits until it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts it with these settings, among them PORT; `preload` is a module that it loads before anything else. Rejects when it ends instead. */
export async function startBuiltServer(
  settings: Readonly<Record<string, string>>,
  preload?: URL,
): Promise<BuiltServer> {
  const started = performance.now();
  const child = fork('server/index.ts', {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...settings },
    execArgv: ['--max-semi-space-size=8', ...(preload ? ['--import', preload.href] : [])],
    // Dates stay dates.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => READY.test(text.toString()) && resolve());
    child.once('exit', () => reject(new Error('the server did not start')));
  });
  return {
    child,
    startMs: performance.now() - started,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

/** Comes in by password, as the page does; the answer is what the browser sends from then on. `at` is where to ask when it is not the origin itself. */
export async function signInByPassword(
  origin: string,
  { email, password, at = origin }: { email: string; password: string; at?: string },
): Promise<string> {
  const answer = await fetch(`${at}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
