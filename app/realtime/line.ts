import type { HttpSocket } from './http-socket.ts';
import { forget, recall, remember } from './tab-memory.ts';

/** How this page reaches its live room: by WebSocket, or over HTTP where something on the way refuses those. */
export interface Line {
  /** Resolves once `open` opens what this tab remembers to work. */
  readonly whenReady: Promise<void>;
  /** Is it the fallback that `open` opens now? */
  readonly isFallback: boolean;
  open(url: string): WebSocket;
  destroy(): void;
}

/** WebSockets that never said a word, while HTTP worked, before the fallback is taken. */
const REFUSALS = 2;
const OPENING_MS = 10_000;
const PROBE_MS = 5_000;
/** While on the fallback, a WebSocket is tried that long after the page has opened, and then so often. */
const FIRST_TRIAL_MS = 3_000;
const TRIAL_MS = 180_000;
/** RFC 6455: no goodbye was heard. The codes of the server prove that a WebSocket gets through. */
const UNHEARD = [1005, 1006];
const FALLBACK = 'cordee:fallback';

/** `onChange`: `open` opens another kind of line from now on, and it is worth doing so at once. */
export function chooseLine(onChange: () => void): Line {
  let fallback: typeof HttpSocket | null = null;
  let refusals = 0;
  let lastUrl = '';
  let isDestroyed = false;
  let trials: ReturnType<typeof setTimeout> | undefined;

  const whenReady = recall(FALLBACK) === null ? Promise.resolve() : load();

  /** Only those who need it load it. */
  async function load(): Promise<void> {
    const loaded = await import('./http-socket.ts').catch(() => null);
    if (!loaded || isDestroyed) return;
    fallback = loaded.HttpSocket;
    trials = setTimeout(tryWebSocket, recall(FALLBACK) === null ? TRIAL_MS : FIRST_TRIAL_MS);
    window.addEventListener('online', tryWebSocket);
  }

  function openWebSocket(url: string, onWord: () => void, onSilence: () => void): WebSocket {
    const socket = new WebSocket(url);
    let hasSpoken = false;
    const patience = setTimeout(() => {
      if (socket.readyState === WebSocket.CONNECTING) socket.close();
    }, OPENING_MS);
    socket.addEventListener(
      'message',
      () => {
        hasSpoken = true;
        onWord();
      },
      { once: true },
    );
    socket.addEventListener('close', ({ code }) => {
      clearTimeout(patience);
      if (!hasSpoken && UNHEARD.includes(code) && !isDestroyed) onSilence();
    });
    return socket;
  }

  async function judge(url: string): Promise<void> {
    if (!(await answersByHttp(url)) || isDestroyed || fallback) return;
    refusals += 1;
    if (refusals < REFUSALS) return;
    await load();
    if (!fallback || isDestroyed) return;
    remember(FALLBACK, '1');
    onChange();
  }

  function tryWebSocket(): void {
    clearTimeout(trials);
    trials = setTimeout(tryWebSocket, TRIAL_MS);
    if (!lastUrl) return;
    const socket = openWebSocket(
      lastUrl,
      () => {
        socket.close();
        if (!fallback || isDestroyed) return;
        stopTrials();
        fallback = null;
        refusals = 0;
        forget(FALLBACK);
        onChange();
      },
      () => undefined,
    );
  }

  function stopTrials(): void {
    clearTimeout(trials);
    window.removeEventListener('online', tryWebSocket);
  }

  return {
    whenReady,
    get isFallback() {
      return fallback !== null;
    },
    open(url) {
      lastUrl = url;
      // y-websocket asks no more of it than what both have.
      if (fallback) return new fallback(url) as unknown as WebSocket;
      return openWebSocket(
        url,
        () => {
          refusals = 0;
        },
        () => void judge(url),
      );
    },
    destroy() {
      isDestroyed = true;
      stopTrials();
    },
  };
}

/** Our server alone says 426 to a request for a room that does not ask for a WebSocket. */
async function answersByHttp(url: string): Promise<boolean> {
  const address = new URL(url);
  address.protocol = address.protocol.replace('ws', 'http');
  address.search = '';
  return fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PROBE_MS) }).then(
    ({ status }) => status === 426,
    () => false,
  );
}
