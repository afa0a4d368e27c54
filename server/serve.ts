import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { findQuoted } from '#db/search/find-quoted.ts';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import type { Begun } from './begin.ts';
import { createBoardExchange } from './boards/board-exchange.ts';
import { createBoards } from './boards/boards.ts';
import { createHttp } from './create-http.ts';
import { createSuggestions } from './documents/comment/suggestions.ts';
import { createContents } from './documents/content/contents.ts';
import { createConversions } from './documents/conversion/conversions.ts';
import { createDocuments } from './documents/documents.ts';
import { createExcerpts } from './documents/excerpt/excerpts.ts';
import { createExactTexts } from './documents/history/exact-texts.ts';
import { ensureFirstData } from './first-data.ts';
import { keptSecret } from './kernel/data-dir.ts';
import { heardBy } from './kernel/effects.ts';
import { createFiles } from './kernel/file/files.ts';
import { checkFileStore, openFileStore } from './kernel/file/open-file-store.ts';
import { cutEndless } from './kernel/http/body-length.ts';
import { createRequestShares } from './kernel/http/held-bodies.ts';
import { createPeers } from './kernel/http/peer.ts';
import { withRequestId } from './kernel/http/request-id.ts';
import { startJobs } from './kernel/job/jobs.ts';
import { joinInstances } from './kernel/join-instances.ts';
import { loadPages } from './kernel/load-pages.ts';
import { createMailer } from './kernel/mail/mailer.ts';
import { passwordResetLetter } from './kernel/mail/password-reset.ts';
import { createOperations } from './kernel/operations.ts';
import { createOutside } from './kernel/outside/outside.ts';
import { createSignature } from './kernel/signature.ts';
import { stopOnSignal } from './kernel/stop-on-signal.ts';
import { tracedRequests } from './kernel/tracing/traced-requests.ts';
import { createChecks } from './library/dataset/checks.ts';
import { createDataGouv } from './library/dataset/data-gouv.ts';
import { createDataNeeds } from './library/need/data-needs.ts';
import { RESOURCE_FILES } from './library/resource/read-files.ts';
import { createResources } from './library/resource/resources.ts';
import { calendarDoor } from './meetings/calendar/calendar-door.ts';
import { createOutcomes } from './meetings/decision/outcomes.ts';
import { createMeetingMinutes } from './meetings/held/minutes.ts';
import { readAnswerLink } from './meetings/meeting/answer-links.ts';
import { createReminderPreview } from './meetings/meeting/meeting-reminders.ts';
import { createUnsubscribeLinks } from './news/notification/unsubscribe-links.ts';
import { describeApi } from './operations/api/api.ts';
import { createOpenArchives } from './operations/archive/open-archives.ts';
import { finishRestoration } from './operations/backup/restore-backup.ts';
import { erasedAccounts } from './operations/personal-data/erased-accounts.ts';
import { createOwnDataExports } from './operations/personal-data/own-data.ts';
import { createPlatformState } from './operations/state/platform-state.ts';
import { createWebhooks } from './operations/webhook/webhooks.ts';
import { createOutbox } from './outbox.ts';
import { createAuth } from './people/auth/auth.ts';
import { createDeviceSeal } from './people/auth/device-seal.ts';
import { readNewPassword } from './people/auth/new-password.ts';
import { createCookieRenewal, type Secrets } from './people/auth/older-secrets.ts';
import { createWaysIn } from './people/auth/ways-in.ts';
import { createAccountNotices } from './people/person/account-notices.ts';
import { createApplicationFiles } from './programme/application/application-files.ts';
import { createApplications } from './programme/application/applications.ts';
import { listOwnEvents } from './programme/event/own-calendar.ts';
import { createMissions } from './programme/mission/missions.ts';
import { createTerritories } from './programme/territory/territories.ts';
import { createPublicStates } from './publication/public-document/public-states.ts';
import { createSynthesisAssembly } from './publication/synthesis/synthesis-assembly.ts';
import { everyQueue } from './queues.ts';
import { createRooms } from './realtime/rooms.ts';
import { registry } from './registry.ts';
import { createReviews } from './reviews/reviews.ts';
import { startEveryRound } from './rounds.ts';
import type { Services } from './services.ts';

