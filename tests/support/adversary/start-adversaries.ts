import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { programEnvironment } from '#tests/support/test-environment.ts';
import type { AttackReport, Orders } from './adversaries.ts';

/** Attackers in a process of their own, who have prepared and wait. */
export interface Adversaries {
  begin(): void;
  /** Stops them; tells what they did. */
  stop(): Promise<readonly AttackReport[]>;
  /** Ends their process, whatever it does. */
  end(): void;
}

/** Starts them and waits until they have prepared. @throws when they cannot. */
export async function startAdversaries(orders: Orders): Promise<Adversaries> {
  const program = fileURLToPath(new URL('./adversaries.ts', import.meta.url));
  const child = fork(program, { env: programEnvironment(), execArgv: [] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the adversaries ended before they were stopped');
  });
  ended.catch(() => undefined);
  const next = async () => (await Promise.race([once(child, 'message'), ended]))[0] as unknown;
  child.send(orders);
  await next();
  return {
    begin: () => void child.send('begin'),
    async stop() {
      const report = next();
      child.send('stop');
      return (await report) as readonly AttackReport[];
    },
    end: () => void child.kill('SIGKILL'),
  };
}
