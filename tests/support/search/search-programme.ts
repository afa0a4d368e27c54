import { eq } from 'drizzle-orm';
import type { Db } from '#db/kernel/client.ts';
import { dataNeeds, wantedDatasets } from '#db/library/need/schema.ts';
import { themes } from '#db/people/group/schema.ts';
import { findApplication } from '#db/programme/application/applications.ts';
import { applications, submissions } from '#db/programme/application/schema.ts';
import { findCall } from '#db/programme/call/calls.ts';
import { findExperiment } from '#db/programme/experiment/experiments.ts';
import { experimentLogs } from '#db/programme/experiment/follow-up-schema.ts';
import { experiments } from '#db/programme/experiment/schema.ts';
import { territorialFacilitators } from '#db/programme/facilitator/schema.ts';
import { findFacilitator } from '#db/programme/facilitator/territorial-facilitators.ts';
import { listHeard } from '#db/programme/local-issue/local-issue-notes.ts';
import { findIssue } from '#db/programme/local-issue/local-issues.ts';
import { localIssues, stakeholderInterviews, watchNotes } from '#db/programme/local-issue/schema.ts';
import { findMissionForMember } from '#db/programme/mission/missions.ts';
import { consultingMissions } from '#db/programme/mission/schema.ts';
import { tracks } from '#db/programme/track/schema.ts';
import { findTrack } from '#db/programme/track/tracks.ts';
import { findAdoption } from '#db/publication/adoption/adoptions.ts';
import { adoptions } from '#db/publication/adoption/schema.ts';
import { publications } from '#db/publication/public-document/schema.ts';
import { useCaseSheetPublications, useCaseSheets } from '#db/publication/sheet/schema.ts';
import { aDocument } from '#db/seed/builders/builders.ts';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { aMission } from '#tests/support/programme/builders/mission-builders.ts';
import { siteOf } from '../publication/site.ts';
import { now, WORD } from './search.ts';
import { announcedObjects } from './search-announced.ts';

interface Reader {
  readonly userId: string;
  readonly platformRole: PlatformRole;
  readonly now: Date;
}

export interface ReadableObject {
  readonly key: string;
  readonly isReadableBy: (reader: Reader) => Promise<boolean>;
}

interface Given {
  readonly groupId: string;
  readonly createdBy: string;
  readonly cityId: string;
  readonly firmId: string;
  readonly consultantId: string;
}

/** One object of each kind of the programme with the word in it; drafts and what was taken away besides, which nobody else may find. */
export async function programmeObjects(db: Db, given: Given): Promise<ReadableObject[]> {
  const [theme] = await db.select({ id: themes.id }).from(themes).limit(1);
  const themeId = theme?.id ?? '';
  return [
    ...(await experimentObjects(db, { ...given, themeId })),
    ...(await heardObjects(db, { ...given, themeId })),
    ...(await networkObjects(db, given)),
    ...(await callObjects(db, given)),
    await anAdoption(db, given),
    ...(await announcedObjects(db, given)),
  ];
}

const datedBy = ({ createdBy }: Given) => ({ createdBy, createdAt: now, updatedAt: now });

