import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { WebSocketServer } from 'ws';
import type { Database } from '#db/kernel/client.ts';
import { prepareVisits } from '#db/realtime/rooms-access.ts';
import { CLOSE, LIMITS, type NewsTopic, type RoomRef } from '#shared/realtime/realtime.ts';
import { createTokenReader } from '../people/auth/session-token.ts';
import { Connection } from './connection.ts';
import { DocWorkers } from './doc/doc-workers.ts';
import { type Admitted, type Asked, createDoor, type DoorOptions, isOwnOrigin } from './door/door.ts';
import { HttpFallback } from './door/http-fallback.ts';
import { ignore, refuse } from './door/refuse-upgrade.ts';
import { SocketTransport, type Transport } from './door/transport.ts';
import { createFirstContent, type FirstContent } from './first-content.ts';
import { Inbox } from './inbox.ts';
import { Inflow } from './inflow.ts';
import type { Bus } from './instance/bus.ts';
import { createForgetting, type Forgetting } from './log/forgetting.ts';
import { type FindQuoted, LineageReader } from './log/lineage.ts';
import { packLogs } from './log/log-packing.ts';
import { createPastStates, type PastStates } from './log/past-states.ts';
import { Projector } from './projector.ts';
import { type RecheckScope, recheckConnections } from './recheck.ts';
import { RoomRegistry } from './room-registry.ts';
import { createServerWork, type ServerWork } from './server-work.ts';
import { SleepWatch } from './sleep-watch.ts';
import { type RoomsStats, SyncMetrics } from './sync-metrics.ts';

/** Live documents and boards: sockets in, updates to the database, states out. */
export interface Rooms extends ServerWork, PastStates, Forgetting, FirstContent {
  /** Takes an upgrade request for `/collab/{room}`: admits it, or refuses it with an HTTP status or a close code. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Answers any other request for `/collab/{room}`: the same over plain HTTP, where WebSockets are refused. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  /** Rights changed in SQL: decides again for the connections concerned, on every instance. Call after the commit. */
  recheck(scope: RecheckScope): void;
  /** Something beside the content changed in SQL: pages of this room, on every instance, look. May get lost. Call after the commit. */
  tellNews(room: string, topic: NewsTopic): void;
  /** A board or document was made in SQL with content in it: its tables follow as after any change. Call after the commit. */
  tellMade(room: string): void;
  /** Calls back whenever this process has brought the tables of a room up to date. */
  onProjected(listener: (ref: RoomRef) => void): void;
  /** Brings the tables up to date of rooms that no process is at; see `Projector`. */
  sweep(): Promise<void>;
  /** Packs what is old in the logs of all rooms, for `limitMs` at most. */
  packLogs(limitMs: number): Promise<number>;
  /** Starts what the first visitor would wait for. */
  warm(): void;
  /** Figures of the moment; and, for Prometheus, since the start. */
  stats(): RoomsStats;
  readonly metrics: Registry;
  /** Stores everything received, ends the sockets with 1012, stops the workers. */
  close(): Promise<void>;
}

interface RoomsOptions extends Omit<DoorOptions, 'db'> {
  readonly database: Database;
  /** ORIGIN, or null to accept this machine's own names. */
  readonly origin: string | null;
  readonly log: Logger;
  readonly findQuoted: FindQuoted;
  /** From a change to the tables that are made of it; a second and a half. */
  readonly projectAfterMs?: number | undefined;
  /** To the other instances on this database; without it they hear of each other by looking at the log. */
  readonly bus?: Bus | null;
}

/** How long a stop waits for the database before the sockets are ended, for the sockets, and for the rest. */
const STOP_MS = { store: 6_000, sockets: 2_500, rest: 6_000 } as const;
const RECHECK_RETRY_MS = 1_000;

