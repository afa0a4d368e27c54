import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findHeadSeq,
  findState,
  listAuthors,
  listLogMinutes,
  listPeople,
} from '#db/documents/history/document-history.ts';
import {
  listKeptStates,
  listKnownVersions,
  nameVersion,
  putVersionBack,
  recordRestoration,
  removeVersion,
  renameVersion,
} from '#db/documents/history/document-versions.ts';
import { findVisit, listUnread, recordVisit } from '#db/documents/history/document-visits.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { appendUpdates } from '#db/realtime/doc-updates.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const start = Date.parse('2026-03-03T09:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000);

let database: Database;
beforeAll(async () => {
  database = await openFreshDatabase();
});
afterAll(() => database.close());

/** A document of a group written by Anna at 9 h (twice) and 9 h 20, by Boris at 9 h 21; a stranger in another group. */
async function written() {
  const { db, run } = database;
  const site = siteOf(db, at(0));
  const city = await anOrganisation(site, { name: 'Valmont' });
  const anna = await aPerson(site, { name: 'Anna', organisationId: city.id });
  const [boris, stranger] = [await aPerson(site, { name: 'Boris' }), await aPerson(site)];
  const [group, other] = [await aGroup(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: anna.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const document = await aDocument(site, { groupId: group.id, createdBy: anna.id });
  const room = `document:${document.id}`;
  const append = (userId: string | null, seconds: number, client: number | null = null) =>
    appendUpdates(
      run,
      [
        {
          room,
          data: Uint8Array.of(0, 0),
          userId,
          newClients: client !== null && userId ? [{ clientId: client, userId }] : [],
        },
      ],
      at(seconds),
    );
  await append(anna.id, 0, 11);
  await append(anna.id, 20);
  await append(anna.id, 1_200);
  await append(boris.id, 1_260, 22);
  const change = {
    documentId: document.id,
    groupId: group.id,
    by: anna.id,
    now: at(2_000),
    activityId: site.newId(),
  };
  const again = () => ({ ...change, activityId: site.newId() });
  const wrong = () => ({ ...again(), groupId: other.id, by: stranger.id });
  return { db, run, site, anna, boris, stranger, city, document, room, append, again, wrong };
}

describe('[V3] the minutes of a log', () => {
  test('come with their writers, by the clock, up to a number', async () => {
    const { run, anna, boris, document } = await written();
    const { minutes, isWhole } = await listLogMinutes(run, { documentId: asReadable(document.id), upTo: 4 });
    expect(isWhole).toBe(true);
    expect(minutes).toEqual([
      { seq: 2, firstSeq: 1, firstAt: at(0), lastAt: at(20), writers: [anna.id] },
      { seq: 3, firstSeq: 3, firstAt: at(1_200), lastAt: at(1_200), writers: [anna.id] },
      { seq: 4, firstSeq: 4, firstAt: at(1_260), lastAt: at(1_260), writers: [boris.id] },
    ]);
    const earlier = await listLogMinutes(run, { documentId: asReadable(document.id), upTo: 2 });
    expect(earlier.minutes.map(({ seq }) => seq)).toEqual([2]);
    expect((await listLogMinutes(run, { documentId: asReadable('nowhere'), upTo: 9 })).minutes).toEqual([]);
  });

  test('and any of them is found by its instant or its number', async () => {
    const { db, run, document } = await written();
    expect(await findState(run, asReadable(document.id), { at: at(1_230) })).toEqual({
      seq: 3,
      at: at(1_200),
    });
    expect(await findState(run, asReadable(document.id), { seq: 99 })).toEqual({ seq: 4, at: at(1_260) });
    expect(await findState(run, asReadable(document.id), { at: at(-1) })).toBeNull();
    expect(await findHeadSeq(db, document.id)).toBe(4);
  });

  test('of a hundred thousand rows come in one page, without their updates', async () => {
    const { run, anna, document, room } = await written();
    await run(
      `insert into doc_update (room, seq, user_id, data, at)
       select $1, n, $2, '\\x0000', $3::timestamptz + n * interval '2 seconds' from generate_series(5, 100000) as n`,
      [room, anna.id, at(2_000).toISOString()],
    );
    const { minutes, isWhole } = await listLogMinutes(run, {
      documentId: asReadable(document.id),
      upTo: 100_000,
    });
    expect(isWhole).toBe(false);
    expect(minutes.length).toBeLessThanOrEqual(1_500);
    expect(minutes.at(-1)?.seq).toBe(100_000);
    const before = await listLogMinutes(run, {
      documentId: asReadable(document.id),
      upTo: (minutes[0]?.firstSeq ?? 0) - 1,
    });
    expect(before.minutes.at(-1)?.seq).toBe((minutes[0]?.firstSeq ?? 0) - 1);
  });
});

test('[V6] the register says whose clientID is whose; who left is nobody', async () => {
  const { db, anna, boris, city, document } = await written();
  const { authorship, people } = await listAuthors(database, asReadable(document.id));
  expect([...authorship.owners].sort()).toEqual([
    [11, anna.id],
    [22, boris.id],
  ]);
  expect(people.get(anna.id)).toMatchObject({ name: 'Anna', organisation: { id: city.id, name: 'Valmont' } });
  expect(people.get(boris.id)).toMatchObject({ name: 'Boris', organisation: null });
  expect((await listPeople(db, ['gone'])).size).toBe(0);
});

describe('[V7] named versions', () => {
  test('are named, renamed, taken out and put back, in their own group only', async () => {
    const { db, site, anna, document, again, wrong } = await written();
    const versionId = site.newId();
    const named = { versionId, seq: 2, name: 'Avant relecture' };
    expect(await inTransaction(db, (tx) => nameVersion(tx, { ...wrong(), ...named }))).toEqual({
      ok: false,
      error: 'access.notFound',
    });
    for (const seq of [0, 5])
      expect(await inTransaction(db, (tx) => nameVersion(tx, { ...again(), ...named, seq }))).toEqual({
        ok: false,
        error: 'document.versionNotFound',
      });
    expect(await inTransaction(db, (tx) => nameVersion(tx, { ...again(), ...named }))).toEqual({
      ok: true,
      value: { id: versionId, name: 'Avant relecture' },
    });

    const renamed = { versionId, name: 'Envoyée' };
    const refused = { ok: false, error: 'document.versionNotFound' };
    expect(await inTransaction(db, (tx) => renameVersion(tx, { ...wrong(), ...renamed }))).toEqual(refused);
    expect(await inTransaction(db, (tx) => renameVersion(tx, { ...again(), ...renamed }))).toEqual({
      ok: true,
      value: { former: 'Avant relecture' },
    });
    const list = async () =>
      (await listKnownVersions(db, asReadable(document.id))).map(({ seq, name, by }) => [seq, name, by]);
    expect(await list()).toEqual([[2, 'Envoyée', anna.id]]);

    expect(await inTransaction(db, (tx) => removeVersion(tx, { ...wrong(), versionId }))).toEqual(refused);
    expect(await inTransaction(db, (tx) => putVersionBack(tx, { ...again(), versionId }))).toEqual(refused);
    expect(await inTransaction(db, (tx) => removeVersion(tx, { ...again(), versionId }))).toEqual({
      ok: true,
      value: { name: 'Envoyée' },
    });
    expect(await inTransaction(db, (tx) => removeVersion(tx, { ...again(), versionId }))).toEqual(refused);
    expect(await list()).toEqual([]);
    expect(await inTransaction(db, (tx) => putVersionBack(tx, { ...wrong(), versionId }))).toEqual(refused);
    expect(await inTransaction(db, (tx) => putVersionBack(tx, { ...again(), versionId }))).toMatchObject({
      ok: true,
    });
    expect(await list()).toEqual([[2, 'Envoyée', anna.id]]);
  });

  test('[V4] and restorations, which are noted in their own group only', async () => {
    const { db, site, document, again, wrong } = await written();
    const restoration = () => ({
      versionId: site.newId(),
      seq: 4,
      restored: { seq: 2, at: at(20), beforeSeq: 3 },
    });
    expect(
      await inTransaction(db, (tx) => recordRestoration(tx, { ...wrong(), ...restoration() })),
    ).toMatchObject({ ok: false });
    expect(
      await inTransaction(db, (tx) => recordRestoration(tx, { ...again(), ...restoration() })),
    ).toMatchObject({ ok: true });
    expect(await listKnownVersions(db, asReadable(document.id))).toMatchObject([
      { seq: 4, name: null, restored: { seq: 2, at: at(20), beforeSeq: 3 } },
    ]);
  });

  test('[K1] are states that packing keeps apart, like those that somebody read up to', async () => {
    const { db, run, site, anna, document, room, again } = await written();
    await inTransaction(db, (tx) =>
      nameVersion(tx, { ...again(), versionId: site.newId(), seq: 1, name: 'Un' }),
    );
    await inTransaction(db, (tx) =>
      recordVisit(tx, { documentId: document.id, userId: anna.id, seq: 3, now: at(2_000) }),
    );
    expect([...(await listKeptStates(run, room))].sort()).toEqual([1, 3]);
    expect((await listKeptStates(run, 'document:other')).size).toBe(0);
  });
});

describe('[V8] the last visit', () => {
  test('never moves backwards, whichever tab tells it', async () => {
    const { db, anna, boris, document } = await written();
    const visit = (seq: number, seconds: number) =>
      inTransaction(db, (tx) =>
        recordVisit(tx, { documentId: document.id, userId: anna.id, seq, now: at(seconds) }),
      );
    const found = () => findVisit(db, { documentId: document.id, userId: anna.id });
    expect(await found()).toBeNull();
    await visit(3, 2_000);
    await visit(2, 2_100);
    expect(await found()).toEqual({ seq: 3, at: at(2_000) });
    await visit(3, 1_900);
    expect(await found()).toEqual({ seq: 3, at: at(2_000) });
    await visit(4, 2_200);
    expect(await found()).toEqual({ seq: 4, at: at(2_200) });
    expect(await findVisit(db, { documentId: document.id, userId: boris.id })).toBeNull();
  });

  test('leaves unread what others changed since; one’s own changes and pages never opened do not count', async () => {
    const { db, run, anna, boris, document, append } = await written();
    const unread = async (userId: string) => [
      ...(await listUnread(run, { documentIds: [asReadable(document.id)], userId })),
    ];
    expect(await unread(anna.id)).toEqual([]);
    for (const userId of [anna.id, boris.id])
      await inTransaction(db, (tx) =>
        recordVisit(tx, { documentId: document.id, userId, seq: 4, now: at(2_000) }),
      );
    await append(anna.id, 2_010);
    expect(await unread(anna.id)).toEqual([]);
    expect(await unread(boris.id)).toEqual([document.id]);
    // Two wrote at once: the log does not say who, so others did.
    await append(null, 2_020);
    expect(await unread(anna.id)).toEqual([document.id]);
    expect([...(await listUnread(run, { documentIds: [], userId: anna.id }))]).toEqual([]);
  });
});
