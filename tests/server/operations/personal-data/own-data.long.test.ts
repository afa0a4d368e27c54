import { readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files } from '#db/documents/file/schema.ts';
import { listOwnDataExports } from '#db/operations/personal-data/own-data-exports.ts';
import { ownDataExports } from '#db/operations/personal-data/schema.ts';
import { invitations } from '#db/people/invitation/schema.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { type JobQueue, type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import {
  createOwnDataExports,
  type OwnDataExports,
  ownDataQueues,
} from '#server/operations/personal-data/own-data.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { canMount, mountSmallDisk } from '#tests/support/kernel/small-disk.ts';
import { until } from '#tests/support/patience.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const DAY = 86_400_000;
let server: TestServer;
let jobs: Jobs;
let queues: JobQueue[];
let exports: OwnDataExports;
let clock = 0;
const now = () => new Date(Date.now() + clock);

const ask = (userId: string) =>
  operationsOn(server.database.db, { jobs, now }).run('ownData.ask', { userId }, {});
beforeAll(async () => {
  server = await startTestServer();
  const { db } = server.database;
  const [store, log] = [createFolderStore(server.folder), pino({ level: 'silent' })];
  queues = ownDataQueues({ db, store, log, now, later: () => server });
  jobs = await startJobs({
    database: server.database,
    log,
    queues: queues.map(({ round: _, ...queue }) => queue),
    pollSeconds: 0.5,
  });
  exports = createOwnDataExports({ db, store, now });
});

afterAll(async () => {
  await jobs.stop();
  await server.close();
});

/** Somebody who wrote in a document, sent a file and invited a guest, and a colleague who did too. */
async function aWorld() {
  const { db } = server.database;
  const [nadia, julien] = [
    await server.person({ role: 'contributor', name: 'Nadia Ferrand' }),
    await server.person({ role: 'contributor', name: 'Julien Morel' }),
  ];
  const document = await server.document();
  for (const { id, name } of [nadia, julien])
    await server.rooms.apply(document.room, { userId: id }, 'document.append', {
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: `Écrit par ${name}` }] }],
    });
  const store = createFolderStore(server.folder);
  for (const { id, name } of [nadia, julien]) {
    const storageKey = `files/${server.site.newId()}`;
    await store.put(storageKey, Buffer.from(`de ${name}`));
    await db.insert(files).values({
      id: server.site.newId(),
      groupId: server.groupId,
      name: `Relevé de ${name}.txt`,
      contentType: 'text/plain',
      bytes: 3,
      storageKey,
      uploadedBy: id,
      createdAt: now(),
    });
  }
  await db.insert(invitations).values({
    id: server.site.newId(),
    tokenHash: server.site.newId(),
    email: 'quelqu-un-d-autre@valmont.example',
    name: 'Quelqu’un d’autre',
    invitedBy: nadia.id,
    createdAt: now(),
    expiresAt: now(),
  });
  return { nadia, julien };
}

async function anArchive(person: SignedIn) {
  const { db } = server.database;
  expect(await ask(person.id)).toMatchObject({ ok: true });
  await until('the archive is made', async () => {
    const [last] = await listOwnDataExports(db, { userId: person.id });
    return last?.state === 'ready' || last?.state === 'failed';
  });
  const [made] = await listOwnDataExports(db, { userId: person.id });
  const file = made && (await exports.open({ id: made.id, userId: person.id }));
  if (!made || !file) throw new Error('the archive could not be made');
  const bytes = await new Response(file.body).bytes();
  expect(bytes.length).toBe(file.bytes);
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
  return { id: made.id, parts };
}

