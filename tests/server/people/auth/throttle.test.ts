import { describe, expect, test } from 'vitest';
import { peerOf } from '#server/kernel/http/peer.ts';
import { type Attempt, SignInThrottle } from '#server/people/auth/throttle.ts';
import { until } from '#tests/support/patience.ts';

const here: Attempt = { account: 'nadia@valmont.example', peer: '203.0.113.7' };
const from = (peer: string): Attempt => ({ ...here, peer });

async function fail(throttle: SignInThrottle, attempt: Attempt, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    expect(await throttle.enter(attempt)).toBe(0);
    await throttle.leave(attempt, 'failed');
  }
}

describe('[P8] wrong passwords', () => {
  test('ten for one account from one peer, then this pair waits at most a quarter of an hour', async () => {
    const throttle = new SignInThrottle();
    await fail(throttle, here, 10);
    const seconds = await throttle.enter(here);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect(await throttle.enter({ ...here, account: ' NADIA@valmont.example ' })).toBeGreaterThan(0);
  });

  test('leave the same account from elsewhere and other accounts from here alone', async () => {
    const throttle = new SignInThrottle();
    await fail(throttle, here, 10);
    expect(await throttle.enter(from('203.0.113.8'))).toBe(0);
    expect(await throttle.enter({ ...here, account: 'julien@valmont.example' })).toBe(0);
  });

  test('are forgotten by a success, and successes never count', async () => {
    const throttle = new SignInThrottle();
    await fail(throttle, here, 9);
    for (let at = 0; at < 30; at++) {
      expect(await throttle.enter(here)).toBe(0);
      await throttle.leave(here, 'succeeded');
    }
    await fail(throttle, here, 10);
  });

  test('count for an account over all peers', async () => {
    const throttle = new SignInThrottle();
    for (let peer = 0; peer < 50; peer++) await fail(throttle, from(`198.51.100.${peer}`), 1);
    expect(await throttle.enter(from('198.51.100.99'))).toBeGreaterThan(0);
  });

  test('made by others do not lock out whoever signed in before from the same place', async () => {
    const throttle = new SignInThrottle();
    expect(await throttle.enter(here)).toBe(0);
    await throttle.leave(here, 'succeeded');
    for (let peer = 0; peer < 50; peer++) await fail(throttle, from(`198.51.100.${peer}`), 1);
    expect(await throttle.enter(from('198.51.100.99'))).toBeGreaterThan(0);
    expect(await throttle.enter(here)).toBe(0);
  });

  test('thirty people of one address who each mistype three times may all go on', async () => {
    const throttle = new SignInThrottle();
    for (let person = 0; person < 30; person++) {
      const attempt = { account: `agent${person}@mairie.example`, peer: here.peer };
      await fail(throttle, attempt, 3);
      expect(await throttle.enter(attempt)).toBe(0);
      await throttle.leave(attempt, 'succeeded');
    }
  });

  test('of one peer over many accounts end by being refused', async () => {
    const throttle = new SignInThrottle();
    for (let person = 0; person < 200; person++) {
      await fail(throttle, { account: `agent${person}@mairie.example`, peer: here.peer }, 1);
    }
    expect(await throttle.enter({ account: 'other@mairie.example', peer: here.peer })).toBeGreaterThan(0);
  });

  test('are forgotten when the window has passed', async () => {
    const throttle = new SignInThrottle({ accountAndPeer: 1, windowSeconds: 0.2 });
    await fail(throttle, here, 1);
    expect(await throttle.enter(here)).toBeGreaterThan(0);
    await until('one may try again', async () => (await throttle.enter(here)) === 0);
  });
});

describe('[P8] attempts sent together', () => {
  test('a hundred wrong ones: ten are checked, the others are refused', async () => {
    const throttle = new SignInThrottle();
    let checked = 0;
    const guess = async () => {
      const wait = await throttle.enter(here);
      if (wait > 0) return wait;
      checked++;
      await new Promise(setImmediate);
      await throttle.leave(here, 'failed');
      return 0;
    };
    const waits = await Promise.all(Array.from({ length: 100 }, guess));
    expect(checked).toBe(10);
    expect(waits.filter((wait) => wait > 0)).toHaveLength(90);
  });

  test('a hundred right ones all pass', async () => {
    const throttle = new SignInThrottle();
    const signIn = async () => {
      const wait = await throttle.enter(here);
      await new Promise(setImmediate);
      await throttle.leave(here, 'succeeded');
      return wait;
    };
    expect(await Promise.all(Array.from({ length: 100 }, signIn))).toEqual(Array(100).fill(0));
  });
});

describe('[P8] a peer', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, peer) => {
    expect(peerOf(address)).toBe(peer);
  });
});
