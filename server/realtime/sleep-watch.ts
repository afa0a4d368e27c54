const BEAT_MS = 1_000;
/** A busy process is late by less. */
const ASLEEP_MS = 10_000;

/**
 * Notices that this process was put to sleep: a stopped one, a machine that was paused or moved. What was announced meanwhile
 * has not been heard, and what came over its lines meanwhile may not be theirs to say any more.
 */
export class SleepWatch {
  #awakeAt = performance.now();
  #onWake: () => void;
  #beat: NodeJS.Timeout;

  constructor(onWake: () => void) {
    this.#onWake = onWake;
    this.#beat = setInterval(() => this.look(), BEAT_MS);
    this.#beat.unref();
  }

  /** To be called before anything that came from outside is acted on: after a sleep, lines are read before timers run. */
  look(): void {
    const at = performance.now();
    const hasSlept = at - this.#awakeAt > ASLEEP_MS;
    this.#awakeAt = at;
    if (hasSlept) this.#onWake();
  }

  stop(): void {
    clearInterval(this.#beat);
  }
}
