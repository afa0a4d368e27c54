import { BlockList, isIP } from 'node:net';

/** What IPv4 keeps for other uses than the internet (RFC 6890 and its register). */
const V4_KEPT: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Inside the global unicast of IPv6: special uses, documentation, and what carries an IPv4 address (6to4, Teredo). */
const V6_KEPT: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const kept4 = new BlockList();
for (const [net, prefix] of V4_KEPT) kept4.addSubnet(net, prefix, 'ipv4');
const kept6 = new BlockList();
for (const [net, prefix] of V6_KEPT) kept6.addSubnet(net, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/**
 * [OU2] Is this address none of the public internet? Of IPv6 only the global unicast is public: loopback, link-local, unique
 * local, mapped and translated IPv4 addresses all lie outside of it. What is no address at all counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return kept4.check(address, 'ipv4');
  if (family !== 6) return true;
  // A mapped address is compared by Node with lists of IPv4, whatever the family says: it is told by its form.
  if (address.includes('.') || /^(?:0{0,4}:){1,6}ffff:/i.test(address)) return true;
  return !global6.check(address, 'ipv6') || kept6.check(address, 'ipv6');
}
