import { isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';

/** The header in which our own server writes the real peer's address; an incoming one is always overwritten. */
export const PEER_HEADER = 'x-cordee-peer';

/** Writes the peer as the socket knows it: what a client says of itself in headers is never believed. */
export const stampPeer: RequestHandler = (request, _response, next) => {
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? 'unknown';
  next();
};

/** One household or town hall holds a whole IPv6 /64: its addresses are one peer. IPv4 in IPv6 clothes is IPv4. */
export function peerOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const start = head.split(':').filter(Boolean);
  const end = tail?.split(':').filter(Boolean) ?? [];
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0');
  const network = [...start, ...middle, ...end].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
