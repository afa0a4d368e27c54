import { expect, test } from 'vitest';
import { findFileForMember, registerFile } from '#db/files.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

test('[D5] a file is found by those who may read its group, and by nobody else', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [observer, stranger] = [await aPerson(site), await aPerson(site)];
    const [group, other] = [await aGroup(site), await aGroup(site)];
    await aMember(site, { groupId: group.id, role: 'observer', userId: observer.id });
    await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
    const file = {
      id: site.newId(),
      groupId: group.id,
      name: 'place.png',
      contentType: 'image/png',
      bytes: 1234,
      width: 40,
      height: 30,
      storageKey: 'a/b',
    };
    await registerFile(db, { ...file, uploadedBy: observer.id, now });
    const find = (userId: string) => findFileForMember(db, { fileId: file.id, userId, now });
    expect(await find(observer.id)).toEqual(file);
    expect(await find(stranger.id)).toBeNull();
    expect(await findFileForMember(db, { fileId: 'absent', userId: observer.id, now })).toBeNull();
  }));
