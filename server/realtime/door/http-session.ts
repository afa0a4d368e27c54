import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { FrameError, FrameReader, OPCODE, readCloseBody } from '#shared/realtime/realtime-frames.ts';
import { closeFrame, pingFrame } from '../wire.ts';
import type { Transport } from './transport.ts';

/** Bytes that the client confirms late: below, nothing is said to wait. */
const UNCONFIRMED = 64 * 1024;
/** RFC 6455: ended without a goodbye. */
const ABNORMAL = 1006;
/** A poll that has something to tell waits so long for what comes with it. */
const GATHER_MS = 5;

/**
 * A line over plain HTTP: two runs of WebSocket frames, up in the bodies of POSTs and down in the answers to GETs. Both
 * sides count bytes, so that after a lost request or answer each run goes on where the other side says, and nothing is
 * taken twice or left out.
 */
export class HttpSession implements Transport {
  /** Nobody guesses it; it is of no use without the cookie that opened it either. */
  readonly id = randomBytes(24).toString('base64url');
  /** `performance.now()` of the last request, or of the end of the last answer. */
  lastContact = performance.now();
  #state: 'open' | 'closing' | 'ended' = 'open';
  #closedWith: number | null = null;
  #events = new EventEmitter<{
    message: [Buffer, boolean];
    alive: [];
    drain: [];
    close: [number];
    read: [];
    bytes: [number];
  }>();
  #reader = new FrameReader(LIMITS.frame);
  #received = 0;
  #isPaused = false;
  #isReading = false;
  #hasMore = false;
  /** What the client has not confirmed, in whole frames; `#keptFrom` is where the first begins. */
  #kept: Buffer[] = [];
  #keptFrom = 0;
  #confirmed = 0;
  #sent = 0;
  #answer: { readonly response: ServerResponse; readonly isPoll: boolean } | null = null;
  /** Answers that have not reached the client, or its proxy, to the end. */
  #answers = 0;
  /** The one that carries our goodbye. */
  #goodbye: ServerResponse | null = null;
  #lastWritten = 0;

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isEnded(): boolean {
    return this.#state === 'ended';
  }

  /** The code it was closed with, or null while it is open. */
  get closedWith(): number | null {
    return this.#closedWith;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get buffered(): number {
    return this.#sent - this.#confirmed;
  }

  /** All bytes ever queued for the client. */
  get sent(): number {
    return this.#sent;
  }

  /** Is an answer on its way? */
  get isHeard(): boolean {
    return this.#answers > 0;
  }

  write(frame: Buffer): void {
    if (this.#state === 'open') this.#queue(frame);
  }

  #queue(frame: Buffer): void {
    this.#kept.push(frame);
    this.#sent += frame.length;
    if (!this.#answer) return;
    const { response, isPoll } = this.#answer;
    response.write(frame);
    this.#lastWritten = performance.now();
    if (isPoll && this.buffered === frame.length) setTimeout(() => this.#endAnswer(response), GATHER_MS);
  }

  /**
   * Takes the bytes that stand at `at` in the client's run. What was taken before is passed over; false when some are
   * missing in between.
   */
  take(at: number, bytes: Buffer): boolean {
    if (at > this.#received) return false;
    const news = bytes.subarray(this.#received - at);
    this.#received += news.length;
    this.#reader.push(news);
    this.#read();
    this.#events.emit('bytes', news.length);
    return true;
  }

  #read(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    this.#hasMore = true;
    try {
      while (this.#hasMore && !this.#isPaused && this.#state !== 'ended') this.#readOne();
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.#hasMore = false;
      this.close(error.isTooLarge ? CLOSE.frameTooLarge : CLOSE.reload, 'frame');
    } finally {
      this.#isReading = false;
    }
    if (!this.#hasMore) this.#events.emit('read');
  }

  #readOne(): void {
    const frame = this.#reader.next();
    if (!frame) {
      this.#hasMore = false;
      return;
    }
    const { opcode, body } = frame;
    if (opcode === OPCODE.binary || opcode === OPCODE.text) {
      const data = Buffer.from(body.buffer, body.byteOffset, body.length);
      this.#events.emit('message', data, opcode === OPCODE.binary);
    } else if (opcode === OPCODE.close) this.#end(readCloseBody(body).code);
  }

  /** Resolves once everything taken has been read, and whoever sends too much has waited. */
  async whenRead(): Promise<void> {
    while (this.#hasMore && this.#state !== 'ended') {
      await new Promise<void>((resolve) => this.#events.once('read', resolve));
    }
  }

  /** The client has this many bytes of ours. False when that cannot be. */
  confirm(read: number): boolean {
    if (read > this.#sent) return false;
    if (read <= this.#confirmed) return true;
    this.#confirmed = read;
    let gone = 0;
    for (const { length } of this.#kept) {
      if (this.#keptFrom + length > read) break;
      this.#keptFrom += length;
      gone++;
    }
    if (gone > 0) this.#kept.splice(0, gone);
    if (this.buffered <= UNCONFIRMED) this.#events.emit('drain');
    return true;
  }

  /**
   * Answers with everything from byte `from` on: as it comes, or with `wait` seconds given, at the latest then and as soon
   * as there is something. Takes the place of an earlier answer. False when those bytes are not here any more.
   */
  listen(response: ServerResponse, from: number, wait: number | null): boolean {
    if (from < this.#confirmed || !this.confirm(from)) return false;
    if (this.#answer) this.#endAnswer(this.#answer.response);
    this.#answer = { response, isPoll: wait !== null };
    this.#answers++;
    response.once('close', () => this.#hungUp(response));
    let at = this.#keptFrom;
    for (const frame of this.#kept) {
      if (at + frame.length > from) response.write(frame.subarray(Math.max(0, from - at)));
      at += frame.length;
    }
    if (wait === null) {
      // Its first bytes tell the client that answers come as they are written.
      this.ping();
      if (this.#state === 'closing') this.#endAnswer(response);
    } else if (this.#sent > from || this.#state === 'closing') this.#endAnswer(response);
    else {
      response.flushHeaders();
      const timer = setTimeout(() => this.#endAnswer(response), wait * 1000);
      response.once('close', () => clearTimeout(timer));
    }
    return true;
  }

  #hungUp(response: ServerResponse): void {
    this.#answers--;
    this.lastContact = performance.now();
    if (this.#answer?.response === response) this.#answer = null;
    if (this.#goodbye === response && response.writableFinished) this.terminate();
  }

  #endAnswer(response: ServerResponse): void {
    if (this.#answer?.response !== response) return;
    this.#answer = null;
    if (this.#state === 'closing') this.#goodbye = response;
    response.end();
  }

  /** A request has come: its sender lives. */
  touch(): void {
    this.lastContact = performance.now();
    this.#events.emit('alive');
  }

  /** Says something on an open answer that has been silent for `ms`. */
  beat(ms: number): void {
    if (this.#answer && !this.#answer.isPoll && performance.now() - this.#lastWritten >= ms) this.ping();
  }

  ping(): void {
    this.write(pingFrame);
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#read();
  }

  close(code: number, reason: string): void {
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    this.#closedWith = code;
    this.#queue(closeFrame(code, reason));
    if (this.#answer) this.#endAnswer(this.#answer.response);
  }

  terminate(): void {
    this.#end(this.#closedWith ?? ABNORMAL);
  }

  #end(code: number): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#closedWith ??= code;
    this.#answer?.response.destroy();
    this.#answer = null;
    this.#kept = [];
    this.#events.emit('read');
    this.#events.emit('close', code);
  }

  onMessage(listener: (data: Buffer, isBinary: boolean) => void): void {
    this.#events.on('message', listener);
  }

  onBytes(listener: (bytes: number) => void): void {
    this.#events.on('bytes', listener);
  }

  onAlive(listener: () => void): void {
    this.#events.on('alive', listener);
  }

  onDrain(listener: () => void): void {
    this.#events.on('drain', listener);
  }

  onClose(listener: (code: number) => void): void {
    this.#events.once('close', listener);
  }
}
