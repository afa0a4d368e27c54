import { randomUUID } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { saveNotificationSettings } from '#db/news/notification/notification-settings.ts';
import { notifications } from '#db/news/notification/schema.ts';
import { setWatch } from '#db/news/notification/watches.ts';
import { activities } from '#db/people/activity/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { DEFAULT_DELIVERIES } from '#shared/news/notification/notification.ts';
import { until } from '#tests/support/patience.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { freshSettings } from '#tests/support/realtime/crash-crew.ts';
import { ServerProcess } from '#tests/support/server-process.ts';
import { startSmtp, wordsOf } from '#tests/support/smtp-stand-in.ts';

const CYCLES = process.env.TEST_LONG ? 200 : 2;
const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const moment = () => new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * 2_000));

test(`[NO1] ${CYCLES} times killed while it tells, each event is in the centre once and in one mail at most`, async () => {
  // It takes its time: whoever is killed while waiting for the answer does not know whether the mail has left.
  const smtp = await startSmtp(() => Math.random() * 400);
  cleanups.push(() => smtp.leave());
  const settings: Record<string, string> = { ...(await freshSettings(cleanups)), SMTP_URL: smtp.url };
  const dataDir = settings.DATA_DIR ?? '';
  const open = () =>
    openDatabase(settings.DATABASE_URL ? { DATABASE_URL: settings.DATABASE_URL } : {}, dataDir);
  const before = await open();
  const site = siteOf(before.db, new Date());
  const group = await aGroup(site);
  const reader = await aPerson(site);
  await aMember(site, { groupId: group.id, userId: reader.id, role: 'observer' });
  const own = { userId: reader.id, now: new Date() };
  await inTransaction(before.db, (tx) =>
    setWatch(tx, { ...own, kind: 'group', objectId: group.id, level: 'all' }),
  );
  await inTransaction(before.db, (tx) =>
    saveNotificationSettings(tx, {
      userId: reader.id,
      deliveries: { ...DEFAULT_DELIVERIES, group: 'mail' },
      digest: true,
      newsletter: true,
      quietFrom: 0,
      quietTo: 0,
      quietWeekends: false,
    }),
  );
  await before.close();

  const server = await ServerProcess.start(settings, 'news/notification-server.ts');
  cleanups.push(() => server.end('SIGKILL'));
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    if (cycle > 0) await server.start();
    await moment();
    await server.end('SIGKILL');
  }
  // What was cut short is tried again after a quarter of an hour, which this makes pass.
  const between = await open();
  await between.run("update pgboss.job set state = 'retry', start_after = now() where state = 'active'", []);
  await between.close();
  const leftBefore = smtp.messages.length;
  await server.start();
  // The oldest leave first: what was cut short has had its turn.
  await until('mails have left', () => smtp.messages.length > leftBefore + 2);
  await server.end('SIGKILL');

  const after = await open();
  cleanups.push(() => after.close());
  const { db } = after;
  while (await tellNext(db, { now: new Date(), newId: () => randomUUID() }));
  const events = await db.$count(activities);
  expect(events).toBeGreaterThan(CYCLES);
  expect(await db.$count(activities, isNull(activities.toldAt))).toBe(0);
  // The key of the table forbids two; none is missing.
  expect(await db.$count(notifications, eq(notifications.userId, reader.id))).toBe(events);
  // Each part of a mail says all of it.
  const told = smtp.messages.flatMap((message) => [
    ...new Set([...wordsOf(message).matchAll(/«\s(n\d+n)\s»/gu)].map(([, title]) => title)),
  ]);
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBe(new Set(told).size);
});
