import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on the way to the site, as some networks have one. */
export interface NetworkProxy {
  /** For `browser.newContext`: browsers leave this machine's own addresses out unless told. */
  readonly settings: { readonly server: string; readonly bypass: string };
  /** Answers 403 to whoever wants a WebSocket. */
  refusesWebSockets: boolean;
  /** Keeps every answer until it is whole, as some virus scanners do. */
  keepsAnswers: boolean;
  /** Cuts every connection of the moment. */
  cut(): void;
  close(): Promise<void>;
}

export async function startProxy(keepsAnswers = false): Promise<NetworkProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => forward(incoming, outgoing, proxy));
  server.on('connection', (socket) => hold(socket));
  // A tunnel is looked into, as by the proxies that also read what is encrypted.
  server.on('connect', (_request, client: Socket) => {
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    server.emit('connection', client);
  });
  server.on('upgrade', (incoming, client: Socket) => {
    client.on('error', () => undefined);
    if (proxy.refusesWebSockets) client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    else hold(tunnel(incoming, client));
  });

  function hold(socket: Socket) {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: NetworkProxy = {
    settings: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
    refusesWebSockets: true,
    keepsAnswers,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      server.close();
      this.cut();
    },
  };
  return proxy;
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, { keepsAnswers }: NetworkProxy): void {
  const { method, headers } = incoming;
  const onward = request(addressOf(incoming), { method, headers, agent: false }, (answer) => {
    answer.on('error', () => outgoing.destroy());
    if (!keepsAnswers) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.end(Buffer.concat(parts));
    });
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function tunnel(incoming: IncomingMessage, client: Socket): Socket {
  const { hostname, port, pathname, search } = addressOf(incoming);
  const lines = [`GET ${pathname}${search} HTTP/1.1`];
  for (const [name, value] of Object.entries(incoming.headers)) lines.push(`${name}: ${value}`);
  const site = connect(Number(port), hostname, () => {
    site.write(`${lines.join('\r\n')}\r\n\r\n`);
    site.pipe(client).pipe(site);
  });
  site.on('error', () => client.destroy());
  client.on('close', () => site.destroy());
  return site;
}

/** Whole as proxies are given it, or only its path inside a tunnel. */
function addressOf({ url = '', headers }: IncomingMessage): URL {
  return new URL(url, `http://${headers.host}`);
}
