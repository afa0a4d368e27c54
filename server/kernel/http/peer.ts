import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { withAuditNetwork } from '#db/kernel/audit/audit-network.ts';

/** The header in which our own server writes the real peer's address; an incoming one is always overwritten. */
export const PEER_HEADER = 'x-cordee-peer';

/** Tells who really asks. */
export interface Peers {
  (request: Pick<IncomingMessage, 'headers' | 'socket'>): string;
  /** A neighbour (of this machine or its network) that forwards requests and is no trusted proxy: everybody behind it counts as one visitor. */
  unnamedProxy(): string | null;
}

/**
 * [SC4] The real peer of a request: what the socket says, unless that is a trusted proxy (an address or a network, `10.0.0.0/8`). Then it is
 * the last hop of X-Forwarded-For that is no trusted proxy itself: what stands before it was written by whoever came. Any other
 * header that says who asks (Forwarded, CF-Connecting-IP, X-Real-IP) is never believed. [SC15] A neighbour that forwards and is not trusted is told
 * to the log, once; a stranger who only writes the header is not.
 */
export function createPeers(trusted: readonly string[], log?: Pick<Logger, 'warn'>): Peers {
  const isTrusted = inNetworks(trusted);
  let unnamed: string | null = null;
  const whoAsks = ({ headers, socket }: Parameters<Peers>[0]) => {
    let peer = plainAddress(socket.remoteAddress ?? 'unknown');
    const hops = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').reverse();
    if (unnamed === null && headers['x-forwarded-for'] && !isTrusted(peer) && isNeighbour(peer)) {
      unnamed = peer;
      log?.warn(
        { proxy: peer },
        'a proxy forwards requests and TRUSTED_PROXIES does not name it: its visitors count as one',
      );
    }
    for (const hop of hops) {
      const address = plainAddress(hop.trim());
      if (!isTrusted(peer) || !isIP(address)) return peer;
      peer = address;
    }
    return peer;
  };
  return Object.assign(whoAsks, { unnamedProxy: () => unnamed });
}

/** Whether an address is one of these addresses and networks. */
function inNetworks(listed: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const one of listed) {
    const [address = '', prefix] = one.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** This machine, and the private networks of RFC 1918 and 4193. */
const isNeighbour = inNetworks([
  '127.0.0.0/8',
  '::1',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
]);

/** IPv4 in IPv6 clothes is IPv4; a proxy may write a port behind an address. */
function plainAddress(written: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

/** Writes the real peer where better-auth and our own counters read it, and its network where the audit trail does ([AU6]). */
export function stampPeer(peers: Peers): RequestHandler {
  return (request, _response, next) => {
    const peer = peers(request);
    request.headers[PEER_HEADER] = peer;
    withAuditNetwork(networkOf(peer), next);
  };
}

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

/** [AU6] Where from, coarsely: the first three numbers of an IPv4 address, the first 48 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const four = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (four) return `${four}.0/24`;
  const [head = ''] = address.toLowerCase().split('%');
  const groups = (head.split('::')[0] ?? '').split(':').filter(Boolean).slice(0, 3);
  return head.includes(':') ? `${groups.join(':')}::/48` : '';
}
