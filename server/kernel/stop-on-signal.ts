import type { Server } from 'node:http';
import { server as words } from '#shared/kernel/start/server.fr.ts';

/** What a process does before it ends. */
interface Ending {
  /** Ends what runs, and stores what was received. */
  readonly work: () => Promise<unknown>;
  /** Then closes what that needed. */
  readonly rest: () => Promise<unknown>;
}

/** Ends this process on SIGTERM or SIGINT, once everything received is stored; gives what says that it has begun to. */
export function stopOnSignal(server: Server, { work, rest }: Ending): () => boolean {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    console.log(words.stopping);
    server.close();
    server.closeIdleConnections();
    await work();
    server.closeAllConnections();
    await rest();
    console.log(words.stopped);
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return () => isStopping;
}
