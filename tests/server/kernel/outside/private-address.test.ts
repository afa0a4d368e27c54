import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrivateAddress } from '#server/kernel/outside/private-address.ts';

describe('[OU2] what is none of the public internet', () => {
  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:808:808',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fe80::1%eth0',
    'localhost',
    '',
  ])('%s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '1.1.1.1', '2606:4700:4700::1111', '2a01:e0a::1'])(
    '%s is public',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  test('whatever form a private address is written in, what a URL makes of it is private', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const net = fc.constantFrom<[number, number]>(
      [127, 0],
      [10, 9],
      [192, 168],
      [169, 254],
      [172, 20],
      [100, 100],
    );
    fc.assert(
      fc.property(net, byte, byte, fc.integer({ min: 0, max: 6 }), ([a, b], c, d, form) => {
        const whole = ((a * 256 + b) * 256 + c) * 256 + d;
        const hex = (value: number) => value.toString(16);
        const written = [
          `${a}.${b}.${c}.${d}`,
          String(whole),
          `0x${hex(whole)}`,
          `0${a.toString(8)}.${b}.0x${hex(c)}.${d}`,
          `${a}.${(b * 256 + c) * 256 + d}`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
          `[64:ff9b::${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
        ][form];
        const host = new URL(`http://${written}/`).hostname.replace(/^\[|\]$/g, '');
        expect(isIP(host)).not.toBe(0);
        expect(isPrivateAddress(host)).toBe(true);
      }),
    );
  });
});
