import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findDocumentRights } from '#db/documents/access/document-rights.ts';
import { createDocument, findDocumentForMember, listDocuments } from '#db/documents/documents.ts';
import { documents } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import {
  findGroupForMember,
  findGroupRole,
  listGroupPeople,
  listGroupsForMember,
} from '#db/people/group/groups.ts';
import { groupMembers, groupOrganisations, groups } from '#db/people/group/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { users } from '#db/people/person/schema.ts';
import {
  aDocument,
  aGroup,
  aMember,
  anOrganisation,
  aPerson,
  type Site,
} from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

const spaceOf = async (db: Db, organisationId: string) => {
  const found = await db.select().from(groups).where(eq(groups.organisationId, organisationId));
  expect(found.length).toBeLessThan(2);
  return found[0] ?? null;
};

/** Two colleagues of a city, and everybody who is none of theirs. */
async function around(db: Db) {
  const site = siteOf(db, now);
  const [city, other] = [await anOrganisation(site), await anOrganisation(site, { name: 'Ville de Laon' })];
  const firm = await anOrganisation(site, { name: 'Cartes et Milieux', kind: 'consultancy', colour: 0 });
  const colleagues = [
    await aPerson(site, { name: 'Nadia Ferrand', organisationId: city.id }),
    await aPerson(site, { name: 'Julien Morel', organisationId: city.id }),
  ] as const;
  const group = await aGroup(site);
  const strangers = {
    admin: await aPerson(site, { platformRole: 'admin' }),
    coordinator: await aPerson(site, { platformRole: 'coordinator' }),
    reviewer: await aPerson(site, { platformRole: 'reviewer' }),
    otherCity: await aPerson(site, { organisationId: other.id }),
    consultant: await aPerson(site, { organisationId: firm.id }),
    sameGroup: await aPerson(site, { organisationId: other.id }),
    alone: await aPerson(site),
  };
  for (const { id: userId } of [...colleagues, strangers.sameGroup, strangers.consultant])
    await aMember(site, { groupId: group.id, role: 'facilitator', userId });
  const space = await spaceOf(db, city.id);
  if (!space) throw new Error('the city has no space');
  return { site, city, other, colleagues, group, strangers, space };
}

const written = async (db: Db, site: Site, groupId: string, by: string) => {
  const ids = { documentId: site.newId(), activityId: site.newId() };
  await inTransaction(db, (tx) => createDocument(tx, { ...ids, groupId, by, now, title: 'Note au maire' }));
  return ids.documentId;
};

test('[MV1] an organisation has one space with its first person, who is in it until they leave; it takes its name', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const city = await anOrganisation(site, { name: 'Valmont-sur-Loire' });
    expect(await spaceOf(db, city.id)).toBeNull();
    const nadia = await aPerson(site, { organisationId: city.id });
    await aPerson(site, { organisationId: city.id });
    const space = await spaceOf(db, city.id);
    expect(space).toMatchObject({ name: 'Valmont-sur-Loire', themeId: null, joining: 'nobody' });
    const asking = { userId: nadia.id, groupId: space?.id ?? '', now };
    expect(await findGroupRole(db, asking)).toBe('contributor');
    expect(await listGroupsForMember(db, asking)).toMatchObject([
      { id: space?.id, theme: null, season: null },
    ]);

    await db.update(organisations).set({ name: 'Valmont' }).where(eq(organisations.id, city.id));
    expect(await spaceOf(db, city.id)).toMatchObject({ id: space?.id, name: 'Valmont' });

    const elsewhere = await anOrganisation(site, { name: 'Ville de Laon' });
    await db.update(users).set({ organisationId: elsewhere.id }).where(eq(users.id, nadia.id));
    expect(await findGroupRole(db, asking)).toBeNull();
    expect(await listGroupsForMember(db, asking)).toMatchObject([{ organisationId: elsewhere.id }]);
  }));

test('[MV2] nobody else sees the space or what it holds: not the administration, coordination or review, another city, a consultancy', () =>
  withDb(async (db) => {
    const { site, colleagues, strangers, space } = await around(db);
    const [nadia, julien] = colleagues;
    const documentId = await written(db, site, space.id, nadia.id);
    await db.update(documents).set({ visibility: 'group' }).where(eq(documents.id, documentId));
    const seenBy = async ({ id: userId }: { id: string }) => ({
      group: (await findGroupForMember(db, { groupId: space.id, userId, now }))?.role ?? null,
      role: await findGroupRole(db, { groupId: space.id, userId, now }),
      listed: (await listGroupsForMember(db, { userId, now })).some(({ id }) => id === space.id),
      document: (await findDocumentForMember(db, { documentId, userId, now }))?.access ?? null,
    });
    const nothing = { group: null, role: null, listed: false, document: null };
    for (const person of Object.values(strangers)) expect(await seenBy(person)).toEqual(nothing);
    const all = { group: 'contributor', role: 'contributor', listed: true, document: 'write' };
    expect(await seenBy(julien)).toEqual(all);
    const people = await listGroupPeople(db, { groupId: asReadable(space.id), now });
    expect(people.map(({ name }) => name)).toEqual(['Julien Morel', 'Nadia Ferrand']);
  }));

test('[MV2] the database lets neither a person nor another organisation into the space', () =>
  withDb(async (db) => {
    const { strangers, other, city, space } = await around(db);
    const person = {
      groupId: space.id,
      userId: strangers.admin.id,
      role: 'facilitator',
      addedAt: now,
    } as const;
    await expect(db.insert(groupMembers).values({ ...person, until: null })).rejects.toThrow();
    const body = { groupId: space.id, role: 'contributor', addedAt: now } as const;
    await expect(
      db.insert(groupOrganisations).values({ ...body, organisationId: other.id }),
    ).rejects.toThrow();
    const stronger = { role: 'facilitator' } as const;
    const own = eq(groupOrganisations.organisationId, city.id);
    await expect(db.update(groupOrganisations).set(stronger).where(own)).rejects.toThrow();
  }));

test('[MV3] a document begins there as a draft that only its maker sees, also for an administrator of the same organisation', () =>
  withDb(async (db) => {
    const { site, city, colleagues, strangers, group, space } = await around(db);
    const [nadia, julien] = colleagues;
    const samira = await aPerson(site, { platformRole: 'admin', organisationId: city.id });
    const draft = await written(db, site, space.id, nadia.id);
    const readers = [julien, samira, ...Object.values(strangers)];
    const list = ({ id: userId }: { id: string }) =>
      listDocuments(db, { groupId: asReadable(space.id), userId, now });
    expect(await list(nadia)).toMatchObject([{ id: draft }]);
    for (const person of readers) {
      expect(await findDocumentForMember(db, { documentId: draft, userId: person.id, now })).toBeNull();
      expect(await list(person)).toEqual([]);
    }
    await db.update(documents).set({ visibility: 'group' }).where(eq(documents.id, draft));
    expect(await list(julien)).toMatchObject([{ id: draft }]);
    expect(await list(samira)).toMatchObject([{ id: draft }]);

    const ofGroup = await written(db, site, group.id, nadia.id);
    const [kept] = await db.select().from(documents).where(eq(documents.id, ofGroup));
    expect(kept).toMatchObject({ visibility: 'group' });
    const plain = await aDocument(site, { groupId: group.id, createdBy: nadia.id });
    const asked = { id: plain.id, groupId: group.id, visibility: 'restricted', frozenAt: null } as const;
    expect(await findDocumentRights(db, asked, { userId: strangers.coordinator.id, now })).toMatchObject({
      access: 'write',
    });
  }));
