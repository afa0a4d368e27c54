import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { changesSince } from '#db/news/news.ts';
import { countUnread } from '#db/news/notification/notifications.ts';
import { listAudit } from '#db/operations/audit/audit-lists.ts';
import { activities } from '#db/people/activity/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { listApplicationEvents } from '#db/programme/application/application-events.ts';
import { findApplication } from '#db/programme/application/applications.ts';
import { applications } from '#db/programme/application/schema.ts';
import { findAnnouncedDecision } from '#db/programme/assessment/announcements.ts';
import { announcedDecisions, announcements } from '#db/programme/assessment/schema.ts';
import { searchEverything } from '#db/search/search.ts';
import { aGroup, aMember } from '#db/seed/builders/builders.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { announcing } from '#tests/support/programme/announcing.ts';
import { type AssessmentWorld, assessmentWorld, now } from '#tests/support/programme/assessment.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { freshSettings } from '#tests/support/realtime/crash-crew.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const embargoAt = new Date('2023-05-02T08:00:00Z');
const early = new Date(embargoAt.getTime() - 60_000);
const SECRET = 'Motivation confidentielle du comité.';
const NO_FILTER = { action: null, subjectKind: null, subject: '', person: '', from: null, to: null };

/** Three applications that are decided under an embargo; Julien’s is selected, the two others are Aurélie’s. */
async function embargoed({ db, call, who, decide, application, second, third }: AssessmentWorld) {
  const settings = { assessUntil: '', heldOn: '', attendees: '', remarks: '' };
  const wish = { callId: call.id, ...settings, embargoAt: parisWall(embargoAt) };
  await operationsOn(db, { now: () => now }).run('committee.set', { userId: who.claire }, wish);
  const said = { waitingRank: null, motivation: SECRET };
  for (const [id, outcome] of [
    [application.id, 'selected'],
    [second.id, 'notSelected'],
    [third.id, 'ineligible'],
  ] as const)
    await decide(id, { ...said, outcome });
}

async function emailsOf({ db, who }: AssessmentWorld) {
  const email = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]?.email;
  // Brumeville has nobody else: Aurélie, who wrote for it, is of another city.
  return { julien: await email(who.julien), aurelie: await email(who.aurelie) };
}

async function started(database: Database) {
  const path = await mkdtemp(join(tmpdir(), 'cordee-announcing-'));
  cleanups.push(() => rm(path, { recursive: true, force: true }));
  return announcing(database, path, early);
}

test('[AS11] under an embargo nothing of a decision leaves: no page, search, news, notification, mail, nor trail that others read', async () => {
  const database = await openFreshDatabase();
  cleanups.push(() => database.close());
  const { db } = database;
  const world = await assessmentWorld(db);
  const { who, call, application } = world;
  const server = await started(database);
  cleanups.push(() => server.jobs.stop());
  const group = await aGroup(siteOf(db, now));
  for (const userId of [who.julien, who.admin])
    await aMember(siteOf(db, now), { groupId: group.id, userId, role: 'contributor' });
  await embargoed(world);

  await server.round();
  expect(await server.announce({ callId: call.id, userId: who.claire })).toMatchObject({
    error: 'committee.embargoed',
  });

  expect(await server.folder.list()).toEqual([]);
  expect(await db.select().from(announcedDecisions)).toEqual([]);
  expect(await db.select().from(activities)).toEqual([]);
  const julien = { userId: who.julien, now: early };
  expect(await findAnnouncedDecision(db, { ...julien, applicationId: application.id })).toBeNull();
  const page = await findApplication(db, { ...julien, applicationId: application.id });
  expect(page?.status).toBe('submitted');
  expect((await listApplicationEvents(db, asReadable(application.id))).map(({ verb }) => verb)).not.toContain(
    'decided',
  );
  const [news] = await changesSince(db, { ...julien, groups: [{ groupId: group.id, since: new Date(0) }] });
  expect(JSON.stringify(news)).not.toContain(SECRET);
  expect(await countUnread(db, julien)).toBe(0);
  const query = parseSearch('confidentielle');
  if (!query.ok) throw new Error(query.error);
  for (const userId of [who.julien, who.admin, who.claire]) {
    const found = await searchEverything(db, { userId, now: early, query: query.value, limit: 10 });
    expect(found).toMatchObject({ ok: true, value: { items: [] } });
  }
  // Administrators read the trail, and do not sit on the committee.
  const trail = JSON.stringify(
    await listAudit(db, { userId: who.admin, filter: NO_FILTER, page: 1, size: 100 }),
  );
  expect(trail).toContain('committee.decisionDrafted');
  for (const secret of [SECRET, 'notSelected', 'ineligible']) expect(trail).not.toContain(secret);
});

