import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashPassword } from 'better-auth/crypto';
import type { RequestHandler } from 'express';
import pino from 'pino';
import { hasAnyPerson } from '#db/people.ts';
import { ensureSeason } from '#db/seasons.ts';
import { demoPassword } from '#db/seed/demo/people.ts';
import { installDemo } from '#db/seed/install-demo.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { server as words } from '#shared/messages/fr/server.ts';
import { createAuth } from './auth/auth.ts';
import { createBoardExchange } from './boards/board-exchange.ts';
import { createBoards } from './boards/boards.ts';
import { repeatQueue } from './boards/repeat-queue.ts';
import { calendarDoor } from './calendar/calendar-door.ts';
import { createConversions } from './conversion/conversions.ts';
import { keptSecret, openDataDir } from './data-dir.ts';
import { openDatabase } from './database.ts';
import { accessRequestQueue, createAccessRequests } from './documents/access-requests.ts';
import { createDocuments } from './documents/documents.ts';
import { readEnv } from './env.ts';
import { createFileStore } from './files/file-store.ts';
import { createFiles } from './files/files.ts';
import { createHttp } from './http/create-http.ts';
import { startJobs } from './jobs/jobs.ts';
import { joinInstances } from './join-instances.ts';
import { createMailFolder } from './mail/mail-folder.ts';
import { createMailer, mailQueue } from './mail/mailer.ts';
import { passwordResetLetter } from './mail/password-reset.ts';
import { createSeal } from './mail/seal.ts';
import { createInvitations } from './people/invitations.ts';
import { packingQueue } from './realtime/packing-queue.ts';
import { createRooms } from './realtime/rooms.ts';
import type { Services } from './services.ts';
import { StartRefusal } from './start-refusal.ts';
import { createTerritories } from './territories/territories.ts';
import { trashQueue } from './trash/trash-queue.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts everything, prints one line that ends with the address, and stops on SIGTERM or SIGINT.
 * @throws {StartRefusal} when it cannot start, with what to do about it.
 */
export async function serve(): Promise<void> {
  const env = readEnv();
  const log = pino({ level: env.LOG_LEVEL });
  const dataDir = await openDataDir(env);
  const server = createServer();
  const port = await listen(server, env.PORT, env.HOST);
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '2' }).end();
  };
  server.on('request', (request, response) => answer(request, response));
  const origin = env.ORIGIN ?? `http://localhost:${port}`;

  if (!env.DATABASE_URL) console.log(words.openingEmbedded(dataDir.path));
  const database = await openDatabase(env, dataDir.path);
  const now = () => new Date();
  const newId = () => randomUUID();
  await ensureSeason(database.db, programmeSeason, newId);
  await database.locks.holding('demonstration', async () => {
    if (!env.DEMO || (await hasAnyPerson(database.db))) return;
    console.log(words.seeding);
    await installDemo(database, { now: now(), newId, passwordHash: await hashPassword(demoPassword) });
  });
  const { db } = database;
  const secret = env.SESSION_SECRET ?? (await keptSecret(dataDir.path));
  const folder = createMailFolder(join(dataDir.path, 'mails'));
  const seal = createSeal(secret);
  const outbox = mailQueue({ seal, from: env.MAIL_FROM, smtpUrl: env.SMTP_URL, folder, log, now });
  const jobs = await startJobs({
    database,
    log,
    queues: [
      outbox,
      packingQueue(() => rooms),
      trashQueue({ db, rooms: () => rooms, log, now }),
      repeatQueue({ db, rooms: () => rooms, log, now }),
      accessRequestQueue({ db, mailer: () => mailer, origin, now }),
    ],
  });
  const mailer = createMailer({ jobs, seal, newId });
  const invitations = createInvitations({ db, mailer, origin, now, newId });
  const instances = await joinInstances(env, database, log);
  const auth = createAuth({
    db,
    secret,
    origin: env.ORIGIN ?? null,
    fallbackOrigin: origin,
    sendPasswordReset: ({ token, ...to }) => mailer.send(db, to, passwordResetLetter(origin, token)),
    onSessionEnd: (userId) => rooms.recheck({ userId }),
    counters: instances?.counters,
    log,
  });
  const rooms = createRooms({
    database,
    auth,
    origin: env.ORIGIN ?? null,
    log,
    now,
    bus: instances?.bus ?? null,
  });
  const documents = createDocuments({ db, rooms, now, newId });
  const accessRequests = createAccessRequests({
    db,
    jobs,
    mailer,
    rooms,
    origin,
    counters: instances?.counters,
    now,
    newId,
  });
  const boards = createBoards({ db, rooms, now, newId });
  const files = createFiles({
    db: database.db,
    store: createFileStore(join(dataDir.path, 'files')),
    maxBytes: env.UPLOAD_MAX_MB * 1024 * 1024,
    now,
    newId,
  });
  const conversions = createConversions({
    db,
    rooms,
    files,
    origin,
    log,
    now,
    newId,
    maxUploadBytes: env.UPLOAD_MAX_MB * 1024 * 1024,
  });
  const territories = createTerritories({ db: database.db, now });
  const services: Services = {
    env,
    origin,
    database,
    db,
    auth,
    rooms,
    documents,
    accessRequests,
    boardExchange: createBoardExchange({ db, rooms, now, newId }),
    boards,
    files,
    conversions,
    territories,
    mailer,
    mailFolder: env.SMTP_URL ? null : folder,
    invitations,
    calendarDoor: calendarDoor({ db, origin, now, counters: instances?.counters }),
    log,
    now,
    newId,
  };

  let isStopping = false;
  const { pages, client } = await loadPages(services, server);
  answer = createHttp({ services, pages, client, isStopping: () => isStopping });
  server.on('upgrade', (request, socket, head) => {
    // In development Vite's own socket lives on the same port; it is not ours to refuse.
    if (request.url?.startsWith('/collab/')) rooms.handleUpgrade(request, socket, head);
    else if (env.NODE_ENV !== 'development') socket.destroy();
  });

  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    conversions.close();
    console.log(words.stopping);
    server.close();
    server.closeIdleConnections();
    await Promise.all([rooms.close(), jobs.stop()]);
    server.closeAllConnections();
    await instances?.close();
    await database.close();
    await dataDir.release();
    console.log(words.stopped);
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(words.ready(origin));
  rooms.warm();
}

/** The port is taken before the database is opened: a second process fails before it touches anything. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new StartRefusal(words.portTaken(port)) : error);
    });
    // A storm of reconnections at a deploy must not be refused by the kernel.
    server.listen({ port, host, backlog: 4096 }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function loadPages(
  services: Services,
  server: Server,
): Promise<{ pages: RequestHandler; client: string | RequestHandler }> {
  if (services.env.NODE_ENV === 'development') {
    const vite = await import('vite').then(({ createServer: createVite }) =>
      createVite({ root, server: { middlewareMode: true, hmr: { server } } }),
    );
    const pages: RequestHandler = async (request, response, next) => {
      try {
        const { createPages } = await vite.ssrLoadModule('./server/app.ts');
        await createPages(services)(request, response, next);
      } catch (error) {
        if (error instanceof Error) vite.ssrFixStacktrace(error);
        next(error);
      }
    };
    return { pages, client: vite.middlewares };
  }
  const built = new URL('../build/server/index.js', import.meta.url);
  if (!existsSync(built)) throw new StartRefusal(words.buildMissing);
  const { createPages } = await import(built.href);
  return { pages: createPages(services), client: `${root}build/client` };
}
