import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import express from 'express';
import pino, { type Logger } from 'pino';
import type { Database } from '#db/kernel/client.ts';
import { findQuoted } from '#db/search/find-quoted.ts';
import {
  aBoard,
  aDocument,
  aGroup,
  aMember,
  anOrganisation,
  aPerson,
  type Site,
} from '#db/seed/builders/builders.ts';
import { createBoardExchange } from '#server/boards/board-exchange.ts';
import { createContents } from '#server/documents/content/contents.ts';
import { type Conversions, createConversions } from '#server/documents/conversion/conversions.ts';
import { createDocuments } from '#server/documents/documents.ts';
import { readEnv } from '#server/kernel/env.ts';
import { createFiles, type Files } from '#server/kernel/file/files.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { createHeldBodies, createRequestShares } from '#server/kernel/http/held-bodies.ts';
import { metricsRoute } from '#server/kernel/http/metrics.ts';
import { createPeers, stampPeer } from '#server/kernel/http/peer.ts';
import { createResources } from '#server/library/resource/resources.ts';
import { uploadDoor } from '#server/library/resource/upload-door.ts';
import { calendarDoor } from '#server/meetings/calendar/calendar-door.ts';
import { createApi, describeApi } from '#server/operations/api/api.ts';
import { createApiRate } from '#server/operations/api/api-rate.ts';
import { mcpDoor } from '#server/operations/mcp/mcp-door.ts';
import { createAuth } from '#server/people/auth/auth.ts';
import { authHandler } from '#server/people/auth/auth-handler.ts';
import { createPublicStates } from '#server/publication/public-document/public-states.ts';
import type { Bus } from '#server/realtime/instance/bus.ts';
import { createRooms, type Rooms } from '#server/realtime/rooms.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import { openFreshDatabase } from './database.ts';
import { operationsOn } from './kernel/operations.ts';
import { watchAnswers } from './operations/conforming-answers.ts';

export const METRICS_TOKEN = 'a token for the tests of metrics';
const PASSWORD = 'demonstration-2023';
let passwordHash: Promise<string> | undefined;

/** A person of the test who has signed in. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
  readonly token: string;
}

/** Live rooms and the REST door behind a real HTTP server on a free port, with our sign-in. */
export interface TestServer {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly files: Files;
  readonly conversions: Conversions;
  readonly site: Site;
  readonly port: number;
  readonly origin: string;
  /** Where the bytes of files are. */
  readonly folder: string;
  /** The group that `person` and `document` use. */
  readonly groupId: string;
  /** A new person with this role in the group (none: an outsider), signed in. */
  person(options?: { role?: GroupRole; name?: string; organisationId?: string }): Promise<SignedIn>;
  /** The room of a new, empty document of the group. */
  document(): Promise<{ id: string; room: string }>;
  /** The room of a new, empty board of the group. */
  board(): Promise<{ id: string; room: string }>;
  /** The room of a new document of a group in which nobody is. */
  foreignDocument(): Promise<{ id: string; room: string }>;
  /** Stops the rooms and the HTTP server, and starts others on the same database and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly database?: Database;
  /** ORIGIN, as an operator sets it. */
  readonly ownOrigin?: string;
  readonly log?: Logger;
  /** To other instances on the same database. */
  readonly bus?: Bus;
  /** Of a file of a resource. */
  readonly resourceMaxBytes?: number;
  /** `0` switches the Model Context Protocol off. */
  readonly mcp?: '0' | '1';
}

/** Starts one, on a database of its own unless one is given. */
export async function startTestServer(options: Options = {}): Promise<TestServer> {
  const database = options.database ?? (await openFreshDatabase());
  const site: Site = { db: database.db, now, newId };
  let running = await start(database, 0, options);
  const { port } = running;
  const author = await aPerson(site, { name: 'Autrice des objets' });
  const group = await aGroup(site);
  const city = await anOrganisation(site);

  return {
    database,
    site,
    port,
    origin: `http://localhost:${port}`,
    groupId: group.id,
    get folder() {
      return running.folder;
    },
    get rooms() {
      return running.rooms;
    },
    get files() {
      return running.files;
    },
    get conversions() {
      return running.conversions;
    },
    async person({ role, name, organisationId } = {}) {
      passwordHash ??= hashPassword(PASSWORD);
      const person = await aPerson(site, {
        ...(name ? { name } : {}),
        organisationId: organisationId ?? city.id,
        passwordHash: await passwordHash,
      });
      if (role) await aMember(site, { groupId: group.id, userId: person.id, role });
      return { id: person.id, name: person.name, ...(await signIn(port, person.email)) };
    },
    async document() {
      const { id } = await aDocument(site, { groupId: group.id, createdBy: author.id });
      return { id, room: `document:${id}` };
    },
    async board() {
      const { id } = await aBoard(site, { groupId: group.id, createdBy: author.id });
      return { id, room: `board:${id}` };
    },
    async foreignDocument() {
      const foreign = await aGroup(site, { name: 'Un autre groupe' });
      const { id } = await aDocument(site, { groupId: foreign.id, createdBy: author.id });
      return { id, room: `document:${id}` };
    },
    async restart() {
      await running.stop();
      running = await start(database, port, options);
    },
    async close() {
      await running.stop();
      if (!options.database) await database.close();
    },
  };
}