test('[AS11] at the end of the embargo everybody is told by one mail each and once; by hand or by itself again, nobody', async () => {
  const database = await openFreshDatabase();
  cleanups.push(() => database.close());
  const { db } = database;
  const world = await assessmentWorld(db);
  const { who, call, application, second } = world;
  const server = await started(database);
  cleanups.push(() => server.jobs.stop());
  await embargoed(world);
  // Whoever left the city answers for nothing there any more, and hears nothing.
  const left = { organisationId: world.cities.brume };
  const { julien, aurelie } = await emailsOf(world);
  await db.update(users).set(left).where(eq(users.id, who.expert));
  await db.update(applications).set({ heldBy: who.expert }).where(eq(applications.id, application.id));

  server.clock.now = embargoAt;
  await server.round();
  await server.round();
  expect(await server.announce({ callId: call.id, userId: who.claire })).toEqual({
    ok: true,
    value: 0,
  });
  await until('the mails have come', async () => (await server.folder.list()).length >= 3);
  const mails = await server.folder.list();
  const hers = await db.select().from(users).where(eq(users.id, who.expert));
  expect(mails.map(({ to }) => to).sort()).toEqual([julien, aurelie, hers[0]?.email].sort());
  const told = mails.find(({ to }) => to === julien);
  expect(told?.text).toContain('Votre candidature est retenue.');
  expect(told?.text).toContain(`https://cordee.example/candidatures/${application.id}/decision`);
  expect(mails.find(({ to }) => to === aurelie)?.text).toContain(SECRET);
  const reader = { userId: who.aurelie, now: embargoAt, applicationId: second.id };
  expect((await findAnnouncedDecision(db, reader))?.decision.outcome).toBe('notSelected');
  expect(await db.select().from(announcements)).toHaveLength(1);
  // Whoever still had one of them open writes no more.
  expect(server.rooms.told).toEqual(
    [application, second, world.third].map(({ id }) => ({ recheck: { room: `application:${id}` } })),
  );
});

test('[AS11] killed between two mails, an announcement has not begun; the next round makes it whole, and once', async () => {
  const settings = await freshSettings(cleanups);
  const dataDir = settings.DATA_DIR ?? '';
  const open = () =>
    openDatabase(settings.DATABASE_URL ? { DATABASE_URL: settings.DATABASE_URL } : {}, dataDir);
  const before = await open();
  const world = await assessmentWorld(before.db);
  await embargoed(world);
  await before.close();

  const env = { ...settings, NOW: embargoAt.toISOString() };
  const killed = await ServerProcess.start(env, 'programme/announcement-server.ts');
  await killed.end('SIGKILL');

  const after = await open();
  cleanups.push(() => after.close());
  const { db } = after;
  expect(await db.select().from(announcedDecisions)).toEqual([]);
  const server = await started(after);
  cleanups.push(() => server.jobs.stop());
  expect(await server.folder.list()).toEqual([]);
  server.clock.now = embargoAt;
  await server.round();
  await server.round();
  await until('the mails have come', async () => (await server.folder.list()).length >= 2);
  expect(await db.select().from(announcedDecisions)).toHaveLength(3);
  const mails = await server.folder.list();
  const { julien, aurelie } = await emailsOf({ ...world, db });
  expect(mails.map(({ to }) => to).sort()).toEqual([julien, aurelie].sort());
});
