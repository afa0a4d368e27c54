import type { Server } from 'node:http';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { StartRefusal } from './start-refusal.ts';

/**
 * [S18] A connection between two requests is kept longer than proxies (60 s with nginx) and browsers keep theirs: whoever closes it is never the
 * one who is about to be asked. Node closes it after five seconds, and who asks at that moment hears a reset.
 */
const KEPT_BETWEEN_REQUESTS_MS = 75_000;

/**
 * Takes the port, before the database is opened: a second process fails before it touches anything. Returns the port taken.
 * @throws {StartRefusal} when it is taken already, or not ours to take.
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? words.portTaken(port)
          : words.addressRefused(host, port, error.code ?? error.message);
      reject(new StartRefusal(sentence));
    });
    server.keepAliveTimeout = KEPT_BETWEEN_REQUESTS_MS;
    // A storm of reconnections at a deploy must not be refused by the kernel.
    server.listen({ port, host, backlog: 4096 }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
