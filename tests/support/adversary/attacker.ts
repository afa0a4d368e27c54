import { Agent, type IncomingMessage, request } from 'node:http';
import { WebSocket } from 'ws';
import { MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import { readServerFrame, syncMessage } from '#tests/support/realtime/live-clients.ts';

/** How often each thing happened: an HTTP status, a close code, or why there was neither. */
export type Tally = Record<string, number>;

/** Something that is done again and again until it is stopped. */
export interface Attack {
  readonly name: string;
  /** One round of it. */
  round(signal: AbortSignal, note: (outcome: string) => void): Promise<unknown>;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

const PASSWORD = 'demonstration-2023';
const LIMIT = 'adversary';

/** An account of the demonstration that means harm. */
export class Attacker {
  readonly origin: string;
  readonly cookie: string;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(origin: string, cookie: string) {
    this.origin = origin;
    this.cookie = cookie;
  }

  static async signIn(origin: string, account: string): Promise<Attacker> {
    const stranger = new Attacker(origin, '');
    const { status, response } = await stranger.#send('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${account}@demo.example`, password: PASSWORD }),
    });
    const cookie = response.headers['set-cookie']?.[0]?.split(';')[0];
    if (!cookie) throw new Error(`sign-in of ${account} answered ${status}`);
    return new Attacker(origin, cookie);
  }

  /** Asks, reads the whole answer and tells its status and text. */
  async ask(path: string, sent: Sent = {}): Promise<{ status: number; text: string; location: string }> {
    const { status, text, response } = await this.#send(path, sent);
    return { status, text, location: response.headers.location ?? '' };
  }

  /** The same of which only what became of it is of interest. */
  async tried(path: string, sent: Sent = {}): Promise<string> {
    try {
      return String((await this.ask(path, sent)).status);
    } catch {
      return sent.signal?.aborted ? 'stopped' : 'cut';
    }
  }

  /** A new document of a group, by REST. */
  async document(groupId: string): Promise<{ id: string; room: string }> {
    const { status, text } = await this.ask(`/api/v1/groups/${groupId}/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Brouillon' }),
    });
    if (status !== 201) throw new Error(`making a document answered ${status}: ${text}`);
    return JSON.parse(text);
  }

  /** Of a form: fields, and a file if there is one. */
  static form(
    fields: Readonly<Record<string, string>>,
    file?: { name: string; bytes: Uint8Array },
  ): Pick<Sent, 'headers' | 'body'> {
    const head = (of: string) => `--${LIMIT}\r\nContent-Disposition: form-data; ${of}\r\n`;
    const texts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}\r\n${value}\r\n`);
    const parts = [Buffer.from(texts.join(''))];
    if (file) {
      const type = 'Content-Type: application/octet-stream\r\n\r\n';
      parts.push(Buffer.from(head(`name="file"; filename="${file.name}"`) + type), Buffer.from(file.bytes));
      parts.push(Buffer.from('\r\n'));
    }
    return {
      headers: { 'content-type': `multipart/form-data; boundary=${LIMIT}` },
      body: Buffer.concat([...parts, Buffer.from(`--${LIMIT}--\r\n`)]),
    };
  }

  /** Opens a room by hand. */
  room(name: string): Promise<Line> {
    return Line.open(this, name);
  }

  #send(
    path: string,
    { method = 'GET', headers = {}, body, signal }: Sent,
  ): Promise<{ status: number; text: string; response: IncomingMessage }> {
    return new Promise((resolve, reject) => {
      const own = this.cookie && { cookie: this.cookie };
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asking = request(new URL(path, this.origin), {
        method,
        agent: this.#agent,
        headers: { origin: this.origin, ...own, ...length, ...headers },
        ...(signal && { signal }),
      });
      asking.on('error', reject).on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('error', reject).on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString(), response }),
        );
      });
      asking.end(body);
    });
  }
}

/** A socket in a room, of which what is sent is counted as it is acknowledged. */
export class Line {
  readonly #socket: WebSocket;
  #sent = 0;
  #acknowledged = 0;
  #heard = new Set<() => void>();
  #closed: number | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const { type, value } = readServerFrame(data);
      if (type !== MESSAGE.ack) return;
      this.#acknowledged = Number(value);
      for (const look of this.#heard) look();
    });
    socket.on('close', (code) => {
      this.#closed = code;
      for (const look of this.#heard) look();
    });
  }

  static open({ origin, cookie }: Attacker, room: string): Promise<Line> {
    const address = `${origin.replace('http', 'ws')}/collab/${room}?ack=1`;
    const socket = new WebSocket(address, { headers: { cookie } });
    const line = new Line(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(line));
      socket.on('error', reject);
    });
  }

  /** Sends an update; tells `stored`, or the code with which the line was closed instead. */
  update(update: Uint8Array, signal?: AbortSignal): Promise<string> {
    if (this.#closed !== null) return Promise.resolve(`closed ${this.#closed}`);
    const number = ++this.#sent;
    this.#socket.send(syncMessage(SYNC.update, update));
    return new Promise((resolve) => {
      const end = (outcome: string) => {
        this.#heard.delete(look);
        signal?.removeEventListener('abort', stop);
        resolve(outcome);
      };
      const look = () => {
        if (this.#acknowledged >= number) end('stored');
        else if (this.#closed !== null) end(`closed ${this.#closed}`);
      };
      const stop = () => end('stopped');
      signal?.addEventListener('abort', stop);
      this.#heard.add(look);
      look();
    });
  }

  close(): void {
    this.#socket.terminate();
  }
}