/** An experiment with a month of its log, a need of it, and a mission. */
async function experimentObjects(db: Db, given: Given & { themeId: string }): Promise<ReadableObject[]> {
  const site = siteOf(db, now);
  const { themeId, firmId, cityId, consultantId } = given;
  const { experimentId, missionId } = await aMission(site, {
    ...{ firmId, themeId, cityIds: [cityId], consultantIds: [consultantId] },
    endsOn: '2023-12-31',
  });
  const isIt = eq(experiments.id, experimentId);
  await db
    .update(experiments)
    .set({ title: `Essai du ${WORD}` })
    .where(isIt);
  const isMission = eq(consultingMissions.id, missionId);
  await db
    .update(consultingMissions)
    .set({ title: `Appui ${WORD}` })
    .where(isMission);
  const log = { experimentId, month: '2023-03', mood: 'good', difficulties: '', help: '' } as const;
  await db.insert(experimentLogs).values([
    { ...log, version: 1, done: 'Rien encore', writtenAt: now },
    { ...log, version: 2, done: `Le ${WORD} est mesuré`, writtenAt: now },
  ]);
  const [wantedId, needId] = [site.newId(), site.newId()];
  await db
    .insert(wantedDatasets)
    .values({ id: wantedId, name: `Relevés du ${WORD}`, nameKey: `releves du ${WORD}`, createdAt: now });
  const need = {
    ...{ experimentId, wantedId, producerKind: 'entreprise', producerName: '', importance: 'useful' },
    ...{ accessStatus: 'open', accessReason: null, accessNote: '', inCharge: '', schemaName: '' },
    ...{ frequency: 'annual', licence: 'none', contact: '', comment: '', ...datedBy(given) },
  } as unknown as Omit<typeof dataNeeds.$inferInsert, 'id'>;
  await db.insert(dataNeeds).values([
    { ...need, id: needId },
    { ...need, id: site.newId(), removedAt: now },
  ]);
  const seen = async (reader: Reader) => (await findExperiment(db, { experimentId, ...reader })) !== null;
  return [
    { key: `experiment:${experimentId}`, isReadableBy: seen },
    { key: `data-need:${experimentId}/${needId}`, isReadableBy: seen },
    {
      key: `log:${experimentId}/2023-03`,
      isReadableBy: async (reader) => {
        const found = await findExperiment(db, { experimentId, ...reader });
        return canInExperiment(found?.role ?? null, 'experiment.readInside');
      },
    },
    {
      key: `mission:${missionId}`,
      isReadableBy: async (reader) => (await findMissionForMember(db, { missionId, ...reader })) !== null,
    },
  ];
}

/** A challenge, an interview and a watch note of the city. */
async function heardObjects(db: Db, given: Given & { themeId: string }): Promise<ReadableObject[]> {
  const { newId } = siteOf(db, now);
  const { themeId, cityId, createdBy } = given;
  const [issueId, interviewId, noteId] = [newId(), newId(), newId()];
  const issue = { themeId, context: '', organisationId: cityId, ...datedBy(given) };
  await db.insert(localIssues).values([
    { ...issue, id: issueId, title: `Comment profiter du ${WORD} ?` },
    { ...issue, id: newId(), title: `Jetée avec le ${WORD}`, trashedAt: now },
  ]);
  await db.insert(stakeholderInterviews).values({
    ...{ id: interviewId, organisationId: cityId, personName: 'Ève Morin', ...datedBy(given) },
    ...{ personFunction: 'élue', personOrganisation: '', metOn: '2023-03-02' },
    ...{ notes: `Elle parle du ${WORD}`, hasConsent: false },
  });
  await db.insert(watchNotes).values({
    ...{ id: noteId, organisationId: cityId, title: `Lu sur le ${WORD}`, url: '', says: '' },
    ...{ createdBy, createdAt: now },
  });
  const heard = async (reader: Reader) => {
    const found = await listHeard(db, reader);
    return found?.interviews.some(({ id }) => id === interviewId) ?? false;
  };
  return [
    {
      key: `issue:${issueId}`,
      isReadableBy: async (reader) => (await findIssue(db, { issueId, ...reader })) !== null,
    },
    { key: `interview:${interviewId}`, isReadableBy: heard },
    { key: `note:${noteId}`, isReadableBy: heard },
  ];
}