describe('an archive of one’s own data', () => {
  test('[PD1] holds what one is, wrote and sent, to be read and to be taken over; nothing that opens an account, and nobody else', async () => {
    const { nadia, julien } = await aWorld();
    const { parts } = await anArchive(nadia);
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining([
        'LISEZ-MOI.html',
        'donnees.json',
        'tableaux/user.csv',
        'tableaux/session.csv',
        'tableaux/group_member.csv',
        'tableaux/traces.csv',
        'fichiers/Relevé de Nadia Ferrand.txt',
      ]),
    );
    const data = JSON.parse(parts['donnees.json'] ?? '');
    const table = (name: string) => data.tables.find((one: { name: string }) => one.name === name)?.rows;
    expect(table('user')).toEqual([expect.objectContaining({ id: nadia.id, name: 'Nadia Ferrand' })]);
    // A column that names a person is found in the schema, not in a list.
    expect(data.traces).toContainEqual(
      expect.objectContaining({ table: 'invitation', column: 'invited_by' }),
    );
    const text = Object.entries(parts).find(
      ([name]) => name.startsWith('documents/') && name.endsWith('.html'),
    );
    expect(text?.[1]).toContain('Écrit par Nadia Ferrand');
    expect(parts['LISEZ-MOI.html']).toContain('Fichiers que vous avez envoyés');
    expect(parts['LISEZ-MOI.html']).not.toMatch(/https?:/);

    const structured = parts['donnees.json'] ?? '';
    expect(structured).not.toContain(nadia.token);
    expect(structured).not.toMatch(/"(?:password|token|token_hash|storage_key)"/);
    expect(structured).not.toContain('quelqu-un-d-autre@valmont.example');
    expect(structured).not.toContain('Quelqu’un d’autre');
    expect(structured).not.toContain(julien.id);
    expect(Object.keys(parts).filter((name) => name.includes('Julien'))).toEqual([]);
  });

  test('[PD2] is for whoever asked for it, one at a time; absent for anybody else', async () => {
    const { nadia, julien } = await aWorld();
    const { id } = await anArchive(nadia);
    expect(await exports.open({ id, userId: julien.id })).toBeNull();
    expect(await listOwnDataExports(server.database.db, { userId: julien.id })).toEqual([]);
    await server.database.db.insert(ownDataExports).values({
      id: server.site.newId(),
      userId: julien.id,
      state: 'running',
      askedAt: now(),
    });
    expect(await ask(julien.id)).toMatchObject({ error: 'personalData.exportRunning' });
    expect((await ask(nadia.id)).ok).toBe(true);
  });

  test('[PD3] is gone after seven days, bytes and all; one that nobody finished is given up', async () => {
    const { nadia, julien } = await aWorld();
    const { id } = await anArchive(nadia);
    const { db } = server.database;
    await db.insert(ownDataExports).values({
      id: server.site.newId(),
      userId: julien.id,
      state: 'running',
      askedAt: now(),
    });
    const clear = () => queues.find(({ round }) => round)?.run(null);
    await clear();
    expect(await exports.open({ id, userId: nadia.id })).not.toBeNull();
    clock = 7 * DAY;
    expect(await exports.open({ id, userId: nadia.id })).toBeNull();
    await clear();
    expect(await db.select().from(ownDataExports).where(eq(ownDataExports.id, id))).toEqual([]);
    expect(await createFolderStore(server.folder).sizeOf(`own-data/${id}.zip`)).toBe(0);
    expect(await listOwnDataExports(db, { userId: julien.id })).toMatchObject([{ state: 'failed' }]);
    clock = 0;
  });

  test.skipIf(!canMount)(
    '[PD3] on a full disk is given up, leaves nothing, and can be asked for again (root)',
    async () => {
      const { nadia } = await aWorld();
      const disk = mountSmallDisk(8);
      const place = join(server.folder, 'own-data');
      await rm(place, { recursive: true, force: true });
      await symlink(disk.path, place);
      try {
        disk.fill();
        await expect(anArchive(nadia)).rejects.toThrow('could not be made');
        expect(await listOwnDataExports(server.database.db, { userId: nadia.id })).toMatchObject([
          { state: 'failed' },
        ]);
        expect(await readdir(disk.path)).toEqual(['ballast']);
        disk.free();
        const { parts } = await anArchive(nadia);
        expect(Object.keys(parts).length).toBeGreaterThan(3);
      } finally {
        await rm(place);
        disk.remove();
      }
    },
  );
});
