import { expect, test } from 'vitest';
import { accessRequests } from '#db/documents/access/access-request-schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { minutes } from '#db/meetings/held/schema.ts';
import { agendaItems, meetingAnswers, meetings } from '#db/meetings/meeting/schema.ts';
import {
  findNextMeeting,
  listLastContributions,
  listMinutesToSubmit,
  listWaitingAccess,
} from '#db/news/cockpit/cockpit.ts';
import { loadCockpit } from '#db/news/cockpit/load-cockpit.ts';
import { findGroupForMember } from '#db/people/group/groups.ts';
import { claimReminders, listReminders } from '#db/people/reminder/reminders.ts';
import { docUpdates } from '#db/realtime/schema.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const DAY = 86_400_000;
const day = (days: number) => new Date(now.getTime() + days * DAY);

/** A group with Nadia and Boris, and a stranger who facilitates another. */
async function around(db: Db) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const [nadia, boris] = [await aPerson(site, { name: 'Nadia' }), await aPerson(site, { name: 'Boris' })];
  for (const { id } of [nadia, boris])
    await aMember(site, { groupId: group.id, role: 'contributor', userId: id });
  const aMeeting = async (days: number, more: Partial<typeof meetings.$inferInsert> = {}) => {
    const id = site.newId();
    const when = { startsAt: day(days), endsAt: new Date(day(days).getTime() + 3_600_000) };
    const made = { createdBy: nadia.id, createdAt: now, updatedAt: now };
    await db.insert(meetings).values({ id, groupId: group.id, title: `J${days}`, ...when, ...made, ...more });
    return id;
  };
  return { site, group, other, nadia, boris, aMeeting };
}

test('[CK1] the next meeting says what its agenda holds and who has not answered', () =>
  withDb(async (db) => {
    const { group, other, nadia, boris, aMeeting, site } = await around(db);
    expect(await findNextMeeting(db, { groupId: asReadable(group.id), now })).toBeNull();
    await aMeeting(1, { status: 'cancelled' });
    await aMeeting(-2);
    const meetingId = await aMeeting(3);
    await aMeeting(9);
    const item = (status: 'proposed' | 'accepted', more: { removedAt?: Date } = {}) =>
      db.insert(agendaItems).values({
        id: site.newId(),
        meetingId,
        title: 'Point',
        minutes: 20,
        status,
        order: 'a0',
        createdAt: now,
        ...more,
      });
    await item('accepted');
    await item('proposed');
    await item('accepted', { removedAt: now });
    await db.insert(meetingAnswers).values({ meetingId, userId: nadia.id, answer: 'yes', at: now });
    expect(await findNextMeeting(db, { groupId: asReadable(group.id), now })).toMatchObject({
      title: 'J3',
      items: 1,
      minutes: 20,
      proposed: 1,
      coming: 1,
      unanswered: [{ id: boris.id }],
    });
    expect(await findNextMeeting(db, { groupId: asReadable(other.id), now })).toBeNull();
  }));

test('[CK1] the last contribution is the last text, card or answer, in this group and in half a year', () =>
  withDb(async (db) => {
    const { group, other, nadia, boris, aMeeting, site } = await around(db);
    const document = await aDocument(site, { groupId: group.id, createdBy: nadia.id });
    const elsewhere = await aDocument(site, { groupId: other.id, createdBy: nadia.id });
    const write = (id: string, seq: number, at: Date, who: { userId?: string; writers?: string[] }) =>
      db.insert(docUpdates).values({ room: `document:${id}`, seq, data: Uint8Array.of(0), at, ...who });
    await write(document.id, 1, day(-400), { userId: boris.id });
    await write(document.id, 2, day(-30), { writers: [nadia.id, boris.id] });
    await write(elsewhere.id, 1, day(-1), { userId: boris.id });
    const last = async (groupId = group.id) => {
      const found = await listLastContributions(db, { groupId: asReadable(groupId), now });
      return [nadia, boris].map(({ id }) => found.get(id) ?? null);
    };
    expect(await last()).toEqual([day(-30), day(-30)]);
    const meetingId = await aMeeting(3);
    await db.insert(meetingAnswers).values({ meetingId, userId: nadia.id, answer: 'no', at: day(-2) });
    expect(await last()).toEqual([day(-2), day(-30)]);
    expect(await last(other.id)).toEqual([null, day(-1)]);
  }));

test('[CK1] minutes to submit and requests that wait, of this group', () =>
  withDb(async (db) => {
    const { group, other, nadia, boris, aMeeting, site } = await around(db);
    const [bare, draft, done] = [
      await aMeeting(-9, { status: 'held' }),
      await aMeeting(-8, { status: 'held' }),
      await aMeeting(-7, { status: 'held' }),
    ];
    for (const [meetingId, status] of [
      [draft, 'draft'],
      [done, 'submitted'],
    ] as const) {
      const { id } = await aDocument(site, { groupId: group.id, createdBy: nadia.id });
      await db.insert(minutes).values({ meetingId, documentId: id, status });
    }
    const toSubmit = await listMinutesToSubmit(db, { groupId: asReadable(group.id) });
    expect(toSubmit.map(({ id }) => id)).toEqual([bare, draft]);
    const document = await aDocument(site, { groupId: group.id, createdBy: nadia.id, title: 'Ombre' });
    await db.insert(accessRequests).values({
      id: site.newId(),
      documentId: document.id,
      userId: boris.id,
      role: 'editor',
      message: '',
      askedAt: now,
    });
    expect(await listWaitingAccess(db, { groupId: asReadable(group.id) })).toEqual([
      { id: document.id, title: 'Ombre', waiting: 1 },
    ]);
    expect(await listWaitingAccess(db, { groupId: asReadable(other.id) })).toEqual([]);
    expect(await listMinutesToSubmit(db, { groupId: asReadable(other.id) })).toEqual([]);
  }));

test('[WR7] [CK1] only whoever facilitates a group is given what its facilitators look after', () =>
  withDb(async (db) => {
    const { group, boris } = await around(db);
    const seen = await findGroupForMember(db, { groupId: group.id, userId: boris.id, now });
    if (!seen) throw new Error('no group');
    const asked = { userId: boris.id, now };
    for (const role of GROUP_ROLES) {
      const cockpit = await loadCockpit(db, { ...asked, group: { ...seen, role } });
      expect(cockpit !== null, role).toBe(role === 'facilitator');
    }
  }));

test('[CK2] nobody is reminded of the same twice in a week; of something else, or in another group, they may be', () =>
  withDb(async (db) => {
    const { group, other, nadia, boris } = await around(db);
    const remind = async (days: number, more: { cause?: 'answer' | 'late'; groupId?: string } = {}) => {
      const asked = { groupId: group.id, cause: 'answer' as const, ...more };
      const userIds = [nadia.id, boris.id];
      const claimed = await claimReminders(db, { ...asked, userIds, by: nadia.id, now: day(days) });
      return claimed.length;
    };
    expect(await remind(0)).toBe(2);
    expect(await remind(6)).toBe(0);
    expect(await remind(6, { cause: 'late' })).toBe(2);
    expect(await remind(6, { groupId: other.id })).toBe(2);
    expect(await remind(7)).toBe(2);
    const kept = await listReminders(db, { groupId: asReadable(group.id) });
    expect(kept.get(`answer ${boris.id}`)).toEqual(day(7));
    expect(kept.get(`late ${boris.id}`)).toEqual(day(6));
  }));
