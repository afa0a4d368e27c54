import {
  closeBody,
  FrameReader,
  frameHead,
  joinBytes,
  OPCODE,
  readCloseBody,
} from '#shared/realtime/realtime-frames.ts';
import { ABNORMAL, pause, Rejected, refusalOf } from './http-answers.ts';
import { HttpDownstream } from './http-downstream.ts';

type Fetch = typeof fetch;

/** Below what proxies take without being told (nginx: 1 MiB). */
const POST_BYTES = 512 * 1024;
/** What a page may still send while it is being left. */
const LAST_BYTES = 60 * 1024;
/** What is sent within so long leaves together: a key and the caret that moves with it. */
const GATHER_MS = 20;
const POST_PATIENCE_MS = 15_000;
/** Bytes received without the server knowing, before it is told. */
const UNCONFIRMED = 32 * 1024;
/** The server forgets a session after 30 s: there is no use in trying longer. */
const GIVE_UP_MS = 25_000;
const RETRY_MS = 700;

/**
 * A WebSocket over plain HTTP (`/collab/{room}`; docs/realtime-protocol.md), for networks that refuse real
 * ones. Frames arrive exactly once and in order, or the socket closes: what counts messages need not know the difference.
 */
export class HttpSocket extends EventTarget {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  binaryType = 'arraybuffer';
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  #url: URL;
  #fetch: Fetch;
  #session = '';
  /** Bytes that the server has not confirmed, and how many it has. */
  #unsent: Uint8Array[] = [];
  #confirmed = 0;
  #isPosting = false;
  #abort = new AbortController();
  #reader = new FrameReader(Number.MAX_SAFE_INTEGER);
  #downstream: HttpDownstream | null = null;
  /** How much of what came the server knows to have come. */
  #told = 0;

  /** `url` as for a WebSocket; `fetch` is another one in tests that carry a cookie by hand. */
  constructor(url: string | URL, _protocols?: unknown, fetcher: Fetch = (...given) => fetch(...given)) {
    super();
    this.#url = new URL(url);
    this.#url.protocol = this.#url.protocol.replace('ws', 'http');
    this.#fetch = fetcher;
    this.#open().catch((error: unknown) => this.#fail(error));
  }

  get bufferedAmount(): number {
    return this.#unsent.reduce((sum, { length }) => sum + length, 0);
  }

