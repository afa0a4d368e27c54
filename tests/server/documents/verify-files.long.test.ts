import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { documentFiles } from '#db/documents/access/schema.ts';
import { linkFiles } from '#db/documents/file/file-links.ts';
import { findFileForMember, registerFile } from '#db/documents/file/files.ts';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { docClients } from '#db/realtime/schema.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { createPostgresDatabase, TEMPLATE } from '#tests/support/database.ts';
import { freshFolder } from '#tests/support/operations/backups.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';

const now = new Date('2023-03-14T09:00:00Z');
const cleanups: (() => Promise<unknown>)[] = [];
let database: Database;
let settings: NodeJS.ProcessEnv;
beforeAll(async () => {
  const { url, drop } = await createPostgresDatabase(TEMPLATE);
  database = openPostgres(url);
  cleanups.push(drop, () => database.close());
  settings = {
    ...programEnvironment(),
    NODE_ENV: 'production',
    DATABASE_URL: url,
    DATA_DIR: await freshFolder(cleanups),
  };
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

function verify(...words: string[]): Promise<{ code: number; out: string[]; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['server/verify-files.ts', ...words], { env: settings }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out: out.trim().split('\n').slice(2), err: err.trim() }),
    );
  });
}

test('[A8] the command names each file that is shown where nobody who wrote may read it, and takes it from its readers', async () => {
  const { db } = database;
  const site = siteOf(db, now);
  const group = await aGroup(site, { name: 'Arbres en ville' });
  const [owner, friend, copier] = [await aPerson(site), await aPerson(site), await aPerson(site)];
  for (const { id: userId } of [owner, friend, copier])
    await aMember(site, { groupId: group.id, userId, role: 'contributor' });
  const aText = (createdBy: string, title: string) =>
    aDocument(site, { groupId: group.id, createdBy, title });
  const ids = () => ({ activityId: site.newId(), accessId: site.newId() });

  // Of a restricted document, which its owner alone reads.
  const kept = await aText(owner.id, 'Réserve');
  const change = { documentId: kept.id, groupId: group.id, by: owner.id, now };
  await inTransaction(db, (tx) => setVisibility(tx, { ...change, ...ids(), visibility: 'restricted' }));
  const aFile = async (name: string, place: { documentId?: string; boardId?: string }) => {
    const id = site.newId();
    const file = { id, groupId: group.id, name, contentType: 'image/png', bytes: 9, width: 1, height: 1 };
    await inTransaction(db, (tx) =>
      registerFile(tx, { ...file, ...place, storageKey: `a/${id}`, uploadedBy: owner.id, now }),
    );
    return id;
  };
  const secret = await aFile('plan.png', { documentId: kept.id });
  // As versions of before let anybody.
  const stolen = await aText(copier.id, 'Copie');
  await db.insert(documentFiles).values({ documentId: stolen.id, fileId: secret });
  const again = await aText(copier.id, 'Copie de copie');
  await db.insert(documentFiles).values({ documentId: again.id, fileId: secret });

  // What is right: on a board and in a text of its sender, shown by a friend who read it there, and what nothing showed yet.
  const shared = await aFile('place.png', {
    boardId: (await aBoard(site, { groupId: group.id, createdBy: owner.id })).id,
  });
  const told = await aText(friend.id, 'Compte rendu');
  await inTransaction(db, (tx) =>
    linkFiles(tx, { documentId: told.id, fileIds: [shared], writers: [friend.id], now }),
  );
  const loose = await aFile('note.png', {});
  await db.insert(documentFiles).values({ documentId: told.id, fileId: loose });
  // Its owner came and wrote there too, and may show it.
  const invited = await aText(friend.id, 'À deux');
  await db
    .insert(docClients)
    .values({ room: `document:${invited.id}`, clientId: 7, userId: owner.id, at: now });
  await db.insert(documentFiles).values({ documentId: invited.id, fileId: secret });

  // The document of two is read by the whole group, so that the file is no secret of its owner any more.
  expect((await verify()).out).toEqual([
    'Chaque fichier est montré par quelqu’un qui a le droit de le lire\u00a0: rien à vérifier.',
  ]);
  await inTransaction(db, (tx) =>
    setVisibility(tx, { ...change, ...ids(), documentId: invited.id, visibility: 'restricted' }),
  );

  const { code, out } = await verify();
  expect(code).toBe(0);
  expect(out[0]).toMatch(/^2 fichiers sont montrés là où personne/);
  const keys = [stolen, again].map(({ id }) => `document:${id}/${secret}`);
  expect(
    out
      .slice(1)
      .map((line) => line.split('-- ')[1])
      .sort(),
  ).toEqual(keys.toSorted());
  expect(out.find((line) => line.includes(keys[0] ?? ''))).toContain(
    '«\u202fplan.png\u202f», du groupe Arbres en ville, dans le document «\u202fCopie\u202f» (Arbres en ville)',
  );

  for (const key of keys) expect(await verify(key)).toMatchObject({ code: 0, err: '' });
  expect(await findFileForMember(db, { fileId: secret, userId: copier.id, now })).toBeNull();
  expect(await findFileForMember(db, { fileId: secret, userId: owner.id, now })).not.toBeNull();
  const { rows } = await database.run(
    "select subject_id, payload from audit_entry where action = 'document.fileHidden' order by sequence",
    [],
  );
  expect(rows).toEqual(
    [stolen, again].map(({ id }) => ({ subject_id: id, payload: `{"file":"${secret}"}` })),
  );
  expect(await verify(keys[0] ?? '')).toMatchObject({
    code: 1,
    err: expect.stringContaining('n’est pas montré là'),
  });
  expect(await verify('document:rien/x')).toMatchObject({ code: 1, err: expect.stringMatching(/^Usage/) });
  expect((await verify()).out).toHaveLength(1);
});
