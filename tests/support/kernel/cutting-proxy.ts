import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Between a pool and its PostgreSQL: lets everything through, and cuts a connection where a test wants it cut. */
export interface CuttingProxy {
  /** The same database, by way of the proxy. */
  readonly url: string;
  /** Something is to be cut, and has not been yet. */
  readonly isWaiting: boolean;
  /**
   * Cuts the next connection that says this: before PostgreSQL hears it (`unheard`), or once PostgreSQL has answered and before anybody
   * hears that (`unanswered`).
   */
  cut(said: RegExp, when: 'unheard' | 'unanswered'): void;
  close(): Promise<void>;
}

/** Starts one in front of this database. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  let plan: { said: RegExp; when: 'unheard' | 'unanswered' } | null = null;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname);
    let isToldNothing = false;
    const end = () => {
      for (const socket of [client, database]) socket.destroy();
    };
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => {
      const isMeant = plan?.said.test(bytes.toString('latin1')) === true;
      if (isMeant && plan?.when === 'unheard') end();
      else database.write(bytes);
      if (!isMeant) return;
      isToldNothing = true;
      plan = null;
    });
    database.on('data', (bytes) => {
      if (isToldNothing) end();
      else client.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    get isWaiting() {
      return plan !== null;
    },
    cut(said, when) {
      plan = { said, when };
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
