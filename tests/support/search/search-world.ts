import { eq } from 'drizzle-orm';
import { cards } from '#db/boards/schema.ts';
import { documentAccess } from '#db/documents/access/schema.ts';
import { comments, commentThreads } from '#db/documents/comment/schema.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { documents } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findDatasetForMember } from '#db/library/dataset/datasets.ts';
import { datasets } from '#db/library/dataset/schema.ts';
import { findResourceForMember } from '#db/library/resource/resources.ts';
import { resources } from '#db/library/resource/schema.ts';
import { decisions } from '#db/meetings/decision/schema.ts';
import { findMeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { meetings } from '#db/meetings/meeting/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { suspendPerson } from '#db/people/person/people.ts';
import { users } from '#db/people/person/schema.ts';
import {
  agreementMunicipalities,
  agreements,
  departments,
  municipalities,
} from '#db/programme/territory/schema.ts';
import { findTopicForMember } from '#db/programme/topic/topic-rights.ts';
import { aBoard, aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import { VISIBILITIES } from '#shared/documents/document-access.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { fieldsOf } from '../library/datasets.ts';
import { aTopic } from '../programme/topics.ts';
import { siteOf } from '../publication/site.ts';
import { now, WORD, write } from './search.ts';
import { programmeObjects, type ReadableObject } from './search-programme.ts';

/** One object of each kind and visibility in one group, each with the word in it, and everybody who may stand towards it. */
export async function searchWorld(db: Db) {
  const site = siteOf(db, now);
  const city = await anOrganisation(site, { name: `Ville du ${WORD}` });
  const partner = await anOrganisation(site, { name: `Agence ${WORD}` });
  const [group, other] = [
    await aGroup(site, { name: `Groupe ${WORD}` }),
    await aGroup(site, { name: 'Ailleurs' }),
  ];
  const author = await aPerson(site, { name: `Aline ${WORD}`, organisationId: city.id });
  const { readers, person, firm, consultantId } = await everybody(site, { group, other, city });
  const named = await person('named');
  await person('of a named organisation', { organisationId: partner.id });
  const suspended = await person('suspended');
  await aMember(site, { groupId: group.id, role: 'facilitator', userId: suspended });

  const own = { groupId: group.id, createdBy: author.id };
  const board = await aBoard(site, { ...own, title: `Tableau ${WORD}` });
  const card = { boardId: board.id, cardId: 'carte' };
  await db.insert(cards).values({
    ...card,
    title: `Carte ${WORD}`,
    description: '',
    columnId: 'c',
    columnName: 'À faire',
    order: 'a0',
    isDone: false,
    isArchived: false,
    assigneeIds: [],
    labels: [],
  });
  const keys: string[] = [
    `board:${board.id}`,
    `card:${board.id}/carte`,
    `group:${group.id}`,
    `person:${author.id}`,
    `organisation:${city.id}`,
    'city:02789',
  ];
  const comment = async (subject: { documentId: string } | typeof card) => {
    const [threadId, id] = [site.newId(), site.newId()];
    const bytes = new Uint8Array();
    await db.insert(commentThreads).values({
      id: threadId,
      ...subject,
      authorId: author.id,
      startAt: bytes,
      endAt: bytes,
      quote: '',
      before: '',
      after: '',
      seq: 0,
      createdAt: now,
    });
    await db
      .insert(comments)
      .values({ id, threadId, authorId: author.id, body: `Un ${WORD}`, createdAt: now });
    return id;
  };
  /** What each comment is read with. */
  const subjects = new Map([[`comment:${await comment(card)}`, `board:${board.id}`]]);
  let number = 0;
  const decision = async (documentId: string) => {
    const id = site.newId();
    number++;
    await db.insert(decisions).values({
      id,
      groupId: group.id,
      documentId,
      text: `La ville mesure le ${WORD}`,
      rank: 0,
      isInText: true,
      seenAt: now,
      decidedOn: '2023-03-14',
      year: 2023,
      number,
      createdBy: author.id,
    });
    return `decision:${id}`;
  };
  for (const visibility of VISIBILITIES) {
    const document = await aDocument(site, { ...own, title: `Document ${visibility} ${WORD}` });
    await db.update(documents).set({ visibility }).where(eq(documents.id, document.id));
    await write(db, document.id, `Le ${WORD} souffle`);
    const given = { documentId: document.id, role: 'reader', addedAt: now } as const;
    if (visibility === 'restricted')
      await db.insert(documentAccess).values([
        { id: site.newId(), ...given, userId: named },
        { id: site.newId(), ...given, organisationId: partner.id },
      ]);
    keys.push(`document:${document.id}`);
    subjects.set(`comment:${await comment({ documentId: document.id })}`, `document:${document.id}`);
    keys.push(await decision(document.id));
  }
  const shared = [
    ...(await sharedObjects(db, own)),
    ...(await programmeObjects(db, { ...own, cityId: city.id, firmId: firm.id, consultantId })),
  ];
  await db.insert(departments).values({ code: '02', name: 'Aisne', regionCode: '32' });
  await db.insert(municipalities).values({
    code: '02789',
    name: `${WORD}-sur-Oise`,
    departmentCode: '02',
    regionCode: '32',
    postalCodes: ['02140'],
  });
  await db.insert(agreements).values({ id: 'ACV900', name: WORD, isInProgramme: true });
  await db.insert(agreementMunicipalities).values({ agreementId: 'ACV900', municipalityCode: '02789' });
  const trashed = await aDocument(site, { ...own, title: `Jeté ${WORD}` });
  await decision(trashed.id);
  await db.update(documents).set({ trashedAt: now }).where(eq(documents.id, trashed.id));
  await inTransaction(db, (tx) => suspendPerson(tx, { id: suspended, by: author.id, now }));
  await db.update(organisations).set({ shortName: 'ZZ' }).where(eq(organisations.id, partner.id));
  const namesakes = [readers['of the city'], readers['of a named organisation']].map((id) => `person:${id}`);
  const all = [...keys, ...namesakes, `organisation:${partner.id}`];
  const refs = all.map((key) => parseObjectKey(key)).filter((ref) => ref !== null);

  /** What this person may read elsewhere, asked of the pages of the objects themselves. */
  async function readableBy(userId: string): Promise<string[]> {
    if (userId === suspended) return [];
    const seen = new Set(Object.keys(await findObjectNames(db, { refs, userId, now })));
    const found = all.filter((key) => seen.has(key));
    for (const [key, subject] of subjects) if (seen.has(subject)) found.push(key);
    const [row] = await db
      .select({ platformRole: users.platformRole })
      .from(users)
      .where(eq(users.id, userId));
    const reader = { userId, now, platformRole: row?.platformRole ?? 'member' };
    for (const { key, isReadableBy } of shared) if (await isReadableBy(reader)) found.push(key);
    return found;
  }
  return { readers, readableBy };
}

/** Whoever may stand in some way towards a group, a city, or a mission. */
async function everybody(
  site: ReturnType<typeof siteOf>,
  { group, other, city }: Readonly<Record<'group' | 'other' | 'city', { readonly id: string }>>,
) {
  const readers: Record<string, string> = {};
  for (const role of GROUP_ROLES) {
    const person = await aPerson(site, { name: `Rôle ${role}` });
    await aMember(site, { groupId: group.id, role, userId: person.id });
    readers[role] = person.id;
  }
  const person = async (name: string, options: Parameters<typeof aPerson>[1] = {}) => {
    readers[name] = (await aPerson(site, { name, ...options })).id;
    return readers[name];
  };
  const ended = await person('ended');
  await aMember(site, {
    groupId: group.id,
    role: 'consultant',
    userId: ended,
    until: new Date('2023-03-01T00:00:00Z'),
  });
  await aMember(site, { groupId: group.id, role: 'contributor', organisationId: city.id });
  await person('of the city', { organisationId: city.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: await person('other group') });
  await person('outsider');
  for (const platformRole of ['admin', 'coordinator', 'reviewer'] as const)
    await person(`platform ${platformRole}`, { platformRole });
  const firm = await anOrganisation(site, { name: 'Cabinet', kind: 'consultancy' });
  const consultantId = await person('of a mission', { organisationId: firm.id });
  await person('of no mission', { organisationId: firm.id });
  return { readers, person, firm, consultantId };
}

/** A meeting, and of each visibility a resource and a data set; one more of each of these in the trash. */
async function sharedObjects(db: Db, own: { groupId: string; createdBy: string }) {
  const { newId } = siteOf(db, now);
  const dated = { ...own, createdAt: now, updatedAt: now };
  const meetingId = newId();
  await db.insert(meetings).values({
    ...dated,
    id: meetingId,
    title: `Séance ${WORD}`,
    startsAt: now,
    endsAt: new Date(now.getTime() + 3_600_000),
  });
  const made: ReadableObject[] = [
    {
      key: `meeting:${meetingId}`,
      isReadableBy: async (reader) => (await findMeetingForMember(db, { meetingId, ...reader })) !== null,
    },
  ];
  const site = siteOf(db, now);
  const { id: sheetText } = await aDocument(site, { ...own, title: 'Fiche' });
  for (const documentId of [null, sheetText]) {
    const { topicId } = await aTopic(site, {
      ...{ groupId: own.groupId, by: own.createdBy, documentId },
      body: `Qui mesure le ${WORD} ?`,
    });
    made.push({
      key: `topic:${topicId}`,
      isReadableBy: async (reader) => (await findTopicForMember(db, { topicId, ...reader })) !== null,
    });
  }
  for (const visibility of ['group', 'programme'] as const) {
    for (const trashedAt of [null, now]) {
      const [resourceId, datasetId] = [newId(), newId()];
      await db.insert(resources).values({
        ...dated,
        id: resourceId,
        title: `Guide du ${WORD}`,
        kind: 'method',
        description: '',
        producer: '',
        licence: 'unknown',
        language: 'fr',
        visibility,
        trashedAt,
      });
      const fields = fieldsOf({ title: `Mesures du ${WORD}`, visibility });
      await db.insert(datasets).values({ ...dated, ...fields, id: datasetId, trashedAt });
      made.push(
        {
          key: `resource:${resourceId}`,
          isReadableBy: async (reader) =>
            (await findResourceForMember(db, { resourceId, ...reader })) !== null,
        },
        {
          key: `dataset:${datasetId}`,
          isReadableBy: async (reader) => (await findDatasetForMember(db, { datasetId, ...reader })) !== null,
        },
      );
    }
  }
  return made;
}