/** A track, and a structure of the network beside one that left it. */
async function networkObjects(db: Db, given: Given): Promise<ReadableObject[]> {
  const { newId } = siteOf(db, now);
  const [trackId, facilitatorId] = [newId(), newId()];
  await db.insert(tracks).values({
    ...{ id: trackId, title: `Schéma du ${WORD}`, purpose: '', phase: 'construction', schemaName: '' },
    ...{ isForCommonCore: false, ...datedBy(given) },
  } as unknown as typeof tracks.$inferInsert);
  const structure = {
    ...{ kind: 'agency', offer: '', address: '', site: '', contactName: '', contactEmail: '' },
    ...{ contactPhone: '', source: '', certainty: '', ...datedBy(given) },
  } as unknown as Omit<typeof territorialFacilitators.$inferInsert, 'id' | 'name'>;
  await db.insert(territorialFacilitators).values([
    { ...structure, id: facilitatorId, name: `Réseau du ${WORD}` },
    { ...structure, id: newId(), name: `Parti, le ${WORD}`, removedAt: now },
  ]);
  return [
    {
      key: `track:${trackId}`,
      isReadableBy: async (reader) => (await findTrack(db, { trackId, ...reader })) !== null,
    },
    {
      key: `facilitator:${facilitatorId}`,
      isReadableBy: async (reader) => (await findFacilitator(db, { id: facilitatorId, reader })) !== null,
    },
  ];
}

/** A published call and one that is prepared; in the first, a draft and what was submitted. */
async function callObjects(db: Db, { cityId, createdBy }: Given): Promise<ReadableObject[]> {
  const site = siteOf(db, now);
  const made: ReadableObject[] = [];
  const title = `Appel du ${WORD}`;
  const published = await aCall(site, { title });
  for (const call of [published, await aCall(site, { title, publishedAt: null })])
    made.push({
      key: `call:${call.id}`,
      isReadableBy: async ({ platformRole }) => {
        const mayPrepare = canOnPlatform(platformRole, 'call.manage');
        return (await findCall(db, { callId: call.id, mayPrepare, now })) !== null;
      },
    });
  for (const status of ['draft', 'submitted'] as const) {
    const id = site.newId();
    await db.insert(applications).values({
      ...{ id, callId: published.id, organisationId: cityId, title: `Projet ${WORD}`, status },
      ...{ formVersion: 1, createdBy, createdAt: now, updatedAt: now },
    });
    if (status === 'submitted')
      await db.insert(submissions).values({
        ...{ applicationId: id, rank: 1, number: `AMI-${id}`, answers: {}, formVersion: 1 },
        ...{ hash: '', isLate: false, submittedAt: now },
      });
    made.push({
      key: `application:${id}`,
      isReadableBy: async ({ userId }) => (await findApplication(db, { applicationId: id, userId })) !== null,
    });
  }
  return made;
}

/** What the city makes of a published sheet. */
async function anAdoption(db: Db, { groupId, createdBy, cityId }: Given): Promise<ReadableObject> {
  const site = siteOf(db, now);
  const document = await aDocument(site, { groupId, createdBy, title: 'Fiche' });
  const [sheetId, adoptionId] = [site.newId(), site.newId()];
  await db
    .insert(useCaseSheets)
    .values({ id: sheetId, documentId: document.id, uses: [], state: 'published', createdAt: now });
  await db.insert(publications).values({
    ...{ documentId: document.id, address: sheetId, title: `Fiche du ${WORD}`, excerpt: '', blocks: [] },
    ...{ outline: [], writers: [], fileIds: [], seq: 0, firstAt: now, publishedAt: now },
  });
  const facts = {} as typeof useCaseSheetPublications.$inferInsert.facts;
  await db.insert(useCaseSheetPublications).values({ sheetId, hook: '', facts, words: '' });
  await db.insert(adoptions).values({
    ...{ id: adoptionId, sheetId, organisationId: cityId, answers: {}, note: '', needs: [], revision: 1 },
    ...{ sheetPublishedAt: now, createdAt: now, updatedAt: now },
  } as unknown as typeof adoptions.$inferInsert);
  return {
    key: `adoption:${adoptionId}`,
    isReadableBy: async (reader) => (await findAdoption(db, { adoptionId, ...reader })) !== null,
  };
}
