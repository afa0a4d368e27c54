import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { findGroupRole } from '#db/people/group/groups.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import {
  addMemberOrganisation,
  changeMemberOrganisation,
  listMemberOrganisations,
  removeMemberOrganisation,
} from '#db/people/member/member-organisations.ts';
import { findRemoval, undoRemoval } from '#db/people/member/member-removals.ts';
import { addMember, changeMember, findMember, listMembers, removeMember } from '#db/people/member/members.ts';
import { suspendPerson } from '#db/people/person/people.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-09-30T22:00:00Z');

/** A group with a facilitator and a contributor, another group, and an outsider. */
async function aWorld(db: Db) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site, { name: 'Nature en ville' }), await aGroup(site)];
  const [facilitator, contributor] = [
    await aPerson(site, { name: 'Claire Oudin' }),
    await aPerson(site, { name: 'Nadia Ferrand' }),
  ];
  const outsider = await aPerson(site, { name: 'Aurélie Vasseur' });
  const city = await anOrganisation(site, { name: 'Castelbrume' });
  await aMember(site, { groupId: group.id, userId: facilitator.id, role: 'facilitator' });
  await aMember(site, { groupId: group.id, userId: contributor.id, role: 'contributor' });
  await aMember(site, { groupId: other.id, userId: facilitator.id, role: 'facilitator' });
  const change = (userId: string, groupId = group.id) => ({
    groupId,
    userId,
    by: facilitator.id,
    activityId: site.newId(),
    now,
  });
  const ofCity = (groupId = group.id) => ({
    groupId,
    organisationId: city.id,
    by: facilitator.id,
    activityId: site.newId(),
    now,
  });
  return { site, group, other, facilitator, contributor, outsider, city, change, ofCity };
}

const withWorld = (run: (db: Tx, world: Awaited<ReturnType<typeof aWorld>>) => Promise<void>) =>
  withDb(async (db) => run(db, await aWorld(db)));
const roleOf = (db: Tx, groupId: string, userId: string) => findGroupRole(db, { groupId, userId, now });

describe('[G1] who belongs to a group', () => {
  test('people in their own name and through their organisation, by name, with both roles', () =>
    withWorld(async (db, { site, group, contributor, city, ofCity }) => {
      const inherited = await aPerson(site, { name: 'Léa Pons', organisationId: city.id });
      const both = await aPerson(site, { name: 'Bruno Both', organisationId: city.id });
      await aMember(site, { groupId: group.id, userId: both.id, role: 'observer', until: later });
      expect((await addMemberOrganisation(db, { ...ofCity(), role: 'reviewer' })).ok).toBe(true);
      const members = await listMembers(db, { groupId: asReadable(group.id) });
      expect(members.map(({ name, own, inheritedRole }) => [name, own?.role, inheritedRole])).toEqual([
        ['Bruno Both', 'observer', 'reviewer'],
        ['Claire Oudin', 'facilitator', null],
        ['Léa Pons', undefined, 'reviewer'],
        ['Nadia Ferrand', 'contributor', null],
      ]);
      expect(members[0]?.own?.until).toEqual(later);
      expect((await findMember(db, { groupId: group.id, userId: inherited.id }))?.inheritedRole).toBe(
        'reviewer',
      );
      expect((await findMember(db, { groupId: group.id, userId: contributor.id }))?.own?.role).toBe(
        'contributor',
      );
    }));

  test('never those of another group', () =>
    withWorld(async (db, { other, contributor, ofCity }) => {
      await addMemberOrganisation(db, { ...ofCity(), role: 'observer' });
      expect((await listMembers(db, { groupId: asReadable(other.id) })).map(({ name }) => name)).toEqual([
        'Claire Oudin',
      ]);
      expect(await listMemberOrganisations(db, { groupId: asReadable(other.id) })).toEqual([]);
      expect(await findMember(db, { groupId: other.id, userId: contributor.id })).toBeNull();
    }));

  test('suspended people stay as memberships that can be removed, not through their organisation', () =>
    withWorld(async (db, { site, group, contributor, facilitator, city, ofCity }) => {
      const inherited = await aPerson(site, { name: 'Léa Pons', organisationId: city.id });
      await addMemberOrganisation(db, { ...ofCity(), role: 'observer' });
      for (const { id } of [inherited, contributor]) await suspendPerson(db, { id, by: facilitator.id, now });
      const members = await listMembers(db, { groupId: asReadable(group.id) });
      expect(members.map(({ name, isSuspended }) => [name, isSuspended])).toEqual([
        ['Claire Oudin', false],
        ['Nadia Ferrand', true],
      ]);
    }));
});

