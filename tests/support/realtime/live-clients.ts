import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { LIMITS, MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import type { SignedIn, TestServer } from '../server.ts';

/**
 * [R8] Sends numbered messages until this server reads their sender more slowly. A burst may not do: meanwhile a busy machine earns its
 * sender more.
 */
export async function floodUntilSlowed(
  server: Pick<TestServer, 'rooms'>,
  send: (frames: Uint8Array[]) => Promise<unknown>,
  frameAt: (number: number) => Uint8Array,
): Promise<void> {
  const before = server.rooms.stats().slowedFloods;
  let number = 0;
  await until('who floods is read more slowly', async () => {
    await send(Array.from({ length: LIMITS.messagesBurst + 200 }, () => frameAt(++number)));
    return server.rooms.stats().slowedFloods > before;
  });
}

type Address = Pick<TestServer, 'port'>;

/** The stock `y-websocket` provider, as it comes, with a session cookie. Destroyed when the test ends. */
export function openStock(
  server: Address,
  room: string,
  person: Pick<SignedIn, 'cookie'>,
  options: { doc?: Y.Doc; params?: Record<string, string> } = {},
): { doc: Y.Doc; provider: WebsocketProvider; text: Y.Text; synced: Promise<void> } {
  const doc = options.doc ?? new Y.Doc();
  class WithCookie extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie: person.cookie } });
    }
  }
  const provider = new WebsocketProvider(`ws://localhost:${server.port}/collab`, room, doc, {
    // The provider only uses what `ws` shares with the browser's class.
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    ...(options.params ? { params: options.params } : {}),
  });
  onTestFinished(() => {
    provider.destroy();
    doc.destroy();
  });
  // Heard, not looked at: whoever is sent away right after the answer is no more in step a moment later.
  let wasSynced = false;
  provider.on('sync', (isSynced: boolean) => {
    wasSynced ||= isSynced;
  });
  return {
    doc,
    provider,
    /** Asked for, the document is plain text and cannot be one of our editor's. */
    get text() {
      return doc.getText('default');
    },
    synced: until('the stock provider is synced', () => wasSynced),
  };
}

/** A frame of the server, read. */
export interface ServerFrame {
  readonly type: number;
  /** Sync step of a type 0. */
  readonly step?: number;
  readonly body: Uint8Array;
  /** The number of a type 100 or 101, the JSON of a type 102, the topic of a type 104, the numbers of a type 105. */
  readonly value?: unknown;
}

/** A socket on which tests write frames by hand. */
export class HandSocket {
  readonly frames: ServerFrame[] = [];
  closed: { code: number; reason: string } | null = null;
  /** HTTP status when the upgrade itself was refused. */
  refusedWith: number | null = null;
  readonly ws: WebSocket;

  constructor(
    server: Address,
    room: string,
    options: { headers?: Record<string, string>; query?: string } = {},
  ) {
    this.ws = new WebSocket(`ws://localhost:${server.port}/collab/${room}${options.query ?? ''}`, {
      headers: options.headers ?? {},
    });
    this.ws.on('error', () => undefined);
    this.ws.on('unexpected-response', (_request, response) => {
      this.refusedWith = response.statusCode ?? 0;
      this.ws.terminate();
    });
    this.ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    this.ws.on('message', (data: Buffer) => this.frames.push(readServerFrame(data)));
    onTestFinished(() => this.ws.terminate());
  }

  /** Sends these, and waits until the line has taken them or the server has closed it. */
  async sendAll(frames: readonly Uint8Array[]): Promise<void> {
    for (const frame of frames) this.send(frame);
    await until('the line takes what was sent', () => this.ws.bufferedAmount === 0 || this.closed !== null);
  }

  /** Opens one with this person's cookie and waits until it is open. */
  static async open(
    server: Address,
    room: string,
    person: Pick<SignedIn, 'cookie'>,
    query = '',
  ): Promise<HandSocket> {
    const socket = new HandSocket(server, room, { headers: { cookie: person.cookie }, query });
    await until(
      'the socket is open',
      () => socket.ws.readyState === WebSocket.OPEN || socket.closed !== null,
    );
    return socket;
  }

  send(bytes: Uint8Array | string): void {
    this.ws.send(bytes);
  }

  sendUpdate(update: Uint8Array, step: 1 | 2 = SYNC.update): void {
    this.send(syncMessage(step, update));
  }

  /** The first frame, among those that came and those to come, of which `isIt` holds. */
  async frame(what: string, isIt: (frame: ServerFrame) => boolean): Promise<ServerFrame> {
    await until(what, () => this.frames.some(isIt));
    const found = this.frames.find(isIt);
    if (!found) throw new Error(what);
    return found;
  }

  /** Waits until the server has handled everything sent so far: it answers a step 1 in turn. */
  async settled(): Promise<void> {
    const before = this.frames.filter(isStep2).length;
    this.send(syncMessage(SYNC.step1, Uint8Array.of(0)));
    await until(
      'the server answers',
      () => this.frames.filter(isStep2).length > before || this.closed !== null,
    );
  }

  /** The last number that the server acknowledged. */
  get acked(): number {
    return Number(this.frames.findLast(({ type }) => type === MESSAGE.ack)?.value ?? 0);
  }

  async whenClosed(): Promise<{ code: number; reason: string }> {
    await until('the socket is closed', () => this.closed !== null);
    return this.closed ?? { code: 0, reason: '' };
  }
}

/** Is this the answer to a step 1? */
export function isStep2({ type, step }: ServerFrame): boolean {
  return type === MESSAGE.sync && step === SYNC.step2;
}

/** Is this an update that somebody wrote? */
export function isUpdate({ type, step }: ServerFrame): boolean {
  return type === MESSAGE.sync && step === SYNC.update;
}

/** A sync message by hand. */
export function syncMessage(step: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** An awareness message by hand. */
export function awarenessMessage(
  entries: readonly { clientId: number; clock: number; state: unknown }[],
): Uint8Array {
  const inner = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state));
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, inner);
  });
}

/** The states in an awareness message of the server, by client. */
export function statesIn(
  frame: ServerFrame,
): Map<number, { clock: number; state: Record<string, unknown> | null }> {
  const decoder = decoding.createDecoder(frame.body);
  const states = new Map<number, { clock: number; state: Record<string, unknown> | null }>();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    states.set(clientId, { clock, state: JSON.parse(decoding.readVarString(decoder)) });
  }
  return states;
}

/** The update that typing `text` makes in an otherwise empty document, by this client. */
export function typed(text: string, clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText('default').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** The text in an update, alone. */
export function textOf(update: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText('default').toString();
}

/** Reads a frame of the server. */
export function readServerFrame(data: Uint8Array): ServerFrame {
  const decoder = decoding.createDecoder(new Uint8Array(data));
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE.sync) {
    const step = decoding.readVarUint(decoder);
    return { type, step, body: decoding.readVarUint8Array(decoder) };
  }
  if (type === MESSAGE.awareness) return { type, body: decoding.readVarUint8Array(decoder) };
  const body = new Uint8Array(0);
  if (type === MESSAGE.news) return { type, body, value: decoding.readVarString(decoder) };
  if (type === MESSAGE.access) return { type, body, value: JSON.parse(decoding.readVarString(decoder)) };
  const value = decoding.readVarUint(decoder);
  if (type !== MESSAGE.taken) return { type, body, value };
  return { type, body, value: Array.from({ length: value }, () => decoding.readVarUint(decoder)) };
}
