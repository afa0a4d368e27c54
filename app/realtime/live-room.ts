import { readVarString, readVarUint } from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { CLOSE, DOCUMENT_SCHEMA, MESSAGE, parseRoom } from '#shared/realtime/realtime.ts';
import { createAbsence } from './absence.ts';
import { countingSocket } from './counting-socket.ts';
import { copyName } from './device-copies.ts';
import { openDeviceCopy } from './device-copy.ts';
import { askToStay, forgetPage, heedWindow } from './device-keeping.ts';
import { heldGeneration } from './generation.ts';
import { createLedger } from './ledger.ts';
import { chooseLine } from './line.ts';
import { createOwnClients } from './own-clients.ts';
import type { Renewed } from './renewed-copy.ts';
import { createProvider } from './room-provider.ts';
import { decideRoomState, OPENING, type RoomState } from './room-state.ts';
import { judgeSilence } from './silence.ts';
import { readAccess } from './told-access.ts';

/** A document or a board, open: shared with others through the server, kept on this device. */
export interface LiveRoom {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly provider: WebsocketProvider;
  getState(): RoomState;
  /** Calls back at each change of state, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Tries again after a final close (4429: too many at once). */
  reconnect(): void;
  /** [K4] Puts what this page and this device hold aside, so that the next page begins with the server's content. */
  putAside(): Promise<boolean>;
  destroy(): void;
}

export interface LiveRoomOptions {
  /** `document:<id>` or `board:<id>`. */
  readonly room: string;
  /** Whose copy this is: two accounts on one machine never share one. */
  readonly userId: string;
  /** What the page's loader knew, until the server says it. */
  readonly access: RoomAccess;
  /** What the page held when the room was opened last, under other clientIDs. */
  readonly renewed: Renewed | null;
  /** [R3] A clientID of this page is somebody else's: the room must be opened anew, with this. */
  readonly onRenewed: (renewed: Renewed) => void;
}

/** A device that does not answer must not keep the server waiting. */
const DEVICE_PATIENCE_MS = 800;
const WATCH_MS = 1_000;

