import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How late the event loop was, in milliseconds; null before there is anything to say. */
export interface LoopDelay {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

const RESOLUTION_MS = 20;
const WINDOW_MS = 60_000;
const NS_A_MS = 1e6;

/** Watches the event loop, a minute at a time: what it gives is the last whole minute, or what there is of the first. */
export function watchLoop(): { read(): LoopDelay | null; stop(): void } {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let last: LoopDelay | null = null;
  // What it measures is the time between two beats: the beat itself is no delay.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / NS_A_MS - RESOLUTION_MS);
  const current = (): LoopDelay | null =>
    histogram.count === 0
      ? null
      : {
          median: late(histogram.percentile(50)),
          p99: late(histogram.percentile(99)),
          most: late(histogram.max),
        };
  const timer = setInterval(() => {
    last = current();
    histogram.reset();
  }, WINDOW_MS);
  timer.unref();
  return {
    read: () => last ?? current(),
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