/** People and programs hear of what happened some seconds after; each look is one statement when there is nothing. */
const TOLD_EVERY_MS = 3_000;

/**
 * Creates every live thing on what was begun, prints one line that ends with the address, and stops on SIGTERM or SIGINT.
 * @throws {StartRefusal} when it cannot, with what to do about it.
 */
export async function serve({
  env,
  log,
  tracing,
  dataDir,
  database: opened,
  server,
  answer,
  origin,
}: Begun): Promise<void> {
  await finishRestoration(opened, dataDir.path);
  const now = () => new Date();
  const newId = () => randomUUID();
  await ensureFirstData(opened, { isDemo: Boolean(env.DEMO), now, newId });
  const db = heardBy({ db: opened.db, hearing: () => rooms, log });
  const database = { ...opened, db };
  const secrets: Secrets = env.SESSION_SECRET ?? [await keptSecret(dataDir.path)];
  const renewCookies = createCookieRenewal(secrets);
  const ofMails = { env, folder: dataDir.path, secrets, db, log, now };
  const { seal, folder, outbox, tryMail, book } = createOutbox(ofMails);
  const signature = createSignature(...secrets);
  const links = { origin, unsubscribe: createUnsubscribeLinks(signature) };
  const store = await openFileStore(env, dataDir.path);
  await checkFileStore(store, log);
  const erased = erasedAccounts(dataDir.path);
  const outside = createOutside({ isOn: env.OUTSIDE, allow: env.OUTSIDE_ALLOW });
  const webhooks = createWebhooks({
    ...{ db, secrets, outside, origin, log, now, newId },
    jobs: () => jobs,
    mailer: () => mailer,
  });
  const everything = Promise.withResolvers<void>();
  const jobs = await startJobs({
    database,
    log,
    whenMade: everything.promise,
    queues: everyQueue({
      ...{
        database,
        outbox,
        webhooks,
        store,
        folder,
        seal,
        erased,
        outside,
        links,
        signature,
        log,
        now,
        newId,
      },
      clamdUrl: env.CLAMD_URL,
      rooms: () => rooms,
      mailer: () => mailer,
      later: () => services,
    }),
  });
  const mailer = createMailer({ jobs, seal, newId, book });
  const notices = createAccountNotices({ db, mailer, origin, log, now });
  const instances = await joinInstances(env, database, log);
  const auth = createAuth({
    db,
    secret: secrets[0],
    origin: env.ORIGIN ?? null,
    fallbackOrigin: origin,
    sendPasswordReset: ({ token, ...to }) =>
      mailer.send(db, to, passwordResetLetter(origin, token), 'server'),
    onSessionEnd: (userId) => rooms.recheck({ userId }),
    onAccountChange: (userId, change) => notices.tell(userId, change),
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
    findQuoted: (asked) => findQuoted(db, { ...asked, now: now() }),
    secondFactorRoles: env.secondFactorRoles,
  });
  const documents = createDocuments({ db, rooms, newId });
  const exactTexts = createExactTexts({ rooms });
  const meetingMinutes = createMeetingMinutes({ db, rooms, documents, exactTexts, now, newId });
  const ofRequests = { db, mailer, rooms, origin, counters: instances?.counters, now, newId };
  const operations = createOperations(registry, { ...ofRequests, jobs, signature, from: env.MAIL_FROM, log });
  const outcomes = createOutcomes({ database, rooms, log, now, newId });
  const excerpts = createExcerpts({ database, rooms, operations, log, now, newId });
  const rounds = startEveryRound({
    ...{ db, rooms, outcomes, excerpts, mailer, links, webhooks, log, now, newId },
    everyMs: TOLD_EVERY_MS,
  });
  const boards = createBoards({ db, rooms, operations, now, newId });
  const maxUploadBytes = env.UPLOAD_MAX_MB * 1024 * 1024;
  const files = createFiles({
    ...{ store, clamdUrl: env.CLAMD_URL, maxBytes: maxUploadBytes, now, newId },
    register: (by, file) => operations.run('file.register', { userId: by }, file),
  });
  const conversions = createConversions({ db, rooms, files, origin, log, now, newId, maxUploadBytes });
  const checks = createChecks({ db, folder: join(dataDir.path, 'checks'), log, now, newId });
  const peers = createPeers(env.TRUSTED_PROXIES, log);
  const ofState = { ...ofRequests, database, env, store, jobs, tryMail, instances, peers, log };
  const platformState = createPlatformState(ofState);
  const resources = createResources({
    db,
    store,
    onNewFile: () => jobs.send(db, RESOURCE_FILES, {}),
    isScanned: env.CLAMD_URL !== undefined,
    maxBytes: env.RESOURCE_MAX_MB * 1024 * 1024,
    log,
    now,
    newId,
  });
  const services: Services = {
    env,
    origin,
    database,
    db,
    auth,
    ...createRequestShares(),
    peers,
    readNewPassword,
    deviceSeal: createDeviceSeal(secrets),
    waysIn: createWaysIn({ ...ofRequests, auth, signature, settings: env.providers, notices, log }),
    rooms,
    signature,
    operations,
    applications: createApplications({ db, rooms, operations }),
    applicationFiles: createApplicationFiles({ db, store, clamdUrl: env.CLAMD_URL, operations, newId }),
    documents,
    suggestions: createSuggestions({ db, rooms, operations }),
    exactTexts,
    excerpts,
    publicStates: createPublicStates({ db, rooms, newId }),
    reviews: createReviews({ db, rooms, exactTexts }),
    meetingMinutes,
    missions: createMissions({
      ...ofRequests,
      store,
      uploads: resources.uploads,
      clamdUrl: env.CLAMD_URL,
      exactTexts,
    }),
    synthesisAssembly: createSynthesisAssembly({ rooms, operations }),
    dataNeeds: createDataNeeds({ db, rooms, now, newId }),
    boardExchange: createBoardExchange({ db, rooms, operations, now, newId }),
    boards,
    outcomes,
    files,
    conversions,
    contents: createContents({ database, rooms, convert: conversions.convert, origin, log, now, newId }),
    outside,
    resources,
    checks,
    dataGouv: createDataGouv({ outside, address: env.DATA_GOUV_URL }),
    territories: createTerritories({ db, now }),
    webhooks,
    mailer,
    mailFolder: env.SMTP_URL ? null : folder,
    apiPage: () => describeApi(origin),
    ownDataExports: createOwnDataExports({ db, store, now }),
    openArchives: createOpenArchives({ db, store, now }),
    unsubscribeLinks: links.unsubscribe,
    readAnswerLink: (token) => readAnswerLink(signature, token),
    previewReminders: createReminderPreview({ db, origin, now }),
    platformState,
    counters: instances?.counters,
    calendarDoor: calendarDoor({ db, origin, now, counters: instances?.counters, further: listOwnEvents }),
    log,
    now,
    newId,
  };
  everything.resolve();
  const { pages, client } = await loadPages(services, server);
  const isStopping = stopOnSignal(server, {
    work() {
      conversions.close();
      for (const running of [platformState, outcomes, excerpts]) running.stop();
      const stopped = Object.values(rounds).map((round) => round.stop());
      return Promise.all([rooms.close(), checks.close(), jobs.stop(), ...stopped]);
    },
    async rest() {
      await instances?.close();
      await database.close();
      await dataDir.release();
      await tracing?.stop();
    },
  });
  const http = withRequestId(cutEndless(tracedRequests(createHttp({ services, pages, client, isStopping }))));
  answer((request, response) => http(renewCookies(request), response));
  server.on('upgrade', (request, socket, head) => {
    // In development Vite's own socket lives on the same port; it is not ours to refuse.
    if (request.url?.startsWith('/collab/')) rooms.handleUpgrade(renewCookies(request), socket, head);
    else if (env.NODE_ENV !== 'development') socket.destroy();
  });

  console.log(words.ready(origin));
  rooms.warm();
}
