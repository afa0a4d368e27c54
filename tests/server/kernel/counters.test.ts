import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { redisCounters } from '#server/kernel/counters.ts';
import { closeRedis, connectRedis, type Redis } from '#server/kernel/redis.ts';
import { type Attempt, SignInThrottle } from '#server/people/auth/throttle.ts';
import { until } from '#tests/support/patience.ts';
import { freePort } from '#tests/support/private-services.ts';

const url = process.env.TEST_REDIS_URL;
const log = pino({ level: 'silent' });
const opened: Redis[] = [];
afterAll(() => Promise.all(opened.map(closeRedis)));

function redisAt(address: string): Redis {
  const redis = connectRedis(address, log);
  opened.push(redis);
  return redis;
}

const attempt: Attempt = { account: 'nadia@valmont.example', peer: '203.0.113.7' };

async function failTenTimes(throttle: SignInThrottle): Promise<void> {
  for (let at = 0; at < 10; at++) {
    expect(await throttle.enter(attempt)).toBe(0);
    await throttle.leave(attempt, 'failed');
  }
}

describe.skipIf(!url)('[P8] several instances', () => {
  test('count wrong passwords together, without telling Redis whose they are', async () => {
    const installation = randomUUID();
    const [first, second] = [redisAt(url ?? ''), redisAt(url ?? '')];
    await until('both are connected', () => first.isReady && second.isReady);
    await failTenTimes(new SignInThrottle({}, redisCounters(first, installation)));
    const elsewhere = new SignInThrottle({}, redisCounters(second, installation));
    expect(await elsewhere.enter(attempt)).toBeGreaterThan(0);
    expect(await elsewhere.enter({ ...attempt, peer: '203.0.113.8' })).toBe(0);
    const keys = await first.keys(`cordee:${installation}:*`);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join(' ')).not.toMatch(/nadia|203\.0/);
    await first.del(keys);
  });
});

test('[P8] without Redis an instance counts for itself', async () => {
  const nobody = redisAt(`redis://127.0.0.1:${await freePort()}`);
  const throttle = new SignInThrottle({}, redisCounters(nobody, randomUUID()));
  await failTenTimes(throttle);
  expect(await throttle.enter(attempt)).toBeGreaterThan(0);
});
