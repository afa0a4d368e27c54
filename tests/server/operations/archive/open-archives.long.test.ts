import { randomUUID } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import Papa from 'papaparse';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import { resourceVersions } from '#db/library/resource/schema.ts';
import { listOpenArchives, mayArchive, tellOpenArchive } from '#db/operations/archive/open-archives.ts';
import { openArchives } from '#db/operations/archive/schema.ts';
import { groupMembers, groups } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { type JobQueue, type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import {
  createOpenArchives,
  type OpenArchives,
  openArchiveQueues,
} from '#server/operations/archive/open-archives.ts';
import { openDemonstration } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { readOpenArchive, sha256 } from '#tests/support/operations/open-archives.ts';
import { until } from '#tests/support/patience.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const DAY = 86_400_000;
let server: TestServer;
let jobs: Jobs;
let queues: JobQueue[];
let archives: OpenArchives;
let clock = 0;
const now = () => new Date(Date.now() + clock);
let group: { id: string; name: string };
let admin: string;
let facilitator: string;
let outsider: string;

beforeAll(async () => {
  const database = await openDemonstration();
  server = await startTestServer({ database });
  const { db } = database;
  const store = createFolderStore(server.folder);
  for (const { key } of await db.select({ key: resourceVersions.storageKey }).from(resourceVersions))
    await store.put(key, Buffer.from(`octets de ${key}`));
  const idOf = async (email: string) =>
    (await db.select({ id: users.id }).from(users).where(eq(users.email, email)))[0]?.id ?? '';
  [admin, outsider] = [await idOf('admin@demo.example'), await idOf('ville@demo.example')];
  facilitator = await idOf('metier.a@demo.example');
  const [theirs] = await db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(eq(groups.name, 'Nature en ville'));
  if (!theirs) throw new Error('the demonstration has no such group');
  group = theirs;
  await db
    .insert(groupMembers)
    .values({ groupId: group.id, userId: facilitator, role: 'facilitator', addedAt: now() })
    .onConflictDoUpdate({
      target: [groupMembers.groupId, groupMembers.userId],
      set: { role: 'facilitator' },
    });
  const log = pino({ level: 'silent' });
  queues = openArchiveQueues({ db, store, log, now, origin: server.origin, later: () => server });
  jobs = await startJobs({
    database: server.database,
    log,
    queues: queues.map(({ round: _, ...queue }) => queue),
    pollSeconds: 0.5,
  });
  archives = createOpenArchives({ db, store, now });
});

afterAll(async () => {
  await jobs.stop();
  await server.close();
  await server.database.close();
});

const operations = () => operationsOn(server.database.db, { jobs, now });
const ask = (userId: string, groupId: string | null) =>
  operations().run('archive.ask', { userId }, { groupId });
const cancel = (userId: string, archive: string) =>
  operations().run('archive.cancel', { userId }, { archive });

async function anArchive(userId: string, groupId: string | null) {
  const { db } = server.database;
  expect(await ask(userId, groupId)).toMatchObject({ ok: true, value: { isAsked: true } });
  const last = async () => (await listOpenArchives(db, { userId, groupId }))[0];
  await until('the archive is made', async () => /ready|failed/.test((await last())?.state ?? ''));
  const { id = '' } = (await last()) ?? {};
  const file = await archives.open({ id, userId });
  if (!file) throw new Error('the archive could not be made');
  const bytes = Buffer.from(await new Response(file.body).arrayBuffer());
  expect(bytes.length).toBe(file.bytes);
  return { id, archive: await readOpenArchive(bytes) };
}

describe('an open archive', () => {
  test('[OA1] [OA2] [OA3] of a group holds what it wrote, filed and decided, read without Cordée and described to the byte', async () => {
    const { archive } = await anArchive(facilitator, group.id);
    const { about } = archive;
    expect(about.cordee).toMatchObject({ format: 1, lost: [], groups: [{ id: group.id, name: group.name }] });
    expect(archive.paths.filter((path) => !about.resources.some((one) => one.path === path))).toEqual([
      'datapackage.json',
    ]);
    for (const { path, bytes, hash } of about.resources) {
      expect(archive.bytes(path).length, path).toBe(bytes);
      expect(`sha256:${sha256(archive.bytes(path))}`, path).toBe(hash);
    }
    expect(new Set(about.resources.map(({ name }) => name)).size).toBe(about.resources.length);

    const texts = archive.rows('documents');
    expect(texts.map(({ title }) => title)).toContain('Charte de l’arbre urbain');
    for (const { path, title } of texts) {
      const exact = JSON.parse(archive.text(String(path)));
      expect(exact).toMatchObject({ title, content: { type: 'doc' } });
      expect(archive.text(String(path).replace(/json$/, 'html'))).toContain('<!doctype html>');
      expect(archive.text(String(path).replace(/json$/, 'md'))).toContain('# ');
    }
    for (const { path, title } of archive.rows('tableaux')) {
      const board = JSON.parse(archive.text(String(path)));
      expect(board.title).toBe(title);
      const csv = archive.text(String(path).replace(/json$/, 'csv')).slice(1);
      const cards = board.columns
        .flatMap((column: { cards: unknown[] }) => column.cards)
        .concat(board.archived);
      expect(Papa.parse(csv, { delimiter: ';', skipEmptyLines: true }).data).toHaveLength(cards.length + 1);
    }
    for (const { path, sha256: sum } of archive.rows('ressources-versions')) {
      expect(path).not.toBeNull();
      expect(String(sum)).toMatch(/^[0-9a-f]{64}$/);
    }
    const named = new Set(archive.rows('personnes').map(({ id }) => id));
    for (const { authorId } of archive.rows('commentaires')) expect(named.has(authorId)).toBe(true);

    const page = archive.text('LISEZ-MOI.html');
    expect(page).not.toMatch(/<script|src=|https?:\/\/(?!localhost)/);
    for (const path of archive.paths.filter((one) => !/datapackage|LISEZ-MOI/.test(one)))
      expect(page, path).toContain(
        path.split('/').map(encodeURIComponent).join('/').replaceAll("'", '&#39;'),
      );
  });

  test('[OA3] holds nothing that opens an account, nobody’s address, and nothing of another group', async () => {
    const { db } = server.database;
    const { archive } = await anArchive(facilitator, group.id);
    const everything = archive.paths
      .filter((path) => /\.(?:json|csv)$/.test(path))
      .map(archive.text)
      .join('\n');
    expect(everything).not.toMatch(/"?(?:password|token|shareToken|storageKey|email)"?[:;]/);
    // What members wrote themselves, as the contact of a data set, is what they wrote.
    const ofPeople = archive.paths
      .filter((path) => /\/(?:personnes|membres|commentaires|documents|presences)\.json$/.test(path))
      .map(archive.text)
      .join('\n');
    for (const { email } of await db.select({ email: users.email }).from(users))
      expect(ofPeople.includes(email), email).toBe(false);
    const others = await db.select({ title: documents.title, groupId: documents.groupId }).from(documents);
    for (const { title, groupId } of others)
      if (groupId !== group.id)
        expect(archive.rows('documents').map((row) => row.title)).not.toContain(title);
  });

  test('[OA4] of the whole space holds every group, the experiments and the trail, in the administrator’s hands', async () => {
    const { db } = server.database;
    const { archive } = await anArchive(admin, null);
    // [MV2] What an organisation keeps for itself is in nobody else’s hands.
    const working = await db.select().from(groups).where(isNull(groups.organisationId));
    expect(archive.about.cordee.groups).toHaveLength(working.length);
    expect(archive.about.cordee.lost).toEqual([]);
    const held = archive.about.cordee.groups.flatMap(({ folder }) => archive.rows('seances', `${folder}/`));
    expect(held.length).toBeGreaterThan(0);
    expect(archive.rows('experimentations').length).toBeGreaterThan(0);
    for (const name of [
      'besoins',
      'problematiques',
      'appels',
      'appels-formulaires',
      'animations-territoriales',
      'actualites',
      'evenements',
      'lettres',
      'evenements-documents',
    ] as const)
      expect(archive.rows(name).length, name).toBeGreaterThan(0);
    const [first, second] = archive.rows('journal-audit');
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.previousHash).toBe(first?.hash);
  });
});