/** Opens a room. Everything it starts is ended by `destroy`. */
export function openLiveRoom(options: LiveRoomOptions): LiveRoom {
  const { room, userId, renewed } = options;
  const doc = new Y.Doc();
  const ledger = createLedger();
  const absence = createAbsence();
  const listeners = new Set<() => void>();
  let state = OPENING;
  let { access } = options;
  let reason: string | null = null;
  let isOutdated = false;
  let closedWith: number | null = null;
  let sentAwayWith: number | null = null;
  let wasTried = false;
  let wasSynced = false;
  let isKnown = false;
  let lastProgress = 0;
  let isStalled = false;
  /** From a line that works to a better one: what waits is on its way, not held back. */
  let isMoving = false;
  let isDestroyed = false;

  // The order of the three matters, since each listens to the document: a change is written to the device, counted,
  // then sent.
  const device = openDeviceCopy(copyName(userId, room), doc, () => publish());
  if (renewed) Y.applyUpdate(doc, renewed.content);
  const clients = createOwnClients({
    name: copyName(userId, room),
    doc,
    comeBack: () => connect(),
    letGo: device.close,
    onRenewed: (content) => isDestroyed || options.onRenewed({ content, changes: ledger.pending }),
  });
  const isDocument = parseRoom(room)?.kind === 'document';
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === device.origin) return;
    ledger.changeMade();
    if (ledger.waiting === 0) lastProgress = Date.now();
    noteOnDevice();
    queueMicrotask(publish);
  });
  const line = chooseLine(() => {
    isMoving = provider.wsconnected;
    renew();
  });
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.origin === provider) absence.came(transaction);
  });
  const generation = heldGeneration(userId, room);
  const paramsNow = () => ({
    ack: '1',
    account: userId,
    client: clients.told,
    epoch: String(generation.held),
    ...(isDocument && { schema: String(DOCUMENT_SCHEMA) }),
  });
  const socket = countingSocket(line.open, (step) => {
    if (ledger.waiting === 0) lastProgress = Date.now();
    ledger.messageSent(step);
  });
  const provider = createProvider(room, doc, socket);

  provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) => {
    ledger.acknowledged(readVarUint(decoder));
    lastProgress = Date.now();
    isStalled = false;
    noteOnDevice();
    if (ledger.isSettled) device.forgetEarlier();
    publish();
  };
  provider.messageHandlers[MESSAGE.schema] = (_encoder, decoder) => {
    const wanted = readVarUint(decoder);
    if (wanted <= DOCUMENT_SCHEMA) return;
    // An editor of the older schema would delete what it does not know: nothing newer may reach this document.
    isOutdated = true;
    provider.disconnect();
    publish();
  };
  provider.messageHandlers[MESSAGE.epoch] = (_encoder, decoder) => {
    const told = readVarUint(decoder);
    // Another than the one held: the server closes with 4410, and nothing of either side is taken.
    if (generation.held === 0) generation.hold(told);
    provider.params = paramsNow();
  };
  provider.messageHandlers[MESSAGE.news] = () => undefined;
  provider.messageHandlers[MESSAGE.taken] = (_encoder, decoder) => clients.hear(decoder);
  provider.messageHandlers[MESSAGE.access] = (_encoder, decoder) => {
    ({ access, reason } = readAccess(readVarString(decoder)));
    publish();
  };

  provider.on('status', ({ status }) => {
    if (status === 'connected') isMoving = false;
    if (status !== 'connecting') {
      ledger.connectionChanged();
      wasTried = true;
    }
    publish();
  });
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced && !wasSynced) device.noteSynced(generation.held);
    wasSynced ||= isSynced;
    if (isSynced) sentAwayWith = null;
    publish();
  });
  provider.on('connection-close', (event) => {
    if (event) isMoving = false;
    if (event?.code === CLOSE.restart || event?.code === CLOSE.tryLater) sentAwayWith = event.code;
    wasTried = true;
    publish();
  });
  provider.on('closed', ({ code, reason: why }) => {
    const isForAuthor = code === CLOSE.forbidden && why === 'author';
    if (isForAuthor && clients.refused()) return;
    // A change in another account's name was refused: the room is still ours to read.
    closedWith = isForAuthor ? CLOSE.reload : code;
    // Somebody who may no longer read keeps no copy, unless it holds work that exists nowhere else.
    if (isTaken() && ledger.pending === 0) void forget();
    if (isTaken()) forgetPage(room);
    publish();
  });

  /** The server has taken the room away from this person. */
  function isTaken() {
    return closedWith === CLOSE.forbidden || closedWith === CLOSE.gone;
  }

  /** Nothing of the room stays on this device. */
  function forget() {
    generation.hold(0);
    return device.clear();
  }

  function noteOnDevice() {
    // Those of earlier visits stand there already, each under its own visit.
    device.note(ledger.made, ledger.unstored);
  }

  function publish() {
    if (isDestroyed) return;
    const isConnected = (provider.wsconnected || isMoving) && !isStalled;
    const { pending, isSettled, delivered } = ledger;
    const isAway = !isConnected && closedWith === null && (wasTried || pending > 0);
    absence.look({ isAway, isSettled: isConnected && provider.synced && isSettled, delivered });
    if (isAway && pending > 0) askToStay();
    const next = decideRoomState({
      access,
      reason,
      isOutdated,
      closedWith,
      sentAwayWith,
      isHidden: isTaken(),
      isConnected,
      isFallback: line.isFallback,
      wasTried,
      isSynced: provider.synced,
      isSettled,
      pending,
      onDevice: pending - Math.max(0, ledger.made - Math.max(ledger.stored, device.written)),
      isKept: device.isUsable,
      returned: absence.returned,
      hasContent: !isOutdated && (wasSynced || isKnown),
    });
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function connect() {
    void line.whenReady.then(() => {
      provider.params = paramsNow();
      if (!isDestroyed && !isOutdated && closedWith === null) provider.connect();
    });
  }

  // The device first: then the server sends, and is sent, only what the other does not have.
  const patience = setTimeout(connect, DEVICE_PATIENCE_MS);
  device.whenLoaded.then((found) => {
    if (isDestroyed) return;
    isKnown = renewed !== null || (found !== null && (found.wasSynced || doc.store.clients.size > 0));
    if (isDocument && found) {
      isOutdated ||= found.schema > DOCUMENT_SCHEMA;
      if (found.schema < DOCUMENT_SCHEMA) device.noteSchema(DOCUMENT_SCHEMA);
    }
    if (found?.changes) absence.begin(ledger.delivered);
    ledger.carry(Math.max(found?.changes ?? 0, renewed?.changes ?? 0));
    if (ledger.isSettled) device.forgetEarlier();
    clearTimeout(patience);
    clients.carry(found?.clientIds ?? []);
    // A slow device: the server must hear of earlier clientIDs before it hears of what was written under them. What it has taken meanwhile
    // is no reason to leave it: the end of that absence would be told and forgotten at once.
    (found?.changes && !ledger.isSettled ? renew : connect)();
    publish();
  });

  const watch = setInterval(() => {
    const silence = judgeSilence(Math.max(lastProgress, provider.wsLastMessageReceived), {
      isWaiting: provider.wsconnected && ledger.waiting > 0,
      isUnanswered: provider.wsconnected && !provider.synced && (wasSynced || isKnown),
    });
    ({ isStalled } = silence);
    if (silence.isDead) renew();
    publish();
  }, WATCH_MS);

  /** A socket that lost its network says nothing for a long time: a new one tells at once. */
  function renew() {
    if (provider.ws) provider.disconnect();
    connect();
  }

  const isInTabOnly = () => ledger.made > Math.max(ledger.stored, device.written);
  const stopHeeding = heedWindow({ online: connect, offline: renew, mustAsk: isInTabOnly });

  return {
    doc,
    awareness: provider.awareness,
    provider,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reconnect() {
      closedWith = null;
      connect();
      publish();
    },
    async putAside() {
      const { putAside } = await import('./aside.ts');
      const isAside = await putAside(doc, { userId, room, changes: ledger.pending, at: new Date() });
      if (isAside) await forget();
      return isAside;
    },
    destroy() {
      isDestroyed = true;
      clearTimeout(patience);
      clearInterval(watch);
      stopHeeding();
      line.destroy();
      provider.destroy();
      provider.awareness.destroy();
      device.close();
      doc.destroy();
    },
  };
}