const now = () => new Date();
const newId = () => randomUUID();

async function start(database: Database, port: number, options: Options) {
  const { ownOrigin = null, bus = null, log = pino({ level: 'silent' }) } = options;
  const { resourceMaxBytes = 30 * 1024 * 1024 } = options;
  const server = createServer();
  const actualPort = await listen(server, port);
  const auth = createAuth({
    db: database.db,
    secret: 'a secret for tests that is long enough',
    origin: ownOrigin,
    fallbackOrigin: `http://localhost:${actualPort}`,
    sendPasswordReset: async () => undefined,
  });
  const rooms = createRooms({
    ...{ database, auth, origin: ownOrigin, log, now, bus },
    findQuoted: (asked) => findQuoted(database.db, { ...asked, now: now() }),
    projectAfterMs: 50,
  });
  const folder = await mkdtemp(join(tmpdir(), 'cordee-files-'));
  const origin = ownOrigin ?? `http://localhost:${actualPort}`;
  const store = createFolderStore(folder);
  const files = createFiles({
    register: (by, file) => operationsOn(database.db).run('file.register', { userId: by }, file),
    store,
    maxBytes: 20 * 1024 * 1024,
    now,
    newId,
  });
  const conversions = createConversions({
    db: database.db,
    rooms,
    files,
    origin,
    log,
    now,
    maxUploadBytes: 20 * 1024 * 1024,
    newId,
  });
  const resources = createResources({
    db: database.db,
    store,
    onNewFile: async () => undefined,
    isScanned: false,
    maxBytes: resourceMaxBytes,
    log,
    now,
    newId,
  });
  const http = express();
  const env = readEnv({
    METRICS_TOKEN,
    SECOND_FACTOR: '0',
    DATA_DIR: folder,
    MCP: options.mcp,
    ...(ownOrigin ? { ORIGIN: ownOrigin } : {}),
  });
  const operations = operationsOn(database.db, { rooms, origin });
  http.use(stampPeer(createPeers([])));
  http.use(metricsRoute({ env, rooms }));
  http.all('/api/auth/{*path}', authHandler({ auth, heldBodies: createHeldBodies(), database }));
  const { watch, faults } = watchAnswers(describeApi(origin));
  const services = {
    ...createRequestShares(),
    env,
    origin,
    database,
    db: database.db,
    auth,
    rooms,
    conversions,
    contents: createContents({ database, rooms, convert: conversions.convert, origin, log, now, newId }),
    boardExchange: createBoardExchange({ db: database.db, rooms, operations, now, newId }),
    resources,
    documents: createDocuments({ db: database.db, rooms, newId }),
    publicStates: createPublicStates({ db: database.db, rooms, newId }),
    operations,
    log,
    now,
    newId,
  };
  const rate = createApiRate();
  http.use('/api/v1', watch, createApi(services, rate));
  http.use('/mcp', mcpDoor(services, rate));
  http.use(paths.uploads(), uploadDoor({ auth, env, log, db: database.db, resources, now }));
  http.get(paths.calendarFeed(':token'), calendarDoor({ db: database.db, origin, now }));
  http.use((request, response, next) =>
    request.path.startsWith('/collab/') ? rooms.handleRequest(request, response) : next(),
  );
  server.on('request', http);
  server.on('upgrade', (request, socket, head) => rooms.handleUpgrade(request, socket, head));
  return {
    port: actualPort,
    folder,
    rooms,
    files,
    conversions,
    async stop() {
      server.close();
      conversions.close();
      await rooms.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
      // [I6] Whatever a test asked of REST, its answers are as the OpenAPI page describes them.
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => {
      const address = server.address() as AddressInfo;
      resolve(address.port);
    });
  });
}

/** Signs in as a page does. */
export async function signIn(port: number, email: string): Promise<{ cookie: string; token: string }> {
  const response = await fetch(`http://localhost:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  const token = response.headers.get('set-auth-token');
  if (!cookie || !token) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  return { cookie, token };
}