describe('who has an open archive', () => {
  test('[OA5] a facilitator of the group, an administrator of the space, and nobody else; and as long as they are', async () => {
    const { db } = server.database;
    const may = (userId: string, groupId: string | null) => mayArchive(db, { userId, groupId, now: now() });
    expect([await may(facilitator, group.id), await may(admin, group.id), await may(admin, null)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      await may(outsider, group.id),
      await may(facilitator, null),
      await may('personne', null),
    ]).toEqual([false, false, false]);
    const { id } = await anArchive(facilitator, group.id);
    expect(await archives.open({ id, userId: admin })).toBeNull();
    expect(await listOpenArchives(db, { userId: admin, groupId: group.id })).toEqual([]);
    const role = (to: 'contributor' | 'facilitator') =>
      db.update(groupMembers).set({ role: to }).where(eq(groupMembers.userId, facilitator));
    await role('contributor');
    expect(await archives.open({ id, userId: facilitator })).toBeNull();
    await role('facilitator');
    expect(await archives.open({ id, userId: facilitator })).not.toBeNull();
  });

  test('[OA6] is told of it line by line in the trail, one at a time; given up, nothing is left', async () => {
    const { db } = server.database;
    const told = await db.select().from(auditEntries).where(eq(auditEntries.action, 'archive.exported'));
    expect(told.map(({ actorId, subjectKind }) => [actorId, subjectKind])).toContainEqual([
      facilitator,
      'group',
    ]);
    expect(told.map(({ actorId, subjectKind }) => [actorId, subjectKind])).toContainEqual([
      admin,
      'platform',
    ]);
    const id = randomUUID();
    await db
      .insert(openArchives)
      .values({ id, userId: facilitator, groupId: group.id, state: 'running', askedAt: now() });
    expect(await ask(facilitator, group.id)).toMatchObject({ value: { isAsked: false } });
    expect(await cancel(admin, id)).toMatchObject({ value: { isGone: false } });
    expect(await tellOpenArchive(db, { id, done: 1, total: 2 })).toBe(true);
    expect(await cancel(facilitator, id)).toMatchObject({ value: { isGone: true } });
    expect(await tellOpenArchive(db, { id, done: 2, total: 2 })).toBe(false);
  });

  test('[OA6] is gone after seven days, bytes and all', async () => {
    const { db } = server.database;
    const { id } = await anArchive(facilitator, group.id);
    const [kept] = await db.select().from(openArchives).where(eq(openArchives.id, id));
    clock = 7 * DAY + 1;
    expect(await archives.open({ id, userId: facilitator })).toBeNull();
    await queues.find(({ name }) => name === 'open-archives-clearing')?.run({});
    expect(await createFolderStore(server.folder).read(kept?.storageKey ?? '')).toBeNull();
    clock = 0;
  });
});
