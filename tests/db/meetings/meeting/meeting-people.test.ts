import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  answerMeeting,
  listAnswers,
  listInvitees,
  listOverlaps,
  markTold,
} from '#db/meetings/meeting/meeting-people.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { aMember } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { type MeetingWorld, meetingWorld, tuesdays } from '#tests/support/meetings/planned-meetings.ts';

const now = new Date('2023-03-14T09:00:00Z');
const withWorld = (run: (world: MeetingWorld) => Promise<void>) =>
  withDb(async (db) => run(await meetingWorld(db, now)));

describe('[M10] answers', () => {
  test('are kept with their note, and the last one counts', () =>
    withWorld(async ({ db, plan, list, people, groups }) => {
      const [meetingId = ''] = await plan();
      const say = async (answer: 'yes' | 'no', note: string) => {
        const [meeting] = await list();
        if (!meeting) throw new Error('no meeting');
        return answerMeeting(db, { meeting, userId: people.nadia, answer, note, now });
      };
      expect(await say('yes', '')).toEqual({ ok: true });
      expect(await say('no', 'Train en retard')).toEqual({ ok: true });
      const invitees = await listInvitees(db, { meetingId, groupId: groups.nature, now });
      expect(invitees.map(({ name, answer, note }) => [name, answer, note])).toEqual([
        ['Aurélie', null, null],
        ['Étienne', null, null],
        ['Nadia', 'no', 'Train en retard'],
      ]);
      expect(invitees[2]?.organisation?.name).toBe('Valmont-sur-Loire');
      expect(await listAnswers(db, { meetingIds: [meetingId] })).toHaveLength(1);
      expect(await listInvitees(db, { meetingId, groupId: groups.heat, now })).toEqual([]);
    }));

  test('of whoever left the group are no more shown', () =>
    withWorld(async ({ db, plan, list, people, groups }) => {
      const [meetingId = ''] = await plan();
      const [meeting] = await list();
      if (!meeting) throw new Error('no meeting');
      await answerMeeting(db, { meeting, userId: people.nadia, answer: 'yes', note: '', now });
      await db.delete(groupMembers).where(eq(groupMembers.userId, people.nadia));
      const invitees = await listInvitees(db, { meetingId, groupId: groups.nature, now });
      expect(invitees.map(({ name }) => name)).toEqual(['Aurélie', 'Étienne']);
    }));

  test('[M9] what somebody was told is remembered', () =>
    withWorld(async ({ db, plan, people, groups }) => {
      const [id = ''] = await plan();
      const told = { meeting: { id, sequence: 0 }, userIds: [people.nadia], now };
      await markTold(db, { ...told, isReminder: false });
      await markTold(db, { ...told, meeting: { id, sequence: 2 }, isReminder: true });
      const [, , nadia] = await listInvitees(db, { meetingId: id, groupId: groups.nature, now });
      expect(nadia).toMatchObject({ toldSequence: 2, remindedAt: now });
    }));
});

describe('[M7] overlaps', () => {
  const later = { startsAt: new Date('2023-03-21T14:30:00Z'), endsAt: new Date('2023-03-21T16:00:00Z') };

  test('of the group, and of other groups with the same people; names are for those who may see them', () =>
    withWorld(async ({ db, site, plan, groups, people }) => {
      const [own] = await plan();
      await plan([later], { groupId: groups.heat, title: 'Réunion secrète' });
      const look = (seenGroupIds: string[]) =>
        listOverlaps(db, {
          groupId: asReadable(groups.nature),
          spans: [later],
          exceptIds: [],
          seenGroupIds,
          now,
        });
      expect(await look([groups.nature])).toMatchObject([{ meeting: { id: own }, isSameGroup: true }]);
      await aMember(site, { groupId: groups.heat, userId: people.nadia, role: 'contributor' });
      const [, hidden] = await look([groups.nature]);
      expect(hidden).toMatchObject({ meeting: null, isSameGroup: false, people: ['Nadia'] });
      const [, seen] = await look([groups.nature, groups.heat]);
      expect(seen?.meeting).toMatchObject({ title: 'Réunion secrète', groupName: 'Fraîcheur' });
    }));

  test('are none for one after the other, for itself, or with people who will not be there', () =>
    withWorld(async ({ db, site, plan, list, groups, people }) => {
      const [own = ''] = await plan();
      const [other = ''] = await plan([later], { groupId: groups.heat });
      await aMember(site, { groupId: groups.heat, userId: people.nadia, role: 'contributor' });
      const [meeting] = (await list(groups.heat)).filter(({ id }) => id === other);
      if (!meeting) throw new Error('no meeting');
      await answerMeeting(db, { meeting, userId: people.nadia, answer: 'no', note: '', now });
      const options = { groupId: asReadable<'group'>(groups.nature), seenGroupIds: [], now };
      expect(await listOverlaps(db, { ...options, spans: [tuesdays[0] ?? later], exceptIds: [own] })).toEqual(
        [],
      );
      const after = { startsAt: later.endsAt, endsAt: new Date('2023-03-21T17:00:00Z') };
      expect(await listOverlaps(db, { ...options, spans: [after], exceptIds: [] })).toEqual([]);
    }));
});