describe('[G1] adding a person', () => {
  test('makes a member of this group only, and is heard of', () =>
    withWorld(async (db, { group, other, outsider, change }) => {
      const terms = { role: 'consultant', until: later } as const;
      expect((await addMember(db, { ...change(outsider.id), ...terms })).ok).toBe(true);
      expect(await roleOf(db, group.id, outsider.id)).toBe('consultant');
      expect(await roleOf(db, other.id, outsider.id)).toBeNull();
      const [line] = await listActivities(db, {
        groupIds: [asReadable(group.id)],
        limit: 5,
        userId: '',
        now,
      });
      expect(line).toMatchObject({
        verb: 'member.added',
        title: 'Aurélie Vasseur',
        actor: { name: 'Claire Oudin' },
      });
    }));

  test('refuses a member, a stranger and a suspended account', () =>
    withWorld(async (db, { outsider, contributor, facilitator, change }) => {
      const terms = { role: 'observer', until: null } as const;
      const add = (userId: string) => addMember(db, { ...change(userId), ...terms });
      expect(await add(contributor.id)).toEqual({ ok: false, error: 'member.already' });
      expect(await add('nobody')).toEqual({ ok: false, error: 'person.notFound' });
      await suspendPerson(db, { id: outsider.id, by: facilitator.id, now });
      expect(await add(outsider.id)).toEqual({ ok: false, error: 'person.suspended' });
    }));
});

