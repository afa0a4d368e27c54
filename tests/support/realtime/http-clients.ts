import { readVarUint } from 'lib0/decoding';
import { onTestFinished } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { HttpSocket } from '#app/realtime/http-socket.ts';
import { MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import {
  FrameReader,
  frameHead,
  joinBytes,
  OPCODE,
  readCloseBody,
} from '#shared/realtime/realtime-frames.ts';
import { until } from '#tests/support/patience.ts';
import type { SignedIn, TestServer } from '../server.ts';
import { readServerFrame, type ServerFrame, syncMessage } from './live-clients.ts';

type Address = Pick<TestServer, 'port'>;
type Person = Pick<SignedIn, 'cookie'>;

/** `fetch` as this person's browser does it; `through` may lose what it likes. */
export function fetchAs(person: Person, through: typeof fetch = fetch): typeof fetch {
  return (input, init) => through(input, { ...init, headers: { ...init?.headers, cookie: person.cookie } });
}

/** The stock `y-websocket` provider over our class for networks without WebSockets. Destroyed when the test ends. */
export function openOverHttp(
  server: Address,
  room: string,
  person: Person,
  options: { through?: typeof fetch; params?: Record<string, string> } = {},
): {
  doc: Y.Doc;
  provider: WebsocketProvider;
  text: Y.Text;
  synced: Promise<void>;
  /** The last number that the server acknowledged. */
  acked: () => number;
} {
  const doc = new Y.Doc();
  let acked = 0;
  class OverHttp extends HttpSocket {
    constructor(url: string | URL) {
      super(url, [], fetchAs(person, options.through));
    }
  }
  const provider = new WebsocketProvider(`ws://localhost:${server.port}/collab`, room, doc, {
    WebSocketPolyfill: OverHttp as unknown as typeof WebSocket,
    disableBc: true,
    ...(options.params ? { params: options.params } : {}),
  });
  provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) => {
    acked = readVarUint(decoder);
  };
  provider.messageHandlers[MESSAGE.access] = () => undefined;
  onTestFinished(() => {
    provider.destroy();
    doc.destroy();
  });
  return {
    doc,
    provider,
    text: doc.getText('default'),
    synced: until('the provider over HTTP is synced', () => provider.synced),
    acked: () => acked,
  };
}

/** A session over HTTP, request by request. */
export class HandSession {
  readonly frames: ServerFrame[] = [];
  closed: { code: number; reason: string } | null = null;
  received = 0;
  sent = 0;
  #reader = new FrameReader(Number.MAX_SAFE_INTEGER);
  readonly #base: string;
  readonly #headers: Record<string, string>;
  readonly id: string;

  constructor(base: string, id: string, headers: Record<string, string>) {
    this.#base = base;
    this.#headers = headers;
    this.id = id;
  }

  /** The answer to the opening POST. */
  static ask(server: Address, room: string, headers: Record<string, string>, query = ''): Promise<Response> {
    return fetch(`http://localhost:${server.port}/collab/${room}${query}`, { method: 'POST', headers });
  }

  static async open(server: Address, room: string, person: Person, query = ''): Promise<HandSession> {
    const headers = { cookie: person.cookie };
    const answer = await HandSession.ask(server, room, headers, query);
    if (answer.status !== 201) throw new Error(`opening answered ${answer.status}: ${await answer.text()}`);
    const { session }: { session: string } = await answer.json();
    return new HandSession(`http://localhost:${server.port}/collab/${room}`, session, headers);
  }

  /** One request about this session, with whatever is to be changed in it. */
  request(query: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.#base}?session=${this.id}&${query}`, {
      ...init,
      headers: { ...this.#headers, ...(init.headers as Record<string, string>) },
    });
  }

  post(bytes: Uint8Array<ArrayBuffer>, at = this.sent, read = this.received): Promise<Response> {
    return this.request(`at=${at}&read=${read}`, { method: 'POST', body: bytes });
  }

  /** Posts these messages and counts them as sent. */
  async send(...messages: readonly Uint8Array[]): Promise<void> {
    const bytes = framed(...messages);
    const answer = await this.post(bytes);
    if (!answer.ok) throw new Error(`a POST answered ${answer.status}`);
    this.sent += bytes.length;
  }

  /** One long poll; what it brings is read. */
  async poll(wait = 20): Promise<void> {
    const answer = await this.request(`from=${this.received}&wait=${wait}`);
    if (!answer.ok) throw new Error(`a poll answered ${answer.status}`);
    this.take(new Uint8Array(await answer.arrayBuffer()));
  }

  take(bytes: Uint8Array): void {
    this.received += bytes.length;
    this.#reader.push(bytes);
    for (let frame = this.#reader.next(); frame; frame = this.#reader.next()) {
      if (frame.opcode === OPCODE.binary) this.frames.push(readServerFrame(frame.body));
      if (frame.opcode === OPCODE.close) this.closed = readCloseBody(frame.body);
    }
  }

  /** Polls until the condition holds. */
  async pollUntil(what: string, condition: () => boolean): Promise<void> {
    await until(what, async () => {
      if (!condition()) await this.poll(1);
      return condition();
    });
  }

  /** Polls until the server has handled everything sent so far: it answers a step 1 in turn. */
  async settled(): Promise<void> {
    const answers = () =>
      this.frames.filter(({ type, step }) => type === MESSAGE.sync && step === SYNC.step2).length;
    const before = answers();
    await this.send(syncMessage(SYNC.step1, Uint8Array.of(0)));
    await this.pollUntil('the server answers', () => answers() > before || this.closed !== null);
  }

  /** Polls until a second brings nothing. */
  async quiet(): Promise<void> {
    for (let before = -1; before !== this.received; ) {
      before = this.received;
      await this.poll(1);
    }
  }

  /** The last number that the server acknowledged. */
  get acked(): number {
    return Number(this.frames.findLast(({ type }) => type === MESSAGE.ack)?.value ?? 0);
  }
}

/** Messages as they stand in a POST. */
export function framed(...messages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joinBytes(messages.flatMap((body) => [frameHead(OPCODE.binary, body.length), body]));
}
