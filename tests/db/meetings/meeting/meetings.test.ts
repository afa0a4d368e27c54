import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { findMeetingForMember, listMeetings, planMeetings } from '#db/meetings/meeting/meetings.ts';
import { activities } from '#db/people/activity/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const at = (text: string) => new Date(text);
const span = { startsAt: at('2023-03-21T13:00:00Z'), endsAt: at('2023-03-21T15:00:00Z') };
const past = { startsAt: at('2023-03-07T13:00:00Z'), endsAt: at('2023-03-07T15:00:00Z') };
const texts = { title: 'Séance 6', place: 'Mairie', link: '', description: '' };

/** A group that Aurélie facilitates, another one, and nothing else. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const [nature, heat] = [await aGroup(site, { name: 'Nature en ville' }), await aGroup(site)];
  const [aurelie, hakim] = [await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: nature.id, userId: aurelie.id, role: 'facilitator' });
  await aMember(site, { groupId: heat.id, userId: hakim.id, role: 'facilitator' });
  const plan = (occasion = span, { isHeld = false } = {}) =>
    planMeetings(db, {
      ...texts,
      isHeld,
      groupId: nature.id,
      by: aurelie.id,
      now,
      activityId: site.newId(),
      occasions: [{ ...occasion, id: site.newId() }],
      series: null,
      reminders: {},
    });
  const list = (groupId = nature.id) => listMeetings(db, { groupIds: [groupId] });
  return { db, plan, list, heat: heat.id, people: { aurelie: aurelie.id, hakim: hakim.id } };
}
type World = Awaited<ReturnType<typeof fill>>;
const withWorld = (run: (world: World) => Promise<void>) => withDb(async (db) => run(await fill(db)));

describe('planning', () => {
  test('[M1] keeps a meeting, and tells the group', () =>
    withWorld(async ({ db, plan, list }) => {
      expect(await plan()).toMatchObject({ ok: true });
      expect(await list()).toMatchObject([{ ...texts, ...span, status: 'planned', sequence: 0 }]);
      expect((await db.select().from(activities)).map(({ verb }) => verb)).toEqual(['meeting.planned']);
    }));

  test('[M3] is refused in the past, unless the meeting was held; what is held is over', () =>
    withWorld(async ({ plan, list }) => {
      expect(await plan(past)).toEqual({ ok: false, error: 'meeting.past' });
      expect(await plan(span, { isHeld: true })).toEqual({ ok: false, error: 'meeting.notOver' });
      expect(await plan(past, { isHeld: true })).toMatchObject({ ok: true });
      expect(await list()).toMatchObject([{ ...past, status: 'held', closedAt: past.endsAt }]);
    }));
});

test('[M5] a meeting is found by its own group only, with one’s role there', () =>
  withWorld(async ({ db, plan, list, heat, people }) => {
    const planned = await plan();
    const meetingId = planned.ok ? planned.value.id : '';
    const seen = (userId: string) => findMeetingForMember(db, { meetingId, userId, now });
    expect(await seen(people.aurelie)).toMatchObject({ id: meetingId, group: { role: 'facilitator' } });
    expect(await seen(people.hakim)).toBeNull();
    expect(await list(heat)).toEqual([]);
    expect(await findMeetingForMember(db, { meetingId: 'none', userId: people.aurelie, now })).toBeNull();
  }));
