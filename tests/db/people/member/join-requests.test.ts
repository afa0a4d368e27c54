import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { editGroup, findGroupRole } from '#db/people/group/groups.ts';
import { joinRequests } from '#db/people/member/join-request-schema.ts';
import {
  acceptJoin,
  askToJoin,
  declineJoin,
  findJoining,
  findOpenGroup,
  listJoinRequests,
  listOpenGroups,
  withdrawJoin,
} from '#db/people/member/join-requests.ts';
import { type MemberTerms, removeMember } from '#db/people/member/members.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-15T09:00:00Z');

/** Two groups that take requests and one that does not, a facilitator, and somebody who is nowhere. */
async function around(db: Tx) {
  const site = siteOf(db, now);
  const laon = await anOrganisation(site, { name: 'Ville de Laon' });
  const nature = await aGroup(site, { name: 'Nature', joining: 'programme' });
  const heat = await aGroup(site, { name: 'Chaleur', joining: 'programme' });
  const closed = await aGroup(site, { name: 'Fermé' });
  const claire = await aPerson(site, { email: 'claire@exemple.test' });
  const yann = await aPerson(site, { name: 'Yann Le Goff', organisationId: laon.id });
  await aMember(site, { groupId: nature.id, userId: claire.id, role: 'facilitator' });
  const ask = async (groupId = nature.id, message = '', at = now) => {
    const requestId = site.newId();
    const result = await askToJoin(db, { requestId, groupId, userId: yann.id, message, now: at });
    return { requestId, result };
  };
  const answer = (requestId: string, terms: MemberTerms | null, groupId = nature.id) =>
    terms
      ? acceptJoin(db, { requestId, groupId, by: claire.id, activityId: site.newId(), now, terms })
      : declineJoin(db, { requestId, groupId });
  const waiting = (groupId = nature.id) => listJoinRequests(db, { groupId: asReadable(groupId), now });
  return { site, nature, heat, closed, claire, yann, laon, ask, answer, waiting };
}

describe('[MB1] who may ask to join', () => {
  test('a group shows itself to those who are not in it only once it takes requests; it takes none at first', () =>
    withDb(async (db) => {
      const { nature, heat, closed, claire, yann, site } = await around(db);
      const seenBy = async ({ id }: { id: string }) =>
        (await listOpenGroups(db, { userId: id, now })).map(({ name }) => name);
      expect(await seenBy(yann)).toEqual(['Nature', 'Chaleur']);
      expect(await seenBy(claire)).toEqual(['Chaleur']);
      expect(await findJoining(db, asReadable(closed.id))).toBe('nobody');
      await editGroup(db, { groupId: heat.id, name: 'Chaleur', purpose: 'Avoir frais', joining: 'nobody' });
      expect(await findJoining(db, asReadable(nature.id))).toBe('programme');
      expect(await seenBy(yann)).toEqual(['Nature']);
      expect(await findOpenGroup(db, { groupId: heat.id, userId: yann.id, now })).toBeNull();
      expect(await findOpenGroup(db, { groupId: site.newId(), userId: yann.id, now })).toBeNull();
      await db.update(users).set({ suspendedAt: now }).where(eq(users.id, yann.id));
      expect(await seenBy(yann)).toEqual([]);
    }));

  test('whoever is in a group through their organisation has nothing to ask, whoever was in it once has', () =>
    withDb(async (db) => {
      const { nature, heat, yann, laon, site } = await around(db);
      await aMember(site, { groupId: nature.id, organisationId: laon.id, role: 'observer' });
      await aMember(site, { groupId: heat.id, userId: yann.id, role: 'observer', until: now });
      const open = await listOpenGroups(db, { userId: yann.id, now });
      expect(open.map(({ name }) => name)).toEqual(['Chaleur']);
    }));
});

