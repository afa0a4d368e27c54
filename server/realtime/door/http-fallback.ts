import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { BodyRefused, takeBody } from '../../kernel/http/read-body.ts';
import { type Admitted, type Asked, addressOf, isOwnRequest } from './door.ts';
import { HttpSession } from './http-session.ts';
import type { Transport } from './transport.ts';

interface FallbackOptions {
  /** ORIGIN, or null to accept this machine's own names. */
  readonly origin: string | null;
  readonly log: Logger;
  /** Whose session a request shows, or null. */
  tokenOf(headers: IncomingHttpHeaders): Promise<string | null>;
  admit(request: IncomingMessage): Promise<Asked>;
  /** Lets an admitted transport in; one that is not wanted is closed at once. */
  enter(transport: Transport, admitted: Admitted): void;
  isClosing(): boolean;
}

interface Guest {
  readonly session: HttpSession;
  readonly room: string;
  /** Of the sign-in that opened it: nobody else may speak or listen here. */
  readonly token: string | null;
  /** The POST being read: a newer one repeats what is lost of it. */
  post: IncomingMessage | null;
}

const SWEEP_MS = 1_000;
/** Proxies take a longer silence for the end. */
const BEAT_MS = 10_000;
const LONGEST_POLL_SECONDS = 25;

/**
 * Live rooms over plain HTTP at `/collab/{room}`, for people behind a proxy that refuses WebSockets. Opened by a POST
 * (201 `{session}`); then POSTs `?session&at&read` carry frames up, and GETs `?session&from`, streamed or with `wait` as
 * long poll, bring frames down. The contract stands in docs/realtime-protocol.md, Without WebSockets.
 */
export class HttpFallback {
  #options: FallbackOptions;
  #guests = new Map<string, Guest>();
  #sweeper: NodeJS.Timeout;

  constructor(options: FallbackOptions) {
    this.#options = options;
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#sweeper.unref();
  }

  get size(): number {
    return this.#guests.size;
  }

  /** Answers a request for `/collab/{room}` that asks for no upgrade. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    this.#route(request, response).catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'a request of the HTTP fallback could not be answered');
      refuse(response, CLOSE.tryLater, 'error');
    });
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('cache-control', 'no-store, no-transform');
    response.setHeader('x-content-type-options', 'nosniff');
    if (!isOwnRequest(request, this.#options.origin)) return answer(response, 403, { reason: 'origin' });
    const { name, query } = addressOf(request);
    const id = query.get('session');
    if (request.method !== 'POST' && request.method !== 'GET') {
      response.setHeader('allow', 'GET, POST');
      return answer(response, 405, { reason: 'method' });
    }
    if (id === null) {
      if (request.method === 'POST') return this.#open(request, response);
      // What a client hears that wants to know whether HTTP gets through where WebSockets do not.
      response.setHeader('upgrade', 'websocket');
      return answer(response, 426, { reason: 'upgrade' });
    }
    const token = await this.#options.tokenOf(request.headers);
    const guest = this.#guests.get(id);
    if (!guest || guest.room !== name || token === null || guest.token !== token) {
      return answer(response, 410, { reason: 'session' });
    }
    guest.session.touch();
    if (request.method === 'POST') return this.#take(guest, request, response, query);
    const from = count(query.get('from'));
    const wait = query.has('wait') ? Math.min(count(query.get('wait')) ?? 0, LONGEST_POLL_SECONDS) : null;
    response.setHeader('content-type', 'application/octet-stream');
    response.setHeader('x-accel-buffering', 'no');
    if (from === null || !guest.session.listen(response, from, wait)) this.#loseTrack(guest, response);
  }

  async #open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#options.isClosing()) return refuse(response, CLOSE.restart, 'stopping');
    const token = await this.#options.tokenOf(request.headers);
    const admission = await this.#options.admit(request);
    if ('refused' in admission) return refuse(response, admission.refused, admission.reason);
    const session = new HttpSession();
    this.#guests.set(session.id, { session, room: admission.room, token, post: null });
    session.onClose(() => this.#guests.delete(session.id));
    this.#options.enter(session, admission);
    if (session.closedWith === null) return answer(response, 201, { session: session.id });
    session.terminate();
    refuse(response, session.closedWith, 'sockets');
  }

  async #take(
    guest: Guest,
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const { session } = guest;
    const at = count(query.get('at'));
    const read = count(query.get('read'));
    guest.post?.destroy();
    guest.post = request;
    try {
      const body = await takeBody(request, LIMITS.post);
      await session.whenRead();
      // Its sender has given it up meanwhile, and sent the same again.
      if (guest.post !== request) return answer(response, 409, { reason: 'repeated' });
      if (at === null || read === null || !session.confirm(read) || !session.take(at, body)) {
        return this.#loseTrack(guest, response);
      }
      await session.whenRead();
      answer(response, 200, { sent: session.sent });
    } catch (error) {
      if (error instanceof BodyRefused && error.status === 413) {
        session.close(CLOSE.frameTooLarge, 'post');
        refuse(response, CLOSE.frameTooLarge, 'post');
      } else if (!request.destroyed) throw error;
    } finally {
      if (guest.post === request) guest.post = null;
    }
  }

  /** The two sides do not agree on what was said: the client begins again, with a new session. */
  #loseTrack({ session }: Guest, response: ServerResponse): void {
    session.terminate();
    answer(response, 409, { reason: 'gap' });
  }

  #sweep(): void {
    const at = performance.now();
    for (const { session } of this.#guests.values()) {
      if (!session.isHeard && at - session.lastContact > LIMITS.httpSilenceSeconds * 1000)
        session.terminate();
      else session.beat(BEAT_MS);
    }
  }

  /** Ends the timer. */
  stop(): void {
    clearInterval(this.#sweeper);
  }
}

/** A whole number of the address, or null. */
function count(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** Refuses with a close code, in the status that resembles it and in the body. */
function refuse(response: ServerResponse, code: number, reason: string): void {
  const status = code === CLOSE.frameTooLarge ? 413 : code >= 4400 && code < 4500 ? code - 4000 : 503;
  answer(response, status, { code, reason });
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  const json = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(json);
}
