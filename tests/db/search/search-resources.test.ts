import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { resources, resourceTexts } from '#db/library/resource/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { find, now } from '#tests/support/search/search.ts';

test('[SE4] [SE8] a resource is found by its group, by the words of its file too; one of the programme by everybody', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const group = await aGroup(site);
    const [member, stranger] = [await aPerson(site), await aPerson(site)];
    await aMember(site, { groupId: group.id, role: 'observer', userId: member.id });
    const id = site.newId();
    await db.insert(resources).values({
      id,
      groupId: group.id,
      title: 'Guide des essences',
      kind: 'method',
      description: '',
      producer: 'Agence du climat',
      licence: 'unknown',
      language: 'fr',
      createdBy: member.id,
      createdAt: now,
      updatedAt: now,
    });
    await db
      .insert(resourceTexts)
      .values({ resourceId: id, version: 1, text: 'Le micocoulier résiste à la sécheresse' });
    const found = async (userId: string) =>
      (await find(db, userId, 'micocouliers agence', { kind: 'resource' })).items.map((one) => one.id);
    expect([await found(member.id), await found(stranger.id)]).toEqual([[id], []]);
    await db.update(resources).set({ visibility: 'programme' }).where(eq(resources.id, id));
    expect(await found(stranger.id)).toEqual([id]);
    await db.update(resources).set({ trashedAt: now }).where(eq(resources.id, id));
    expect(await found(member.id)).toEqual([]);
  }));
