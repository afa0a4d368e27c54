import type { Logger } from 'pino';
import type { Probe } from '#shared/operations/state/platform-state.ts';

/** [EP2] One look, which waits so long at most. Why it failed is for the log; the page says only that it did. */
export async function look<T>(
  name: string,
  ask: () => Promise<T> | T,
  { log, limitMs }: { readonly log: Logger; readonly limitMs: number },
): Promise<Probe<T>> {
  const slow = Promise.withResolvers<Probe<T>>();
  const timer = setTimeout(() => slow.resolve({ ok: false, why: 'slow' }), limitMs);
  const asked = (async (): Promise<Probe<T>> => {
    try {
      return { ok: true, value: await ask() };
    } catch (error) {
      log.warn({ err: error, probe: name }, 'the state of the platform: a look failed');
      return { ok: false, why: 'failed' };
    }
  })();
  try {
    return await Promise.race([asked, slow.promise]);
  } finally {
    clearTimeout(timer);
  }
}
