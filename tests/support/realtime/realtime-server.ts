/**
 * The live rooms and the REST door as a process of their own, for tests that kill it: the same lock, database and rooms as
 * the product, without its pages. Reads DATA_DIR, DATABASE_URL, REDIS_URL and PORT; prints `ready <port>` once it serves.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import pino from 'pino';
import { createBoardExchange } from '#server/boards/board-exchange.ts';
import { createContents } from '#server/documents/content/contents.ts';
import { createConversions } from '#server/documents/conversion/conversions.ts';
import { createDocuments } from '#server/documents/documents.ts';
import { keptSecret, openDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { readEnv } from '#server/kernel/env.ts';
import { createFiles } from '#server/kernel/file/files.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { createHeldBodies, createRequestShares } from '#server/kernel/http/held-bodies.ts';
import { joinInstances } from '#server/kernel/join-instances.ts';
import { createResources } from '#server/library/resource/resources.ts';
import { createApi } from '#server/operations/api/api.ts';
import { createAuth } from '#server/people/auth/auth.ts';
import { authHandler } from '#server/people/auth/auth-handler.ts';
import { createPublicStates } from '#server/publication/public-document/public-states.ts';
import { createRooms } from '#server/realtime/rooms.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL });
const dataDir = await openDataDir(env);
const database = await openDatabase(env, dataDir.path);
const instances = await joinInstances(env, database, log);
const auth = createAuth({
  db: database.db,
  secret: await keptSecret(dataDir.path),
  origin: env.ORIGIN ?? null,
  fallbackOrigin: `http://localhost:${env.PORT}`,
  sendPasswordReset: async () => undefined,
  onSessionEnd: (userId) => rooms.recheck({ userId }),
  counters: instances?.counters,
});
const rooms = createRooms({
  database,
  auth,
  origin: env.ORIGIN ?? null,
  log,
  now: () => new Date(),
  bus: instances?.bus ?? null,
  findQuoted: async () => [],
});
const now = () => new Date();
const newId = () => randomUUID();
const origin = `http://localhost:${env.PORT}`;
const store = createFolderStore(join(dataDir.path, 'files'));
const files = createFiles({
  register: (by, file) => operationsOn(database.db).run('file.register', { userId: by }, file),
  store,
  maxBytes: 1024 * 1024,
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
  newId,
  maxUploadBytes: 1024 * 1024,
});
const operations = operationsOn(database.db, { rooms, origin });
const http = express();
http.get('/readyz', (_request, response) => void response.end());
http.all('/api/auth/{*path}', authHandler({ auth, heldBodies: createHeldBodies(), database }));
http.use(
  '/api/v1',
  createApi({
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
    operations,
    documents: createDocuments({ db: database.db, rooms, newId }),
    publicStates: createPublicStates({ db: database.db, rooms, newId }),
    resources: createResources({
      db: database.db,
      store,
      onNewFile: async () => undefined,
      isScanned: false,
      maxBytes: 1024 * 1024,
      log,
      now,
      newId,
    }),
    log,
    now,
    newId,
  }),
);
http.use((request, response) => rooms.handleRequest(request, response));
const server = createServer(http);
server.on('upgrade', (request, socket, head) => rooms.handleUpgrade(request, socket, head));
server.listen({ port: env.PORT, host: env.HOST, backlog: 4096 }, () => console.log(`ready ${env.PORT}`));

process.on('SIGTERM', async () => {
  server.close();
  conversions.close();
  await rooms.close();
  await instances?.close();
  server.closeAllConnections();
  await database.close();
  await dataDir.release();
  process.exit(0);
});