describe('[G2] changing and removing', () => {
  test('a role changes in this group only', () =>
    withWorld(async (db, { site, group, other, contributor, change }) => {
      await aMember(site, { groupId: other.id, userId: contributor.id, role: 'contributor' });
      const terms = { role: 'observer', until: null } as const;
      expect((await changeMember(db, { ...change(contributor.id), ...terms })).ok).toBe(true);
      expect(await roleOf(db, group.id, contributor.id)).toBe('observer');
      expect(await roleOf(db, other.id, contributor.id)).toBe('contributor');
    }));

  test('by the id of a group where the person is not changes nothing', () =>
    withWorld(async (db, { group, other, contributor, change }) => {
      const wrong = change(contributor.id, other.id);
      const refused = { ok: false, error: 'member.notFound' };
      expect(await changeMember(db, { ...wrong, role: 'facilitator', until: null })).toEqual(refused);
      expect(await removeMember(db, wrong)).toEqual(refused);
      expect(await roleOf(db, group.id, contributor.id)).toBe('contributor');
    }));

  test('the last facilitator cannot be removed, weakened, nor given an end', () =>
    withWorld(async (db, { site, group, facilitator, change }) => {
      const dated = await aPerson(site);
      await aMember(site, { groupId: group.id, userId: dated.id, role: 'facilitator', until: later });
      const mine = change(facilitator.id);
      const refused = { ok: false, error: 'member.lastFacilitator' };
      expect(await removeMember(db, mine)).toEqual(refused);
      expect(await changeMember(db, { ...mine, role: 'contributor', until: null })).toEqual(refused);
      expect(await changeMember(db, { ...mine, role: 'facilitator', until: later })).toEqual(refused);
      expect(await roleOf(db, group.id, facilitator.id)).toBe('facilitator');
    }));

  test('a facilitator by an organisation with people counts; one without people, or a suspended one, does not', () =>
    withWorld(async (db, { site, contributor, facilitator, city, change, ofCity }) => {
      const refused = { ok: false, error: 'member.lastFacilitator' };
      await addMemberOrganisation(db, { ...ofCity(), role: 'facilitator' });
      await changeMember(db, { ...change(contributor.id), role: 'facilitator', until: null });
      await suspendPerson(db, { id: contributor.id, by: facilitator.id, now });
      expect(await removeMember(db, change(facilitator.id))).toEqual(refused);
      await aPerson(site, { organisationId: city.id });
      expect((await removeMember(db, change(facilitator.id))).ok).toBe(true);
      expect(await changeMemberOrganisation(db, { ...ofCity(), role: 'observer' })).toEqual(refused);
      expect(await removeMemberOrganisation(db, ofCity())).toEqual(refused);
    }));

  test('eight facilitators who are all removed at once leave one', async () => {
    const database = await openFreshDatabase();
    try {
      const { db } = database;
      const { site, group, facilitator, change } = await aWorld(db);
      const everybody = [facilitator, ...(await Promise.all(Array.from({ length: 7 }, () => aPerson(site))))];
      for (const { id } of everybody.slice(1)) {
        await aMember(site, { groupId: group.id, userId: id, role: 'facilitator' });
      }
      const results = await Promise.all(
        everybody.map(({ id }) => inTransaction(db, (tx) => removeMember(tx, change(id)))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(7);
      const left = and(eq(groupMembers.groupId, group.id), eq(groupMembers.role, 'facilitator'));
      expect(await db.select().from(groupMembers).where(left)).toHaveLength(1);
    } finally {
      await database.close();
    }
  });
});

describe('[G1] an organisation', () => {
  test('is added, changed and removed in this group only', () =>
    withWorld(async (db, { group, other, ofCity }) => {
      expect((await addMemberOrganisation(db, { ...ofCity(), role: 'observer' })).ok).toBe(true);
      expect(await addMemberOrganisation(db, { ...ofCity(), role: 'observer' })).toEqual({
        ok: false,
        error: 'member.already',
      });
      const refused = { ok: false, error: 'member.notFound' };
      expect(await changeMemberOrganisation(db, { ...ofCity(other.id), role: 'reviewer' })).toEqual(refused);
      expect(await removeMemberOrganisation(db, ofCity(other.id))).toEqual(refused);
      expect((await changeMemberOrganisation(db, { ...ofCity(), role: 'contributor' })).ok).toBe(true);
      expect(await listMemberOrganisations(db, { groupId: asReadable(group.id) })).toMatchObject([
        { name: 'Castelbrume', role: 'contributor' },
      ]);
      expect((await removeMemberOrganisation(db, ofCity())).ok).toBe(true);
      expect(await listMemberOrganisations(db, { groupId: asReadable(group.id) })).toEqual([]);
    }));

  test('that does not exist is refused', () =>
    withWorld(async (db, { ofCity }) => {
      const nowhere = { ...ofCity(), organisationId: 'nowhere', role: 'observer' } as const;
      expect(await addMemberOrganisation(db, nowhere)).toEqual({
        ok: false,
        error: 'member.organisationNotFound',
      });
    }));
});

describe('[G3] undoing a removal', () => {
  test('gives back the role and the end', () =>
    withWorld(async (db, { site, group, outsider, change, facilitator }) => {
      await addMember(db, { ...change(outsider.id), role: 'consultant', until: later });
      const removal = change(outsider.id);
      await removeMember(db, removal);
      expect(await roleOf(db, group.id, outsider.id)).toBeNull();
      const key = { groupId: group.id, removalId: removal.activityId };
      expect(await findRemoval(db, key)).toEqual({ name: 'Aurélie Vasseur', userId: outsider.id });
      expect((await undoRemoval(db, { ...key, by: facilitator.id, activityId: site.newId(), now })).ok).toBe(
        true,
      );
      expect((await findMember(db, { groupId: group.id, userId: outsider.id }))?.own).toEqual({
        role: 'consultant',
        until: later,
      });
    }));

  test('works for an organisation', () =>
    withWorld(async (db, { site, group, facilitator, ofCity }) => {
      await addMemberOrganisation(db, { ...ofCity(), role: 'reviewer' });
      const removal = ofCity();
      await removeMemberOrganisation(db, removal);
      const key = { groupId: group.id, removalId: removal.activityId };
      expect((await undoRemoval(db, { ...key, by: facilitator.id, activityId: site.newId(), now })).ok).toBe(
        true,
      );
      expect(await listMemberOrganisations(db, { groupId: asReadable(group.id) })).toMatchObject([
        { role: 'reviewer' },
      ]);
    }));

  test('is refused from another group, and for an activity that removed nobody', () =>
    withWorld(async (db, { site, other, group, outsider, facilitator, change }) => {
      const added = change(outsider.id);
      await addMember(db, { ...added, role: 'observer', until: null });
      const removal = change(outsider.id);
      await removeMember(db, removal);
      const undo = (groupId: string, removalId: string) =>
        undoRemoval(db, { groupId, removalId, by: facilitator.id, activityId: site.newId(), now });
      const refused = { ok: false, error: 'member.notFound' };
      expect(await undo(other.id, removal.activityId)).toEqual(refused);
      expect(await undo(group.id, added.activityId)).toEqual(refused);
      expect(await findRemoval(db, { groupId: other.id, removalId: removal.activityId })).toBeNull();
      expect(await roleOf(db, other.id, outsider.id)).toBeNull();
    }));
});
