import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What stands before several instances. */
export interface Balancer {
  readonly port: number;
  close(): void;
}

/** Gives each connection to the first of these ports that takes it. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    const pass = ([port, ...others]: readonly number[]): void => {
      if (port === undefined) return void client.destroy();
      const instance = connect(port, '127.0.0.1');
      keep(instance);
      const next = () => pass(others);
      instance.once('error', next);
      instance.once('connect', () => {
        instance.off('error', next);
        client.pipe(instance).pipe(client);
        client.once('close', () => instance.destroy());
        instance.once('close', () => client.destroy());
      });
    };
    pass(ports);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP address was expected');
  return {
    port: address.port,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
