import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { activities } from '#db/people/activity/schema.ts';
import { findQuoted } from '#db/search/find-quoted.ts';
import { createConversions } from '#server/documents/conversion/conversions.ts';
import { createExcerpts } from '#server/documents/excerpt/excerpts.ts';
import { heardBy } from '#server/kernel/effects.ts';
import { createFiles } from '#server/kernel/file/files.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import type { Mailer } from '#server/kernel/mail/mailer.ts';
import { createOutside } from '#server/kernel/outside/outside.ts';
import { createSignature } from '#server/kernel/signature.ts';
import { createResources } from '#server/library/resource/resources.ts';
import { createOutcomes } from '#server/meetings/decision/outcomes.ts';
import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';
import { erasedAccounts } from '#server/operations/personal-data/erased-accounts.ts';
import { createWebhooks } from '#server/operations/webhook/webhooks.ts';
import { createOutbox } from '#server/outbox.ts';
import { createAuth } from '#server/people/auth/auth.ts';
import { everyQueue } from '#server/queues.ts';
import { createRooms } from '#server/realtime/rooms.ts';
import { startEveryRound } from '#server/rounds.ts';
import { createPostgresDatabase, demonstrationTemplate, sumsOfTables } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';

const log = pino({ level: 'silent' });
const newId = () => randomUUID();
const origin = 'https://cordee.example';
const secret = 'a secret of the tests, long enough';

/** All that the server does by itself, on a copy of the demonstration, at the instant of its installation. */
async function aroundDemonstration() {
  const { url, drop } = await createPostgresDatabase(await demonstrationTemplate());
  const opened = openPostgres(url);
  const db = heardBy({ db: opened.db, hearing: () => rooms, log });
  const database = { ...opened, db };
  const [installed] = await db
    .select({ at: sql<Date>`max(${activities.toldAt})`.mapWith(activities.toldAt) })
    .from(activities);
  const now = () => installed?.at ?? new Date();
  const path = await mkdtemp(join(tmpdir(), 'cordee-rounds-'));
  const mailed: string[] = [];
  const mailer: Mailer = {
    async send(_tx, { email }, { subject }) {
      mailed.push(`${email}: ${subject}`);
      return null;
    },
  };
  const auth = createAuth({
    ...{ db, secret, origin, fallbackOrigin: origin },
    sendPasswordReset: async () => undefined,
  });
  const rooms = createRooms({
    ...{ database, auth, origin, log, now },
    findQuoted: (asked) => findQuoted(db, { ...asked, now: now() }),
  });
  const operations = operationsOn(db, { rooms, origin, now });
  const outcomes = createOutcomes({ database, rooms, log, now, newId });
  const excerpts = createExcerpts({ database, rooms, operations, log, now, newId });
  const store = createFolderStore(join(path, 'files'));
  const maxBytes = 1_000_000;
  const files = createFiles({
    ...{ store, maxBytes, now, newId },
    register: (by, file) => operations.run('file.register', { userId: by }, file),
  });
  const conversions = createConversions({
    ...{ db, rooms, files, origin, log, now, newId },
    maxUploadBytes: maxBytes,
  });
  const resources = createResources({
    ...{ db, store, maxBytes, log, now, newId, isScanned: false },
    onNewFile: async () => undefined,
  });
  // As it is until somebody allows it: what the web answers is no history.
  const outside = createOutside({ isOn: false, allow: [] });
  const jobs = () => ({ send: async () => Promise.reject(new Error('nothing is queued')) });
  const live = { db, secrets: [secret] as const, outside, origin, log, now, newId };
  const webhooks = createWebhooks({ ...live, jobs, mailer: () => mailer });
  const env = { MAIL_FROM: 'c@c.example', MAILS_PER_SENDER_AND_DAY: 500, SMTP_URL: undefined };
  const { outbox, folder, seal } = createOutbox({ ...live, env, folder: path });
  const signature = createSignature(secret);
  const links = { origin, unsubscribe: createUnsubscribeLinks(signature) };
  const rounds = startEveryRound({
    ...{ db, rooms, outcomes, excerpts, mailer, links, webhooks, log, now, newId },
    everyMs: null,
  });
  const queues = everyQueue({
    ...{ database, outbox, webhooks, store, folder, seal, outside, links, signature, log, now, newId },
    erased: erasedAccounts(path),
    clamdUrl: undefined,
    rooms: () => rooms,
    mailer: () => mailer,
    later: () => ({ rooms, resources, conversions, mailer }),
  });
  const coming = queues.flatMap(({ name, round, run }) => (round ? [{ name, run: () => run(null) }] : []));
  return {
    sums: () => sumsOfTables(url),
    mailed,
    looks: [...Object.entries(rounds).map(([name, { run }]) => ({ name, run })), ...coming],
    async close() {
      conversions.close();
      outcomes.stop();
      excerpts.stop();
      await Promise.all([rooms.close(), ...Object.values(rounds).map((round) => round.stop())]);
      await database.close();
      await drop();
      await rm(path, { recursive: true, force: true });
    },
  };
}

test('[DE6] no round finds work in a demonstration that was just installed, and none mails anybody', async () => {
  const { looks, sums, mailed, close } = await aroundDemonstration();
  try {
    const before = await sums();
    for (const { run } of looks) await run();
    const after = await sums();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect({ changed, mailed }).toEqual({ changed: [], mailed: [] });
    expect(looks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'projections',
        'notifications',
        'changes',
        'digest',
        'pack-logs',
        'search-words',
      ]),
    );
  } finally {
    await close();
  }
});
