import { createHash } from 'node:crypto';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import type { Redis } from './redis.ts';

/** Makes a counter: so many `points` a key, forgotten after `duration` seconds. Counters of different names are apart. */
export type Counters = (name: string, limit: { points: number; duration: number }) => RateLimiterAbstract;

/** Counters of this process alone. */
export const memoryCounters: Counters = (_name, limit) => new RateLimiterMemory(limit);

const REDIS_MS = 1_000;

/** Keys name people and where they are: Redis is given their hash. */
class HashedKeys extends RateLimiterRedis {
  override getKey(key: string | number): string {
    return super.getKey(createHash('sha256').update(String(key)).digest('base64url'));
  }
}

/** Counters that all instances of an installation share. While Redis is away, or does not answer, each counts for itself. */
export function redisCounters(redis: Redis, installation: string): Counters {
  return (name, limit) => {
    const limiter = new HashedKeys({
      ...limit,
      storeClient: redis,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
      keyPrefix: `cordee:${installation}:count:${name}`,
      insuranceLimiter: new RateLimiterMemory(limit),
    });
    return new RLWrapperTimeouts({ limiter, timeoutMs: REDIS_MS });
  };
}