describe('[MB2] asking to join', () => {
  test('one request a person and group: asking again replaces what was said, and is no news', () =>
    withDb(async (db) => {
      const { ask, waiting, yann, laon, nature, claire } = await around(db);
      const first = await ask(nature.id, 'Bonjour');
      expect(first.result).toEqual({
        ok: true,
        value: {
          news: {
            group: { id: nature.id, name: 'Nature' },
            asker: 'Yann Le Goff',
            organisation: 'Ville de Laon',
            facilitators: [{ name: claire.name, email: claire.email }],
          },
        },
      });
      expect((await ask(nature.id, 'Encore', later)).result).toEqual({ ok: true, value: { news: null } });
      expect(await waiting()).toEqual([
        {
          id: first.requestId,
          message: 'Encore',
          askedAt: later,
          person: { id: yann.id, name: 'Yann Le Goff', jobTitle: '' },
          organisation: expect.objectContaining({ id: laon.id }),
        },
      ]);
      expect((await findOpenGroup(db, { groupId: nature.id, userId: yann.id, now }))?.own).toEqual({
        message: 'Encore',
        askedAt: later,
      });
    }));

  test('a group that takes no request looks absent, and keeps nothing; one takes back one’s own only', () =>
    withDb(async (db) => {
      const { ask, closed, claire, yann, nature, waiting } = await around(db);
      expect((await ask(closed.id)).result).toEqual({ ok: false, error: 'group.notFound' });
      expect(await db.$count(joinRequests)).toBe(0);
      await ask();
      await withdrawJoin(db, { groupId: nature.id, userId: claire.id });
      expect(await waiting()).toHaveLength(1);
      await withdrawJoin(db, { groupId: nature.id, userId: yann.id });
      expect(await waiting()).toEqual([]);
    }));
});

describe('[MB3] answering', () => {
  test('an acceptance makes a member on these terms, heard of in the group; the second answer is told so', () =>
    withDb(async (db) => {
      const { ask, answer, yann, nature, heat, claire, waiting } = await around(db);
      const { requestId } = await ask();
      expect(await answer(requestId, { role: 'observer', until: null }, heat.id)).toEqual({
        ok: false,
        error: 'join.answered',
      });
      expect(await answer(requestId, { role: 'observer', until: later })).toMatchObject({
        ok: true,
        value: { asker: { id: yann.id }, group: { name: 'Nature' }, askedAt: now },
      });
      const asking = { userId: yann.id, groupId: nature.id };
      expect(await findGroupRole(db, { ...asking, now })).toBe('observer');
      expect(await findGroupRole(db, { ...asking, now: later })).toBeNull();
      expect(await waiting()).toEqual([]);
      expect(await answer(requestId, null)).toEqual({ ok: false, error: 'join.answered' });
      const heard = await listActivities(db, {
        groupIds: [asReadable(nature.id)],
        limit: 5,
        userId: claire.id,
        now,
      });
      expect(heard.map(({ verb, title }) => [verb, title])).toEqual([['member.added', 'Yann Le Goff']]);
    }));

  test('a refusal leaves nothing behind; suspended people and those who came otherwise do not wait', () =>
    withDb(async (db) => {
      const { ask, answer, yann, nature, waiting, site } = await around(db);
      const { requestId } = await ask();
      expect(await answer(requestId, null)).toMatchObject({ ok: true });
      expect(await findGroupRole(db, { userId: yann.id, groupId: nature.id, now })).toBeNull();
      const again = await ask();
      await aMember(site, { groupId: nature.id, userId: yann.id, role: 'observer' });
      expect(await waiting()).toEqual([]);
      await db.update(users).set({ suspendedAt: now }).where(eq(users.id, yann.id));
      expect(await answer(again.requestId, null)).toEqual({ ok: false, error: 'join.answered' });
    }));
});

describe('[MB4] leaving', () => {
  test('whoever leaves is heard of as such, may ask again, and the last facilitator may not', () =>
    withDb(async (db) => {
      const { nature, claire, yann, site, ask } = await around(db);
      await aMember(site, { groupId: nature.id, userId: yann.id, role: 'contributor' });
      const leave = (userId: string) =>
        removeMember(db, { groupId: nature.id, userId, by: userId, activityId: site.newId(), now });
      expect(await leave(claire.id)).toEqual({ ok: false, error: 'member.lastFacilitator' });
      expect(await leave(yann.id)).toEqual({ ok: true });
      const heard = await listActivities(db, {
        groupIds: [asReadable(nature.id)],
        limit: 5,
        userId: claire.id,
        now,
      });
      expect(heard.map(({ verb }) => verb)).toEqual(['member.left']);
      expect((await ask()).result.ok).toBe(true);
    }));
});
