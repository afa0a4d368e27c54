import { afterEach, expect, test, vi } from 'vitest';
import { holdLine } from '#app/realtime/held-lines.ts';
import { HttpDownstream } from '#app/realtime/http-downstream.ts';
import { until } from '#tests/support/patience.ts';

const releases: (() => void)[] = [];
afterEach(() => {
  for (const release of releases.splice(0)) release();
  vi.unstubAllGlobals();
});

/** A tab that can be looked at or not. */
class Tab extends EventTarget {
  hidden = false;

  turn(hidden: boolean) {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A downstream whose answers never end unless they were asked not to wait. */
function open() {
  const asked: Record<string, number>[] = [];
  const downstream = new HttpDownstream({
    async request(query, signal) {
      asked.push(query);
      if (query.wait === 0) return new Response('.');
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(Uint8Array.of(1));
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(body);
    },
    onBytes: () => undefined,
    onEnd: (error) => {
      throw error;
    },
  });
  releases.push(() => downstream.stop());
  return { asked, downstream };
}

test('[R11] a tab that nobody looks at lets its connection go when many are held, and takes one again when looked at', async () => {
  const tab = new Tab();
  vi.stubGlobal('document', tab);
  const { asked, downstream } = open();
  await until('what was sent is received', () => downstream.received === 1);
  tab.turn(true);
  await until('the locks are held', async () => (await navigator.locks.query()).held?.length === 1);
  expect(asked).toEqual([{ from: 0 }]);

  tab.turn(false);
  releases.push(holdLine(), holdLine(), holdLine());
  await until('the locks are held', async () => (await navigator.locks.query()).held?.length === 4);
  tab.turn(true);
  await until('what was sent is received', () => downstream.received === 2);
  expect(asked).toEqual([{ from: 0 }, { from: 1, wait: 0 }]);
  tab.turn(false);
  await until('it is asked', () => asked.length === 3);
  expect(asked[2]).toEqual({ from: 2 });
});