/** Makes the live rooms of this process. */
export function createRooms(options: RoomsOptions): Rooms {
  const { database, auth, origin, log, now, bus = null, secondFactorRoles = [], findQuoted } = options;
  const { db } = database;
  const admit = createDoor({ db, auth, now, secondFactorRoles });
  const findVisits = prepareVisits(db, 'id', secondFactorRoles);
  const metrics = new SyncMetrics(stats);
  const workers = new DocWorkers(metrics);
  const lineage = new LineageReader({ run: database.run, workers, findQuoted, log, now });
  const delayMs = options.projectAfterMs;
  const projector = new Projector({ database, workers, lineage, log, now, delayMs });
  const registry = new RoomRegistry({
    run: database.run,
    locks: database.locks,
    workers,
    metrics,
    log,
    now,
    bus,
    isShared: !database.isEmbedded,
    onStored: (room) => projector.mark(room),
    onRecheckDue: recheck,
  });
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LIMITS.frame,
  });
  const fallback = new HttpFallback({
    origin,
    tokenOf: createTokenReader(auth),
    log,
    admit: ask,
    enter,
    isClosing: () => isClosing,
  });
  const connections = new Set<Connection>();
  const socketsOf = new Map<string, number>();
  const sleepWatch = new SleepWatch(() => {
    log.warn('the process was asleep: whoever is connected comes back and is admitted anew');
    for (const connection of connections) connection.startAnew();
  });
  const inflow = new Inflow();
  const ofInboxes = { workers, updateLog: registry.updateLog, sleepWatch, inflow, metrics, log, onFlood };
  let isClosing = false;
  /** Announced changes of rights: a newcomer admitted during one is looked at again. */
  let rechecks = 0;
  let slowedFloods = 0;

  function recheck(scope: RecheckScope): void {
    rechecks++;
    recheckConnections({ findVisits, now }, registry.all(), scope).catch((error: unknown) => {
      log.warn({ err: error }, 'rights could not be checked again, retrying');
      if (!isClosing) setTimeout(() => recheck(scope), RECHECK_RETRY_MS).unref();
    });
  }

  function onFlood({ userId }: Connection): void {
    slowedFloods++;
    log.debug({ userId }, 'a connection that sends too much is read more slowly');
  }

  function stats(): RoomsStats {
    let bufferedBytes = 0;
    for (const { buffered } of connections) bufferedBytes += buffered;
    const { uncommittedBytes } = registry.updateLog;
    return {
      rooms: registry.size,
      sockets: connections.size,
      httpSessions: fallback.size,
      people: socketsOf.size,
      uncommittedBytes,
      bufferedBytes,
      slowedFloods,
    };
  }

  async function ask(request: IncomingMessage): Promise<Asked> {
    const seenRechecks = rechecks;
    const admission = await admit(request);
    if ('refused' in admission) metrics.closed(admission.refused);
    return { ...admission, seenRechecks };
  }

  function enter(transport: Transport, { room: name, visitor, seenRechecks }: Admitted): void {
    const connection = new Connection(transport, visitor);
    transport.onClose((code) => metrics.closed(connection.closedWith ?? code));
    const own = socketsOf.get(connection.userId) ?? 0;
    if (isClosing || own >= LIMITS.socketsPerAccount) {
      connection.close(isClosing ? CLOSE.restart : CLOSE.tooMany, 'sockets');
      return;
    }
    connections.add(connection);
    socketsOf.set(connection.userId, own + 1);
    const inbox = new Inbox(connection, ofInboxes);
    transport.onMessage((data, isBinary) => inbox.receive(data, isBinary));
    transport.onBytes((bytes) => inbox.grow(bytes));
    transport.onClose(() => {
      inbox.close();
      connections.delete(connection);
      const left = (socketsOf.get(connection.userId) ?? 1) - 1;
      if (left > 0) socketsOf.set(connection.userId, left);
      else socketsOf.delete(connection.userId);
    });
    registry
      .use(name, (room) => {
        if (!connection.isOpen) return;
        transport.onClose(() => {
          room.leave(connection);
          registry.markPresence(room);
        });
        room.join(connection);
        inbox.open(room, () => registry.markPresence(room));
        if (seenRechecks !== rechecks) recheck({ userId: connection.userId, room: name });
      })
      .catch(() => connection.close(CLOSE.tryLater, 'load'));
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', ignore);
      if (isClosing) return refuse(socket, '503 Service Unavailable');
      if (!isOwnOrigin(request, origin)) return refuse(socket, '403 Forbidden');
      ask(request).then(
        (asked) =>
          server.handleUpgrade(request, socket, head, (ws) => {
            const transport = new SocketTransport(ws, socket);
            if ('refused' in asked) transport.close(asked.refused, asked.reason);
            else enter(transport, asked);
          }),
        (error: unknown) => {
          log.warn({ err: error }, 'a socket could not be admitted');
          refuse(socket, '503 Service Unavailable');
        },
      );
    },

    ...createServerWork({ run: database.run, registry, workers }),
    ...createFirstContent({ workers }),
    ...createPastStates({ run: database.run, workers }),
    ...createForgetting({ database, workers, registry }),
    handleRequest: (request, response) => fallback.handle(request, response),

    recheck(scope) {
      recheck(scope);
      registry.others.recheck(scope);
    },

    tellNews: (name, topic) => registry.tellNews(name, topic),
    tellMade: (name) => projector.markMade(name),
    onProjected: (listener) => projector.listen(listener),
    sweep: () => projector.sweep(),

    packLogs(limitMs) {
      const until = performance.now() + limitMs;
      const mayGoOn = () => !isClosing && performance.now() < until;
      return packLogs({ database, workers, log, now, mayGoOn });
    },

    warm: () => workers.warm(),
    stats,
    metrics: metrics.registry,
    async close() {
      isClosing = true;
      sleepWatch.stop();
      fallback.stop();
      registry.stop();
      projector.stop();
      await registry.updateLog.drain(STOP_MS.store);
      for (const connection of connections) connection.close(CLOSE.restart);
      const deadline = performance.now() + STOP_MS.sockets;
      while (connections.size > 0 && performance.now() < deadline) await wait(10);
      registry.others.stop();
      // What came while the goodbye was on its way is stored too.
      if (!(await registry.updateLog.drain(STOP_MS.rest)))
        log.error('stopped with updates that were never acknowledged');
      registry.updateLog.stop();
      await workers.close();
      await registry.snapshots.settle();
    },
  };
}
