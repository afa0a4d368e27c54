import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SleepWatch } from '#server/realtime/sleep-watch.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('[N4] a process that was asleep is told so once, by whatever comes first; a late one is not', () => {
  let wakings = 0;
  const watch = new SleepWatch(() => wakings++);
  vi.advanceTimersByTime(60_000);
  watch.look();
  expect(wakings).toBe(0);
  const late = performance.now() + 9_000;
  vi.spyOn(performance, 'now').mockReturnValue(late);
  watch.look();
  expect(wakings).toBe(0);
  vi.spyOn(performance, 'now').mockReturnValue(late + 10_001);
  watch.look();
  watch.look();
  expect(wakings).toBe(1);
  watch.stop();
});
