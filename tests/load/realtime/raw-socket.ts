import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface Address {
  readonly port: number;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Handlers {
  readonly onOpen: () => void;
  /** A whole binary message. Its bytes are only valid during the call. */
  readonly onMessage: (payload: Buffer) => void;
  /** Called once; `why` is null when this side hung up. */
  readonly onClose: (why: string | null) => void;
}

/** All sockets read into the same bytes, one after the other: thousands of them cost no buffers. */
const INBOX = Buffer.allocUnsafe(256 * 1024);
const TEXT_END = '\r\n\r\n';

/**
 * The client's half of WebSocket and no more: unfragmented messages, no extensions. A load generator must cost less than
 * the server it measures, which a general library with an object a message does not.
 */
export class RawSocket {
  bytesIn = 0;
  messagesIn = 0;
  #socket: Socket;
  #handlers: Handlers;
  #isOpen = false;
  #isClosed = false;
  /** What came of a message that is not whole yet, and how many bytes make it so. */
  #parts: Buffer[] = [];
  #have = 0;
  #need = 0;

  constructor({ port, path, headers = {} }: Address, handlers: Handlers) {
    this.#handlers = handlers;
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer: INBOX,
        callback: (size) => {
          this.#take(INBOX.subarray(0, size));
          return true;
        },
      },
    });
    const lines = Object.entries({
      Host: `127.0.0.1:${port}`,
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      'Sec-WebSocket-Version': '13',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`);
    this.#socket.once('connect', () =>
      this.#socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}${TEXT_END}`),
    );
    this.#socket.on('error', (error) => this.#end(error.message));
    this.#socket.once('close', () => this.#end('connection lost'));
  }

  /** Bytes that wait to be sent. */
  get waiting(): number {
    return this.#socket.writableLength;
  }

  send(payload: Uint8Array, opcode = 2): void {
    const size = payload.length;
    const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
    // Masked with zeros: masking is for the caches of the nineties, and costs a pass over every byte.
    const frame = Buffer.alloc(head + 4 + size);
    frame[0] = 0x80 | opcode;
    if (head === 2) frame[1] = 0x80 | size;
    else if (head === 4) {
      frame[1] = 0xfe;
      frame.writeUInt16BE(size, 2);
    } else {
      frame[1] = 0xff;
      frame.writeBigUInt64BE(BigInt(size), 2);
    }
    frame.set(payload, head + 4);
    this.#socket.write(frame);
  }

  /** Hangs up: with a goodbye, or as a network that is gone. */
  close(how: 'politely' | 'abruptly'): void {
    if (how === 'politely' && this.#isOpen) this.send(Uint8Array.of(0x03, 0xe8), 8);
    this.#end(null);
  }

  #end(why: string | null): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket.destroySoon();
    this.#handlers.onClose(why);
  }

  #take(chunk: Buffer): void {
    this.bytesIn += chunk.length;
    if (this.#have === 0) {
      this.#read(chunk);
      return;
    }
    this.#keep(chunk);
    if (this.#have < this.#need) return;
    const all = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#have = 0;
    this.#read(all);
  }

  #keep(rest: Buffer): void {
    this.#parts.push(Buffer.from(rest));
    this.#have += rest.length;
  }

  #read(bytes: Buffer): void {
    let at = this.#isOpen ? 0 : this.#greeting(bytes);
    while (at < bytes.length && !this.#isClosed) {
      const frame = frameAt(bytes, at);
      if (!frame || frame.end > bytes.length) {
        this.#need = frame ? frame.end - at : bytes.length - at + 1;
        this.#keep(bytes.subarray(at));
        return;
      }
      this.#handle(frame.opcode, bytes.subarray(frame.start, frame.end));
      at = frame.end;
    }
  }

  /** Where the first frame starts, once the server has agreed to speak WebSocket. */
  #greeting(bytes: Buffer): number {
    const end = bytes.indexOf(TEXT_END);
    if (end < 0) {
      this.#need = bytes.length + 1;
      this.#keep(bytes);
      return bytes.length;
    }
    const status = bytes.toString('latin1', 0, bytes.indexOf('\r\n'));
    if (status.includes(' 101')) {
      this.#isOpen = true;
      this.#handlers.onOpen();
    } else this.#end(status);
    return end + TEXT_END.length;
  }

  #handle(opcode: number, payload: Buffer): void {
    if (opcode === 2) {
      this.messagesIn++;
      this.#handlers.onMessage(payload);
    } else if (opcode === 9) this.send(payload, 10);
    else if (opcode === 8)
      this.#end(`closed with ${payload.length >= 2 ? payload.readUInt16BE(0) : 'no code'}`);
  }
}

function frameAt(bytes: Buffer, at: number): { opcode: number; start: number; end: number } | null {
  const left = bytes.length - at;
  if (left < 2) return null;
  const opcode = (bytes[at] ?? 0) & 15;
  const short = (bytes[at + 1] ?? 0) & 127;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (left < head) return null;
  const size =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return { opcode, start: at + head, end: at + head + size };
}
