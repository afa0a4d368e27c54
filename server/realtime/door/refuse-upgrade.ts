import type { Duplex } from 'node:stream';

/** Stays on the socket as long as it lives; made where the request is, it would keep all of it in memory. */
export function ignore(): void {}

/** Answers an upgrade with an HTTP status, for instance `403 Forbidden`, and hangs up. */
export function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
