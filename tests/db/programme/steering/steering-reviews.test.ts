import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commentThreads, suggestions } from '#db/documents/comment/schema.ts';
import { documents } from '#db/documents/schema.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { datasetChecks, datasets } from '#db/library/dataset/schema.ts';
import { minutes } from '#db/meetings/held/schema.ts';
import { meetings } from '#db/meetings/meeting/schema.ts';
import { listTargets, setTarget } from '#db/programme/steering/openness-targets.ts';
import { readSteering } from '#db/programme/steering/steering.ts';
import { listSteeredDatasets } from '#db/programme/steering/steering-datasets.ts';
import { listApprovedDocuments } from '#db/programme/steering/steering-reviews.ts';
import { aDocument, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { aSteeredSeason, onDay } from '#tests/support/programme/steering.ts';

let database: Database;
let world: Awaited<ReturnType<typeof aSteeredSeason>>;

beforeAll(async () => {
  database = await openFreshDatabase();
  world = await aSteeredSeason(database.db);
});
afterAll(() => database.close());

test('[PI9] minutes are in review from their submission to their approval, a text while a suggestion is open', async () => {
  const { db } = database;
  const { site, reviewer, groupId, scopeOf } = world;
  const [report, text, closed] = [
    await aDocument(site, { groupId, createdBy: reviewer, title: 'Compte rendu de janvier' }),
    await aDocument(site, { groupId, createdBy: reviewer, title: 'Guide' }),
    await aDocument(site, { groupId, createdBy: reviewer, title: 'Réservé' }),
  ];
  await db.update(documents).set({ createdAt: onDay('2023-12-01') });
  await db.update(documents).set({ visibility: 'restricted' }).where(eq(documents.id, closed.id));
  const meetingId = site.newId();
  const times = { startsAt: onDay('2024-01-09'), endsAt: onDay('2024-01-09'), closedAt: onDay('2024-01-09') };
  await db.insert(meetings).values({
    id: meetingId,
    groupId,
    title: 'Séance de janvier',
    status: 'held',
    ...times,
    createdAt: onDay('2024-01-02'),
    updatedAt: onDay('2024-01-02'),
  });
  await db.insert(minutes).values({
    meetingId,
    documentId: report.id,
    status: 'approved',
    submittedAt: onDay('2024-01-25'),
    approvedAt: onDay('2024-03-05'),
  });
  for (const documentId of [text.id, closed.id]) {
    const threadId = site.newId();
    const passage = { startAt: new Uint8Array(), endAt: new Uint8Array(), quote: '', before: '', after: '' };
    await db.insert(commentThreads).values({
      id: threadId,
      documentId,
      authorId: reviewer,
      ...passage,
      seq: 0,
      createdAt: onDay('2024-02-10'),
    });
    await db.insert(suggestions).values({
      threadId,
      original: 'a',
      proposed: 'b',
      state: 'accepted',
      decidedAt: onDay('2024-02-20'),
    });
  }
  const stood = async (iso: string) => {
    const { inReview, approved } = await readSteering(db, scopeOf(iso));
    return [...inReview.map(({ title, kind }) => `${kind} ${title}`), `${approved} approved`];
  };
  expect(await stood('2024-01-24')).toEqual(['0 approved']);
  expect(await stood('2024-01-25')).toEqual(['minutes Compte rendu de janvier', '0 approved']);
  // What the reviewer may not read is neither counted nor named.
  expect(await stood('2024-02-10')).toEqual([
    'minutes Compte rendu de janvier',
    'suggestions Guide',
    '0 approved',
  ]);
  expect(await stood('2024-02-20')).toEqual(['minutes Compte rendu de janvier', '0 approved']);
  expect(await stood('2024-03-05')).toEqual(['1 approved']);
  expect(await listApprovedDocuments(db, scopeOf('2024-03-05'))).toMatchObject([{ meetingId }]);
  const coordinator = await aPerson(site, { platformRole: 'coordinator' });
  const { inReview } = await readSteering(db, scopeOf('2024-02-10', { userId: coordinator.id }));
  expect(inReview.map(({ title }) => title)).toContain('Réservé');
  const outsider = await aPerson(site);
  const nothing = await readSteering(db, scopeOf('2024-02-10', { userId: outsider.id }));
  expect(nothing.inReview).toEqual([]);

  const late = async (iso: string) =>
    (await readSteering(db, scopeOf(iso))).signals.flatMap((signal) =>
      'meeting' in signal ? [`${signal.kind} ${signal.meeting.title}`] : [],
    );
  expect(await late('2024-01-22')).toEqual([]);
  expect(await late('2024-01-24')).toEqual(['minutesMissing Séance de janvier']);
  expect(await late('2024-01-25')).toEqual([]);
  expect(await late('2024-02-25')).toEqual(['minutesWaiting Séance de janvier']);
  expect(await late('2024-03-05')).toEqual([]);
});

test('[PI7] [PI8] openness is what the last check of that day found, beside what was wanted then', async () => {
  const { db } = database;
  const { site, reviewer, groupId, seasonId, cityId, scopeOf } = world;
  const record = (title: string) => ({
    id: site.newId(),
    groupId,
    organisationId: cityId,
    title,
    description: '',
    producerName: 'Ville',
    producerKind: 'public_local' as const,
    accessStatus: 'open' as const,
    accessReason: null,
    accessNote: '',
    licence: 'etalab-2.0' as const,
    frequency: 'annual' as const,
    schemaName: '',
    schemaUrl: '',
    schemaVersion: '',
    territory: '',
    contact: '',
    visibility: 'group' as const,
    createdBy: reviewer,
    createdAt: onDay('2024-01-03'),
    updatedAt: onDay('2024-01-03'),
  });
  const [trees, streets] = [record('Arbres'), record('Rues')];
  await db.insert(datasets).values([trees, { ...streets, trashedAt: onDay('2024-04-10') }]);
  const check = (datasetId: string, at: string, errors: number, schema: object | null) => ({
    id: site.newId(),
    groupId,
    datasetId,
    state: 'done' as const,
    schema: schema as never,
    schemaSource: '',
    fileName: 'a.csv',
    fileBytes: 1,
    rowsRead: 1,
    errors,
    warnings: 0,
    createdBy: reviewer,
    createdAt: onDay(at),
    beatAt: onDay(at),
  });
  await db
    .insert(datasetChecks)
    .values([
      check(trees.id, '2024-02-01', 3, { fields: [] }),
      check(trees.id, '2024-03-01', 0, { fields: [] }),
      check(streets.id, '2024-03-10', 0, null),
    ]);
  const want = (percent: number, dueOn: string, on: string) =>
    inTransaction(db, (tx) =>
      setTarget(tx, {
        ...{ id: site.newId(), seasonId, setBy: reviewer, indicator: 'datasetsValid' },
        ...{ percent, dueOn, now: onDay(on) },
      }),
    );
  await want(50, '2024-03-31', '2024-02-15');
  await want(100, '2024-04-30', '2024-04-01');
  const stood = async (iso: string) =>
    Object.fromEntries(
      (await readSteering(db, scopeOf(iso))).openness.map(({ indicator, part, whole, target, standing }) => [
        indicator,
        `${part}/${whole} ${target?.percent ?? '-'} ${standing}`,
      ]),
    );
  expect(await stood('2024-01-02')).toMatchObject({ datasetsValid: '0/0 - unknown' });
  expect(await stood('2024-02-20')).toMatchObject({
    datasetsValid: '0/2 50 underWay',
    schemaConformity: '0/1 - noTarget',
  });
  expect(await stood('2024-03-05')).toMatchObject({
    datasetsValid: '1/2 50 reached',
    schemaConformity: '1/1 - noTarget',
  });
  expect(await stood('2024-03-15')).toMatchObject({ datasetsValid: '2/2 50 reached' });
  expect(await stood('2024-04-20')).toMatchObject({ datasetsValid: '1/1 100 reached' });
  expect(await listTargets(db, { seasonId, end: onDay('2024-02-01') })).toEqual([]);
  expect(await listSteeredDatasets(db, scopeOf('2024-03-05'))).toMatchObject([
    { title: 'Arbres', check: { hasSchema: true, errors: 0 } },
    { title: 'Rues', check: null },
  ]);
  expect(await listSteeredDatasets(db, scopeOf('2024-03-05', { department: '2A' }))).toEqual([]);
});
