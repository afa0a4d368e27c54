import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import {
  createGroup,
  editGroup,
  findGroupForMember,
  findGroupRole,
  listGroupPeople,
  listGroupsForMember,
} from '#db/people/group/groups.ts';
import { ensureSeason, listThemes } from '#db/programme/season/seasons.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';

const at = new Date('2023-03-14T13:00:00Z');
const site = (db: Db) => ({ db, now: () => at, newId: () => randomUUID() });
const texts = { name: 'Nature en ville', purpose: 'Choisir, planter et suivre des arbres.' };

test('[G8] an installation gets the programme’s season once', () =>
  withDb(async (db) => {
    await ensureSeason(db, programmeSeason, randomUUID);
    await ensureSeason(db, programmeSeason, randomUUID);
    expect((await listThemes(db)).map(({ key }) => key).sort()).toEqual([
      'biodiversite',
      'risques',
      'transition',
    ]);
  }));

test('[G7] whoever makes a group is its first facilitator; others do not see it', () =>
  withDb(async (db) => {
    await ensureSeason(db, programmeSeason, randomUUID);
    const [theme] = await listThemes(db);
    const maker = await aPerson(site(db));
    const other = await aPerson(site(db));
    const groupId = randomUUID();
    const made = { groupId, themeId: theme?.id ?? '', by: maker.id, activityId: randomUUID(), now: at };
    expect(await createGroup(db, { ...texts, ...made })).toEqual({ ok: true });
    expect(await findGroupRole(db, { userId: maker.id, groupId, now: at })).toBe('facilitator');
    expect(await findGroupForMember(db, { userId: other.id, groupId, now: at })).toBeNull();
    expect(await listGroupsForMember(db, { userId: other.id, now: at })).toEqual([]);
  }));

test('[SC19] in a group that does not exist nobody has a role, not even who has one in every group', () =>
  withDb(async (db) => {
    const group = await aGroup(site(db));
    const { id: userId } = await aPerson(site(db), { platformRole: 'coordinator' });
    await aMember(site(db), { groupId: group.id, userId, role: 'contributor' });
    expect(await findGroupRole(db, { userId, groupId: '', now: at })).toBeNull();
    for (const platformRole of ['admin', 'coordinator', 'reviewer', 'member'] as const) {
      const { id: userId } = await aPerson(site(db), { platformRole });
      const roleIn = (groupId: string) => findGroupRole(db, { userId, groupId, now: at });
      expect((await roleIn(group.id)) === null, platformRole).toBe(platformRole === 'member');
      expect(await roleIn(randomUUID()), platformRole).toBeNull();
    }
  }));

test('[G6] a group without name, purpose or theme is refused and nothing is made', () =>
  withDb(async (db) => {
    await ensureSeason(db, programmeSeason, randomUUID);
    const [theme] = await listThemes(db);
    const maker = await aPerson(site(db));
    const made = () => ({
      groupId: randomUUID(),
      themeId: theme?.id ?? '',
      by: maker.id,
      activityId: randomUUID(),
      now: at,
    });
    const nowhere = { ...texts, ...made(), themeId: randomUUID() };
    expect(await createGroup(db, nowhere)).toEqual({ ok: false, error: 'group.themeNotFound' });
    expect(await listGroupsForMember(db, { userId: maker.id, now: at })).toEqual([]);
  }));

test('[G6] editing changes this group and no other', () =>
  withDb(async (db) => {
    const one = await aGroup(site(db), { name: 'Un' });
    const two = await aGroup(site(db), { name: 'Deux' });
    const person = await aPerson(site(db));
    for (const { id } of [one, two])
      await aMember(site(db), { groupId: id, userId: person.id, role: 'observer' });
    await editGroup(db, { groupId: one.id, ...texts, joining: 'nobody' });
    await editGroup(db, { groupId: randomUUID(), ...texts, joining: 'nobody' });
    const names = (await listGroupsForMember(db, { userId: person.id, now: at })).map(({ name }) => name);
    expect(names.sort()).toEqual(['Deux', texts.name]);
  }));

test('[A3] a city’s people inherit its role, until they leave it', () =>
  withDb(async (db) => {
    const city = await anOrganisation(site(db));
    const group = await aGroup(site(db));
    const agent = await aPerson(site(db), { organisationId: city.id });
    const stranger = await aPerson(site(db));
    await aMember(site(db), { groupId: group.id, organisationId: city.id, role: 'contributor' });
    expect(await findGroupRole(db, { userId: agent.id, groupId: group.id, now: at })).toBe('contributor');
    expect(await findGroupRole(db, { userId: stranger.id, groupId: group.id, now: at })).toBeNull();
    const people = await listGroupPeople(db, { groupId: asReadable(group.id), now: at });
    expect(people.map(({ id }) => id)).toEqual([agent.id]);
  }));

test('[A3] a membership that has ended shows neither the group nor the person', () =>
  withDb(async (db) => {
    const group = await aGroup(site(db));
    const consultant = await aPerson(site(db));
    await aMember(site(db), { groupId: group.id, userId: consultant.id, role: 'consultant', until: at });
    expect(await listGroupsForMember(db, { userId: consultant.id, now: at })).toEqual([]);
    expect(await listGroupPeople(db, { groupId: asReadable(group.id), now: at })).toEqual([]);
    const before = new Date(at.getTime() - 1);
    expect(await findGroupRole(db, { userId: consultant.id, groupId: group.id, now: before })).toBe(
      'consultant',
    );
  }));
