import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { OutsideError } from '#shared/kernel/outside/outside-errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { isPrivateAddress } from './private-address.ts';

/** What was read at an address of somebody else. */
export interface OutsideContent {
  /** Where it was in the end, after redirections. */
  readonly url: string;
  /** As the site says: to be believed about nothing. */
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a site says of an address without giving it. */
export interface OutsideSeen {
  readonly url: string;
  readonly contentType: string;
  /** Null when the site does not say. */
  readonly bytes: number | null;
  readonly lastModified: Date | null;
}

/** What a site answered to something that was sent. */
export interface OutsideAnswer {
  readonly status: number;
  /** The beginning of what came with it, as text; what never came is not waited for. */
  readonly start: string;
}

/** [OU1] The one way out to addresses that people give. */
export interface Outside {
  /** False: every address is refused with 'outside.off'. */
  readonly isOn: boolean;
  /** [OU4] Reads what is at an address, at most `maxBytes`. `accept` is what the request says it wants. */
  get(
    url: string,
    asked: { readonly maxBytes: number; readonly accept?: string },
  ): Promise<Result<OutsideContent, OutsideError>>;
  /**
   * [OU6] Sends something, once: no redirection is followed, and of an answer, whatever its status, the beginning is read. By https only,
   * but for addresses that were let through.
   */
  post(
    url: string,
    sent: {
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly timeMs: number;
      readonly keepBytes: number;
    },
  ): Promise<Result<OutsideAnswer, OutsideError>>;
  /** [OU5] Is something there? By HEAD; by the first byte of a GET where a site refuses HEAD. */
  check(url: string): Promise<Result<OutsideSeen, OutsideError>>;
}

interface HostAddress {
  readonly address: string;
  readonly family: number;
}

interface Options {
  readonly isOn: boolean;
  /** `address:port` pairs that are let through although they are private, or not on a usual port. */
  readonly allow?: readonly string[];
  /** The whole time of one call, redirections included. */
  readonly timeMs?: number;
  /** Every address of a name; none when nobody knows it. */
  readonly addressesOf?: (host: string) => Promise<readonly HostAddress[]>;
}

const REDIRECTS_MAX = 3;
const TIME_MS = 15_000;
const AGENT = 'Cordee/1 (free software; asked by a person)';

interface Door extends HostAddress {
  readonly url: URL;
  /** Let through by name, although it is private or on another port. */
  readonly isAllowed: boolean;
}

type Method = 'GET' | 'HEAD' | 'POST';

/** Makes the way out of this process. */
export function createOutside({
  isOn,
  allow = [],
  timeMs = TIME_MS,
  addressesOf = askNames,
}: Options): Outside {
  /** [OU2] Where a connection may go: decided on the address itself, which is then the one that is connected to ([OU3]). */
  async function doorOf(given: string | URL): Promise<Result<Door, OutsideError>> {
    const url = URL.parse(given);
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hostname === '')
      return fail('outside.address');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await addressesOf(host);
    const [first] = found;
    if (!first) return fail('outside.unknownHost');
    const isAllowed = found.every(({ address }) => allow.includes(`${address}:${port}`));
    if (!isAllowed && found.some(({ address }) => isPrivateAddress(address))) return fail('outside.private');
    if (!isAllowed && !['80', '443'].includes(port)) return fail('outside.port');
    return ok({ url, isAllowed, ...first });
  }

  /** Follows an address to what answers there; the answer's body is still to be read or thrown away. */
  async function follow(
    given: string,
    method: Method,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Result<{ url: URL; answer: IncomingMessage }, OutsideError>> {
    let next: string | URL = given;
    for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
      const door = await doorOf(next);
      if (!door.ok) return door;
      signal.throwIfAborted();
      const answer = await ask(door.value, method, headers, signal);
      const status = answer.statusCode ?? 0;
      const { location } = answer.headers;
      if (status < 300 || status >= 400 || !location) return ok({ url: door.value.url, answer });
      answer.destroy();
      const target = URL.parse(location, door.value.url);
      if (!target) return fail('outside.address');
      next = target;
    }
    return fail('outside.redirects');
  }

