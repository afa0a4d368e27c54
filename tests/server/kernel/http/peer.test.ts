import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createPeers } from '#server/kernel/http/peer.ts';

const TRUSTED = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'];

const peerOf = (
  remote: string,
  headers: Readonly<Record<string, string>>,
  trusted: readonly string[] = TRUSTED,
): string => createPeers(trusted)(requestFrom(remote, headers));

function requestFrom(remote: string, headers: Readonly<Record<string, string>>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remote });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, headers);
  return request;
}

const over = (...hops: string[]) => ({ 'x-forwarded-for': hops.join(', ') });

describe('[SC4] a forwarded address is believed from a trusted proxy only, and the right hop is taken', () => {
  test.each([
    ['nothing forwarded', '198.51.100.7', {}, '198.51.100.7'],
    ['a client that says it is another', '198.51.100.7', over('203.0.113.9'), '198.51.100.7'],
    ['a proxy', '127.0.0.1', over('203.0.113.9'), '203.0.113.9'],
    ['a proxy over IPv6', '::ffff:127.0.0.1', over('203.0.113.9'), '203.0.113.9'],
    ['a client that writes hops before its own', '127.0.0.1', over('1.2.3.4', '203.0.113.9'), '203.0.113.9'],
    ['two proxies', '127.0.0.1', over('1.2.3.4', '203.0.113.9', '10.1.2.3'), '203.0.113.9'],
    [
      'a proxy whose own client is a proxy that nobody trusts',
      '127.0.0.1',
      over('1.2.3.4', '172.16.0.1'),
      '172.16.0.1',
    ],
    ['only proxies', '127.0.0.1', over('10.0.0.2', '10.0.0.1'), '10.0.0.2'],
    ['a port behind the address', '127.0.0.1', over('203.0.113.9:51234'), '203.0.113.9'],
    ['IPv6 in brackets', 'fd00::1', over('[2001:db8::7]:443'), '2001:db8::7'],
    ['IPv4 in IPv6 clothes', '127.0.0.1', over('::ffff:203.0.113.9'), '203.0.113.9'],
    ['no address at all', '127.0.0.1', over('unknown'), '127.0.0.1'],
    ['an address behind nonsense', '127.0.0.1', over('203.0.113.9', '_hidden'), '127.0.0.1'],
    ['an empty header', '127.0.0.1', over(''), '127.0.0.1'],
    [
      'other headers',
      '127.0.0.1',
      {
        forwarded: 'for=1.2.3.4',
        'cf-connecting-ip': '1.2.3.4',
        'x-real-ip': '1.2.3.4',
        'x-cordee-peer': '1.2.3.4',
      },
      '127.0.0.1',
    ],
  ])('%s', (_case, remote, headers, expected) => {
    expect(peerOf(remote, headers as Record<string, string>)).toBe(expected);
  });

  test.each([
    ['this machine', '127.0.0.1', over('203.0.113.9'), '127.0.0.1'],
    ['the gateway of containers', '::ffff:172.18.0.1', over('203.0.113.9'), '172.18.0.1'],
    ['a private network over IPv6', 'fd00::5', over('203.0.113.9'), 'fd00::5'],
    ['a stranger who writes the header', '198.51.100.7', over('203.0.113.9'), null],
    ['a neighbour that forwards nothing', '192.168.1.4', {}, null],
  ])('[SC15] who forwards without being trusted: %s', (_case, remote, headers, expected) => {
    const told: string[] = [];
    const peers = createPeers([], { warn: ({ proxy }: { proxy: string }) => void told.push(proxy) });
    for (let again = 0; again < 2; again++) peers(requestFrom(remote, headers as Record<string, string>));
    expect(peers.unnamedProxy()).toBe(expected);
    expect(told).toEqual(expected === null ? [] : [expected]);
  });

  test('[SC15] a trusted proxy is named', () => {
    const peers = createPeers(TRUSTED);
    peers(requestFrom('127.0.0.1', over('203.0.113.9')));
    expect(peers.unnamedProxy()).toBeNull();
  });

  test('without trusted proxies no header is read', () => {
    expect(peerOf('127.0.0.1', over('203.0.113.9'), [])).toBe('127.0.0.1');
  });
});
