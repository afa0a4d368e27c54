import type { z } from 'zod';
import type { Auth } from './auth.ts';

/** What is kept under a secret for some minutes, and given once. */
export interface Once<Value> {
  keep(secret: string, value: Value): Promise<void>;
  /** What is kept, which stays; null when it is not, or no more. */
  peek(secret: string): Promise<Value | null>;
  /** What is kept, to one asker only, however many ask at once. */
  take(secret: string): Promise<Value | null>;
}

/** Keeps values among the verifications of better-auth, which hashes what they are called by and takes them out one at a time. */
export function createOnce<Value>(
  auth: Auth,
  { name, seconds, shape }: { name: string; seconds: number; shape: z.ZodType<Value> },
): Once<Value> {
  const adapter = async () => (await auth.$context).internalAdapter;
  const read = (kept: { value: string; expiresAt: Date } | null): Value | null => {
    if (!kept || kept.expiresAt <= new Date()) return null;
    return shape.parse(JSON.parse(kept.value));
  };
  return {
    async keep(secret, value) {
      const expiresAt = new Date(Date.now() + seconds * 1000);
      const kept = { identifier: `${name}-${secret}`, value: JSON.stringify(value), expiresAt };
      await (await adapter()).createVerificationValue(kept);
    },
    peek: async (secret) => read(await (await adapter()).findVerificationValue(`${name}-${secret}`)),
    take: async (secret) => read(await (await adapter()).consumeVerificationValue(`${name}-${secret}`)),
  };
}