  async #open(): Promise<void> {
    const response = await this.#fetch(this.#url, {
      method: 'POST',
      signal: AbortSignal.any([this.#abort.signal, AbortSignal.timeout(POST_PATIENCE_MS)]),
    });
    if (!response.ok) throw await refusalOf(response);
    const { session }: { session?: unknown } = await response.json();
    if (typeof session !== 'string') throw new Rejected(ABNORMAL, 'no session');
    this.#session = session;
    if (this.readyState !== this.CONNECTING) return void this.#sayGoodbye();
    this.readyState = this.OPEN;
    this.#downstream = new HttpDownstream({
      request: (query, signal) => this.#request(query, { signal }),
      onBytes: (bytes) => this.#take(bytes),
      onEnd: (error) => this.#fail(error),
    });
    this.#emit(this.onopen, new Event('open'));
  }

  /** A request about this session; throws when the answer is a refusal. */
  async #request(query: Record<string, string | number>, init: RequestInit): Promise<Response> {
    const url = new URL(this.#url);
    url.search = '';
    url.searchParams.set('session', this.#session);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const response = await this.#fetch(url, { cache: 'no-store', ...init });
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  send(data: Uint8Array | ArrayBuffer | string): void {
    if (this.readyState === this.CONNECTING) throw new DOMException('not open yet', 'InvalidStateError');
    if (this.readyState !== this.OPEN) return;
    const isText = typeof data === 'string';
    const body = isText ? new TextEncoder().encode(data) : new Uint8Array(data);
    this.#queue(isText ? OPCODE.text : OPCODE.binary, body);
    this.#wake();
  }

  #queue(opcode: number, body: Uint8Array): void {
    this.#unsent.push(joinBytes([frameHead(opcode, body.length), body]));
  }

  #wake(): void {
    if (this.#isPosting) return;
    this.#isPosting = true;
    this.#post().catch((error: unknown) => this.#fail(error));
  }

  /** Sends what waits, one request after the other: the order of the requests is the order of the frames. */
  async #post(): Promise<void> {
    await pause(GATHER_MS);
    try {
      while (this.readyState === this.OPEN && (this.#unsent.length > 0 || this.#owes()))
        await this.#postNext();
    } finally {
      this.#isPosting = false;
    }
  }

  async #postNext(): Promise<void> {
    const body = this.#next(POST_BYTES);
    const read = this.#reads;
    const query = { at: this.#confirmed, read };
    const since = Date.now();
    for (;;) {
      try {
        const signal = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(POST_PATIENCE_MS)]);
        const response = await this.#request(query, { method: 'POST', body, signal });
        const { sent }: { sent?: unknown } = await response.json();
        this.#told = Math.max(this.#told, read);
        this.#drop(body.length);
        if (typeof sent === 'number') this.#downstream?.expect(sent);
        return;
      } catch (error) {
        // The request was lost, or its answer: the same bytes again, at the same place, are never taken twice.
        const isOver = error instanceof Rejected || this.readyState !== this.OPEN;
        if (isOver || Date.now() - since > GIVE_UP_MS) throw error;
        await pause(RETRY_MS);
      }
    }
  }

  get #reads(): number {
    return this.#downstream?.received ?? 0;
  }

  #owes(): boolean {
    return this.#reads - this.#told >= UNCONFIRMED;
  }

  /** The first bytes that wait. */
  #next(most: number): Uint8Array<ArrayBuffer> {
    const parts: Uint8Array[] = [];
    let room = most;
    for (const part of this.#unsent) {
      if (room === 0) break;
      parts.push(part.subarray(0, room));
      room -= Math.min(room, part.length);
    }
    return joinBytes(parts);
  }

  #drop(bytes: number): void {
    this.#confirmed += bytes;
    let left = bytes;
    let [first] = this.#unsent;
    while (first && first.length <= left) {
      left -= first.length;
      this.#unsent.shift();
      [first] = this.#unsent;
    }
    if (first) this.#unsent[0] = first.subarray(left);
  }

  #take(bytes: Uint8Array): void {
    this.#reader.push(bytes);
    for (let frame = this.#reader.next(); frame; frame = this.#reader.next()) {
      if (this.readyState !== this.OPEN) return;
      const { opcode, body } = frame;
      if (opcode === OPCODE.binary) {
        this.#emit(this.onmessage, new MessageEvent('message', { data: body.slice().buffer }));
      } else if (opcode === OPCODE.ping) {
        this.#queue(OPCODE.pong, body.slice());
        this.#wake();
      } else if (opcode === OPCODE.close) {
        const { code, reason } = readCloseBody(body);
        this.#finish(code, reason);
      }
    }
    if (this.#owes()) this.#wake();
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState >= this.CLOSING) return;
    const wasOpen = this.readyState === this.OPEN;
    this.readyState = this.CLOSING;
    if (wasOpen) {
      this.#queue(OPCODE.close, closeBody(code, reason));
      this.#sayGoodbye();
    }
    queueMicrotask(() => this.#finish(wasOpen ? code : ABNORMAL, reason));
  }

  /** Everything that is not confirmed, and the goodbye, in a request that outlives the page. */
  #sayGoodbye(): void {
    if (this.#unsent.length === 0) this.#queue(OPCODE.close, closeBody(1000, ''));
    const body = this.#next(POST_BYTES);
    const keepalive = body.length <= LAST_BYTES;
    this.#request({ at: this.#confirmed, read: this.#reads }, { method: 'POST', body, keepalive }).catch(
      () => undefined,
    );
  }

  #fail(error: unknown): void {
    if (this.readyState === this.CLOSED) return;
    this.#emit(this.onerror, new Event('error'));
    this.#finish(
      error instanceof Rejected ? error.code : ABNORMAL,
      error instanceof Rejected ? error.message : '',
    );
  }

  #finish(code: number, reason: string): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.#unsent = [];
    this.#abort.abort();
    this.#downstream?.stop();
    this.#emit(this.onclose, new CloseEvent('close', { code, reason, wasClean: code !== ABNORMAL }));
  }

  #emit<E extends Event>(handler: ((event: E) => void) | null, event: E): void {
    try {
      handler?.(event);
    } catch (error) {
      // As with a WebSocket: a listener that fails is reported, and the next frame comes all the same.
      queueMicrotask(() => {
        throw error;
      });
    }
    this.dispatchEvent(event);
  }
}