  async function guarded<T>(
    work: (signal: AbortSignal) => Promise<Result<T, OutsideError>>,
    withinMs = timeMs,
  ): Promise<Result<T, OutsideError>> {
    if (!isOn) return fail('outside.off');
    const signal = AbortSignal.timeout(withinMs);
    try {
      return await work(signal);
    } catch {
      // Whatever a connection to somebody else ends with is theirs: there is nothing to mend here.
      return fail(signal.aborted ? 'outside.tooSlow' : 'outside.unreachable');
    }
  }

  return {
    isOn,
    get: (given, { maxBytes, accept = '*/*' }) =>
      guarded(async (signal) => {
        const followed = await follow(given, 'GET', { accept }, signal);
        if (!followed.ok) return followed;
        const { url, answer } = followed.value;
        const refusal = refusalOf(answer);
        if (refusal || Number(answer.headers['content-length'] ?? 0) > maxBytes) {
          answer.destroy();
          return fail(refusal ?? 'outside.tooLarge');
        }
        const bytes = await readAtMost(answer, maxBytes);
        if (!bytes) return fail('outside.tooLarge');
        return ok({ url: url.href, contentType: answer.headers['content-type'] ?? '', bytes });
      }),
    post: (given, { headers, body, timeMs: withinMs, keepBytes }) =>
      guarded(async (signal) => {
        const door = await doorOf(given);
        if (!door.ok) return door;
        if (door.value.url.protocol !== 'https:' && !door.value.isAllowed) return fail('outside.plain');
        signal.throwIfAborted();
        const answer = await ask(door.value, 'POST', headers, signal, body);
        return ok({ status: answer.statusCode ?? 0, start: await readStart(answer, keepBytes) });
      }, withinMs),
    check: (given) =>
      guarded(async (signal) => {
        let followed = await follow(given, 'HEAD', {}, signal);
        if (followed.ok && refusalOf(followed.value.answer)) {
          followed.value.answer.destroy();
          followed = await follow(given, 'GET', { range: 'bytes=0-0' }, signal);
        }
        if (!followed.ok) return followed;
        const { url, answer } = followed.value;
        const { headers, statusCode } = answer;
        const refusal = refusalOf(answer);
        answer.destroy();
        if (refusal) return fail(refusal);
        const length =
          statusCode === 206 ? headers['content-range']?.split('/')[1] : headers['content-length'];
        const modified = new Date(headers['last-modified'] ?? '');
        return ok({
          url: url.href,
          contentType: headers['content-type'] ?? '',
          bytes: length && /^\d{1,15}$/.test(length) ? Number(length) : null,
          lastModified: Number.isNaN(modified.getTime()) ? null : modified,
        });
      }),
  };
}

async function askNames(host: string): Promise<HostAddress[]> {
  try {
    return await lookup(host, { all: true });
  } catch {
    return [];
  }
}

/** [OU3] One request to the address that was looked at, whatever the name leads to by now. */
function ask(
  { url, address, family }: Door,
  method: Method,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  body?: string,
): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_name, { all }, done) =>
    all ? done(null, [{ address, family }]) : done(null, address, family);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    send(
      url,
      {
        method,
        lookup: pinned,
        agent: false,
        signal,
        maxHeaderSize: 16_384,
        headers: { ...headers, 'user-agent': AGENT, 'accept-encoding': 'identity' },
      },
      resolve,
    )
      // One that breaks off after its answer is the answer's matter.
      .on('error', reject)
      .end(body);
  });
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage): OutsideError | null {
  if (statusCode === 404 || statusCode === 410) return 'outside.gone';
  if (statusCode < 200 || statusCode >= 300) return 'outside.status';
  // We asked for the thing itself: unpacking what a site packs anyway is how a small answer becomes a large one.
  return (headers['content-encoding'] ?? 'identity') === 'identity' ? null : 'outside.encoded';
}

/** The first bytes of a body as text, as far as they came; the connection is not wanted any longer. */
async function readStart(body: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= maxBytes) break;
    }
  } catch {
    // What was answered counts, not how it ended.
  }
  body.destroy();
  return Buffer.concat(chunks, length).subarray(0, maxBytes).toString('utf8');
}

/** The body, or null as soon as it is longer than `maxBytes`. */
async function readAtMost(body: IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}
