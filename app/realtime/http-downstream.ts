import { FrameError } from '#shared/realtime/realtime-frames.ts';
import { holdLine, shouldLetGo } from './held-lines.ts';
import { pause, Rejected } from './http-answers.ts';
import { recall, remember } from './tab-memory.ts';

interface DownstreamOptions {
  /** A GET about the session; throws when it is refused. */
  request(query: Record<string, number>, signal: AbortSignal): Promise<Response>;
  /** @throws {FrameError} when they are not frames. */
  onBytes(bytes: Uint8Array): void;
  /** Nothing comes any more, and trying again is of no use. */
  onEnd(error: unknown): void;
}

/** A stream whose bytes, known to have been sent, do not come within so long is being kept back on the way. */
const STREAM_PATIENCE_MS = 4_000;
/** The server says something on a stream every 10 s. */
const SILENCE_MS = 25_000;
const POLL_SECONDS = 20;
const POLL_PATIENCE_MS = 30_000;
/** How often a tab that nobody looks at asks, when it must not hold a connection. */
const HIDDEN_MS = 8_000;
const WATCH_MS = 500;
const RETRY_MS = 700;
const GIVE_UP_MS = 25_000;
/** Remembered by the tab: streams do not get through here. */
const BUFFERED = 'cordee:buffered';

/**
 * What comes down: a streamed answer, taken up again where it was cut, or long polls where something on the way keeps
 * answers back until they are whole.
 */
export class HttpDownstream {
  /** Bytes that have come, all answers together. */
  received = 0;
  #options: DownstreamOptions;
  #expected = 0;
  #isPoll = recall(BUFFERED) !== null;
  #isStopped = false;
  #isFirst = true;
  #quietSince = 0;
  #isLettingGo = false;
  #wake: () => void = () => undefined;
  #answer = new AbortController();
  #watch: ReturnType<typeof setInterval>;
  #release = holdLine();
  #onVisibility = () => void this.#settleVisibility();

  constructor(options: DownstreamOptions) {
    this.#options = options;
    this.#watch = setInterval(() => this.#look(), WATCH_MS);
    globalThis.document?.addEventListener('visibilitychange', this.#onVisibility);
    void this.#run();
  }

  /** The server has sent this many bytes by now. */
  expect(sent: number): void {
    if (sent > this.#expected && this.#expected <= this.received) this.#quietSince = Date.now();
    this.#expected = Math.max(this.#expected, sent);
  }

  async #run(): Promise<void> {
    let failingSince = 0;
    while (!this.#isStopped) {
      const startedAt = Date.now();
      const before = this.received;
      try {
        await this.#listen();
        failingSince = 0;
        if (this.#isLettingGo) await this.#untilAwaited();
        // Whatever answers at once with nothing must not be asked without end.
        else if (this.received === before && Date.now() - startedAt < RETRY_MS) await pause(RETRY_MS);
      } catch (error) {
        if (this.#isStopped) return;
        if (this.received > before) failingSince = 0;
        failingSince ||= Date.now();
        const isFinal = error instanceof Rejected || error instanceof FrameError;
        if (isFinal || Date.now() - failingSince > GIVE_UP_MS) return this.#options.onEnd(error);
        if (!this.#answer.signal.aborted) await pause(RETRY_MS);
      }
    }
  }

  async #listen(): Promise<void> {
    this.#answer = new AbortController();
    this.#isFirst = true;
    this.#quietSince = Date.now();
    this.#isLettingGo = await shouldLetGo();
    const wait = this.#isLettingGo ? { wait: 0 } : this.#isPoll ? { wait: POLL_SECONDS } : {};
    const query = { from: this.received, ...wait };
    const response = await this.#options.request(query, this.#answer.signal);
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      if (this.#isStopped) return;
      this.received += part.value.length;
      this.#isFirst = false;
      this.#quietSince = Date.now();
      this.#options.onBytes(part.value);
    }
  }

  /** Some seconds, or until somebody looks at the tab again. */
  async #untilAwaited(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, HIDDEN_MS);
    });
    this.#quietSince = Date.now();
  }

  async #settleVisibility(): Promise<void> {
    if (!document.hidden) this.#wake();
    else if (!this.#isLettingGo && (await shouldLetGo())) this.#answer.abort();
  }

  /** Does what was sent arrive? If not, what keeps it back lets go of whole answers only. */
  #look(): void {
    const silence = Date.now() - this.#quietSince;
    if (this.#isPoll || this.#isLettingGo) {
      if (silence > POLL_PATIENCE_MS) this.#answer.abort();
      return;
    }
    const isOwed = this.#isFirst || this.#expected > this.received;
    if (silence < (isOwed ? STREAM_PATIENCE_MS : SILENCE_MS)) return;
    this.#isPoll = true;
    remember(BUFFERED, '1');
    this.#answer.abort();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#watch);
    globalThis.document?.removeEventListener('visibilitychange', this.#onVisibility);
    this.#release();
    this.#wake();
    this.#answer.abort();
  }
}
