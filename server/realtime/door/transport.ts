import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/**
 * The line to one client, of which `Connection` knows no more than this: a WebSocket, or a session over plain HTTP where
 * a proxy refuses WebSockets.
 */
export interface Transport {
  readonly isOpen: boolean;
  readonly isPaused: boolean;
  /** Bytes that wait for the reader. */
  readonly buffered: number;
  /** Queues a whole WebSocket frame, as `wire.ts` builds them. */
  write(frame: Buffer): void;
  /** Leaves what comes on the other side of the line, until `resume`. */
  pause(): void;
  resume(): void;
  /** Asks for a sign of life, which `onAlive` hears. */
  ping(): void;
  /** Says goodbye, after what is queued. */
  close(code: number, reason: string): void;
  /** Ends it now. */
  terminate(): void;
  onMessage(listener: (data: Buffer, isBinary: boolean) => void): void;
  /** So many bytes have come; of a message that they end, `onMessage` has been told already. */
  onBytes(listener: (bytes: number) => void): void;
  onAlive(listener: () => void): void;
  /** What waited has left. */
  onDrain(listener: () => void): void;
  /** It has ended, with this close code; called once. */
  onClose(listener: (code: number) => void): void;
}

/** A WebSocket. Frames are written to its TCP socket as they are: built once, the same bytes for everybody. */
export class SocketTransport implements Transport {
  #ws: WebSocket;
  #socket: Duplex;

  constructor(ws: WebSocket, socket: Duplex) {
    this.#ws = ws;
    this.#socket = socket;
    ws.on('error', () => undefined);
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  get isPaused(): boolean {
    return this.#ws.isPaused;
  }

  get buffered(): number {
    return this.#socket.writableLength;
  }

  write(frame: Buffer): void {
    this.#socket.write(frame);
  }

  pause(): void {
    this.#ws.pause();
  }

  resume(): void {
    this.#ws.resume();
  }

  ping(): void {
    this.#ws.ping();
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }

  terminate(): void {
    this.#ws.terminate();
  }

  onMessage(listener: (data: Buffer, isBinary: boolean) => void): void {
    this.#ws.on('message', listener);
  }

  onBytes(listener: (bytes: number) => void): void {
    // After the listener of the WebSocket itself, which was there first.
    this.#socket.on('data', (part: Buffer) => listener(part.length));
  }

  onAlive(listener: () => void): void {
    this.#ws.on('pong', listener);
  }

  onDrain(listener: () => void): void {
    this.#socket.on('drain', listener);
  }

  onClose(listener: (code: number) => void): void {
    // It is emitted once; `once` would keep three objects more for each listener.
    this.#ws.on('close', listener);
  }
}
