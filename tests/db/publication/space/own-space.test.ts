import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { createDocument } from '#db/documents/documents.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { groups } from '#db/people/group/schema.ts';
import { findOwnSpace, listSpaceDocuments, listSpacePeople } from '#db/publication/space/own-space.ts';
import { prepareVisits } from '#db/realtime/rooms-access.ts';
import { searchEverything } from '#db/search/search.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { withDb } from '#tests/support/database.ts';
import { aSession } from '#tests/support/operations/access-tokens.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** Nadia’s draft in the space of her city, with a colleague, an administrator of the same city, and others. */
async function around(db: Db) {
  const site = siteOf(db, now);
  const city = await anOrganisation(site, { name: 'Valmont-sur-Loire' });
  const other = await anOrganisation(site, { name: 'Ville de Laon' });
  const organisationId = city.id;
  const people = {
    nadia: await aPerson(site, { name: 'Nadia Ferrand', organisationId }),
    julien: await aPerson(site, { name: 'Julien Morel', organisationId }),
    samira: await aPerson(site, { name: 'Samira Aït', organisationId, platformRole: 'admin' }),
    claire: await aPerson(site, { platformRole: 'coordinator' }),
    yann: await aPerson(site, { organisationId: other.id }),
  };
  const [space] = await db.select().from(groups).where(eq(groups.organisationId, organisationId));
  if (!space) throw new Error('the city has no space');
  const ids = { documentId: site.newId(), activityId: site.newId() };
  const draft = { ...ids, groupId: space.id, by: people.nadia.id, now, title: 'Plantation des tilleuls' };
  await inTransaction(db, (tx) => createDocument(tx, draft));
  const see = (visibility: 'group' | 'restricted') =>
    inTransaction(db, (tx) =>
      setVisibility(tx, {
        ...{ documentId: ids.documentId, groupId: space.id, by: people.nadia.id, now, visibility },
        ...{ accessId: site.newId(), activityId: site.newId() },
      }),
    );
  return { site, city, people, space, documentId: ids.documentId, see };
}

/** What somebody comes upon of a document: in a search, at the door of its room, among activities, in Ma ville. */
async function metBy(db: Db, { id: userId }: { id: string }, documentId: string) {
  const reader = { userId, now };
  const query = parseSearch('tilleuls');
  if (!query.ok) throw new Error(query.error);
  const found = await searchEverything(db, { query: query.value, ...reader, limit: 5 });
  const room = `document:${documentId}`;
  const [visit] = await prepareVisits(db, 'id')([{ room, session: await aSession(db, reader) }], now);
  const groupIds = (await listGroupsForMember(db, reader)).map(({ id }) => id);
  const activities = await listActivities(db, { groupIds, limit: 50, ...reader });
  const own = await findOwnSpace(db, reader);
  const listed = own && (await listSpaceDocuments(db, { own, limit: 5, ...reader })).documents;
  return {
    search: found.ok && found.value.items.some(({ id }) => id === documentId),
    room: visit?.grant?.access ?? null,
    activity: activities.some(({ objectId }) => objectId === documentId),
    listed: listed?.find(({ id }) => id === documentId)?.sight.kind ?? null,
  };
}

const NOTHING = { search: false, room: null, activity: false, listed: null };

test('[MV3] [MV4] a draft is met by its maker alone, in search, live room, activities and lists; once opened by the city alone; closed again as before', () =>
  withDb(async (db) => {
    const { people, documentId, see } = await around(db);
    const { nadia, ...others } = people;
    const { julien, samira, ...outside } = others;
    const own = { search: true, room: 'write', activity: true, listed: 'self' };
    expect(await metBy(db, nadia, documentId)).toEqual(own);
    for (const person of Object.values(others)) expect(await metBy(db, person, documentId)).toEqual(NOTHING);

    expect(await see('group')).toMatchObject({ ok: true });
    for (const person of [nadia, julien, samira])
      expect(await metBy(db, person, documentId)).toEqual({ ...own, listed: 'organisation' });
    for (const person of Object.values(outside)) expect(await metBy(db, person, documentId)).toEqual(NOTHING);

    expect(await see('restricted')).toMatchObject({ ok: true });
    expect(await metBy(db, nadia, documentId)).toEqual(own);
    for (const person of Object.values(others)) expect(await metBy(db, person, documentId)).toEqual(NOTHING);
  }));

test('[MV4] Ma ville lists what colleagues wrote elsewhere, to those who read it there; who is of no organisation has none', () =>
  withDb(async (db) => {
    const { site, people, city } = await around(db);
    const group = await aGroup(site, { name: 'Nature en ville' });
    for (const { id: userId } of [people.nadia, people.julien])
      await aMember(site, { groupId: group.id, role: 'contributor', userId });
    const guide = await aDocument(site, { groupId: group.id, createdBy: people.julien.id, title: 'Guide' });
    const foreign = await aDocument(site, { groupId: group.id, createdBy: people.yann.id, title: 'Laon' });
    const listOf = async ({ id: userId }: { id: string }) => {
      const own = await findOwnSpace(db, { userId, now });
      return own && (await listSpaceDocuments(db, { own, limit: 5, userId, now }));
    };
    const mine = await listOf(people.nadia);
    expect(mine?.total).toBe(2);
    expect(mine?.documents).toContainEqual(
      expect.objectContaining({
        id: guide.id,
        author: 'Julien Morel',
        sight: { kind: 'group', name: 'Nature en ville' },
      }),
    );
    expect(mine?.documents.map(({ id }) => id)).not.toContain(foreign.id);
    expect((await listOf(people.julien))?.total).toBe(1);
    expect(await listOf(people.claire)).toBeNull();
    const here = { space: { organisationId: city.id } };
    expect((await listSpacePeople(db, here)).map(({ name }) => name)).toEqual([
      'Julien Morel',
      'Nadia Ferrand',
      'Samira Aït',
    ]);
  }));
