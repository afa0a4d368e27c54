import { readFile, statfs } from 'node:fs/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '#db/kernel/client.ts';
import {
  countSessions,
  mayReadPlatformState,
  readDatabaseState,
} from '#db/operations/state/platform-state.ts';
import { listHeldLetters } from '#db/people/letter/letters.ts';
import { faultOf, type JobFault, levelOfBackup } from '#shared/operations/state/platform-state.ts';
import type { PlatformReport } from '#shared/operations/state/report.ts';
import type { Env } from '../../kernel/env.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import type { Peers } from '../../kernel/http/peer.ts';
import type { Jobs } from '../../kernel/job/jobs.ts';
import type { Recipient, TryMail } from '../../kernel/mail/mailer.ts';
import { trialLetter } from '../../kernel/mail/trial-letter.ts';
import type { Bus } from '../../realtime/instance/bus.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { RoomsStats } from '../../realtime/sync-metrics.ts';
import { readLastBackup } from '../backup/last-backup.ts';
import { look } from './look.ts';
import { watchLoop } from './loop-delay.ts';
import { measureStore } from './store-size.ts';

/** A look waits that long: the page must come even where something hangs. */
const LOOK_MS = 3_000;
/** Counting files ends before, with what was counted so far. */
const COUNT_MS = 2_000;

interface PlatformStateOptions {
  readonly database: Database;
  readonly env: Pick<Env, 'DATA_DIR' | 'SMTP_URL' | 's3'>;
  readonly store: Pick<FileStore, 'list' | 'ping'>;
  readonly rooms: Pick<Rooms, 'stats'>;
  readonly jobs: Pick<Jobs, 'list' | 'again' | 'instances'>;
  readonly tryMail: TryMail;
  readonly peers: Pick<Peers, 'unnamedProxy'>;
  readonly origin: string;
  /** Null where this instance knows of no Redis. */
  readonly instances: { readonly bus: Pick<Bus, 'isReady'> } | null;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly limitMs?: number;
}

/** [EP1] In what state the platform is, for whoever manages it, and the gestures of its page. */
export interface PlatformState {
  /** Null for whoever may not read it. */
  read(asker: { readonly userId: string }): Promise<PlatformReport | null>;
  /** [EP5] Tries a failed job again, at once. */
  tryAgain(
    asker: { readonly userId: string },
    job: { readonly queue: string; readonly id: string },
  ): Promise<'done' | 'gone' | 'waits' | null>;
  /** [EP6] Sends a mail of trial at once, to this very person, and tells what became of it; null for whoever may not. */
  sendTrial(asker: { readonly userId: string } & Recipient): Promise<'left' | 'kept' | JobFault | null>;
  /** [HO2] When the last backup was made, and whether that is of these days; `at` is null when none is known here, or to whoever may not read it. */
  lastBackup(asker: {
    readonly userId: string;
  }): Promise<{ readonly at: Date | null; readonly isRecent: boolean }>;
  stop(): void;
}

/** All looks at once. */
async function gather(
  options: PlatformStateOptions,
  loop: ReturnType<typeof watchLoop>,
): Promise<PlatformReport> {
  const { database, env, rooms, jobs, store, instances: others, log, now } = options;
  const patience = { log, limitMs: options.limitMs ?? LOOK_MS };
  const [databaseState, instances, work, sessions, files, answers, space, backup, version, held] =
    await Promise.all([
      look('database', () => readDatabaseState(database), patience),
      look('instances', () => jobs.instances(), patience),
      look('jobs', () => jobs.list(), patience),
      look('sessions', () => countSessions(database.db, { now: now() }), patience),
      look('files', () => measureStore(store, COUNT_MS), patience),
      look('store', () => store.ping(), patience),
      look('space', () => readSpace(env.DATA_DIR), patience),
      look('backup', () => readLastBackup(env.DATA_DIR), patience),
      look('version', readVersion, patience),
      look('held letters', () => listHeldLetters(database.db, { now: now() }), patience),
    ]);
  return {
    at: now(),
    database: databaseState,
    instances,
    work,
    sessions,
    files,
    fileStore: { isBucket: env.s3 !== null, isReady: answers.ok },
    space,
    backup,
    versions: { cordee: version, node: process.versions.node },
    redis: others && { isReady: others.bus.isReady },
    hasMailServer: env.SMTP_URL !== undefined,
    heldLetters: held,
    unnamedProxy: options.peers.unnamedProxy(),
    live: liveOf(rooms.stats()),
    process: {
      loop: loop.read(),
      memoryBytes: process.memoryUsage.rss(),
      upSeconds: Math.floor(process.uptime()),
    },
  };
}

/** Makes it, and begins to watch the event loop. */
export function createPlatformState(options: PlatformStateOptions): PlatformState {
  const { database, env, jobs, log, tryMail, origin, newId } = options;
  const { db } = database;
  const loop = watchLoop();
  return {
    async read({ userId }) {
      return (await mayReadPlatformState(db, userId)) ? gather(options, loop) : null;
    },
    async tryAgain({ userId }, job) {
      return (await mayReadPlatformState(db, userId)) ? jobs.again(job) : null;
    },
    async sendTrial({ userId, name, email }) {
      if (!(await mayReadPlatformState(db, userId))) return null;
      try {
        await tryMail({ name, email }, trialLetter(origin), newId());
        return env.SMTP_URL === undefined ? 'kept' : 'left';
      } catch (error) {
        log.warn({ err: error }, 'the mail of trial did not leave');
        return faultOf(error);
      }
    },
    async lastBackup({ userId }) {
      const mayRead = await mayReadPlatformState(db, userId);
      const at = mayRead ? ((await readLastBackup(env.DATA_DIR))?.at ?? null) : null;
      return { at, isRecent: levelOfBackup(at, options.now()) === 'fine' };
    },
    stop: () => loop.stop(),
  };
}

/** What is free on the disk of the data folder, for an ordinary user. */
async function readSpace(folder: string): Promise<{ readonly free: number; readonly total: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** The version of the product, as its package says it. */
async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function liveOf({ rooms, sockets, httpSessions, people }: RoomsStats): PlatformReport['live'] {
  return { rooms, sockets, httpSessions, people };
}
