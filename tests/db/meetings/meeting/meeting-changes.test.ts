import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  cancelMeeting,
  changeMeeting,
  restoreMeeting,
  type Scope,
} from '#db/meetings/meeting/meeting-changes.ts';
import { meetings } from '#db/meetings/meeting/schema.ts';
import { activities } from '#db/people/activity/schema.ts';
import { withDb } from '#tests/support/database.ts';
import {
  type MeetingWorld,
  meetingTexts,
  meetingWorld,
  tuesdays,
} from '#tests/support/meetings/planned-meetings.ts';

const now = new Date('2023-03-14T09:00:00Z');
const refused = (error: string) => ({ ok: false, error });
const withWorld = (run: (world: MeetingWorld) => Promise<void>) =>
  withDb(async (db) => run(await meetingWorld(db, now)));

/** To Thursday at ten. */
const thursday = { day: '2023-03-23', start: '10:00', end: '12:00' };
const move = ({ db, changeOf }: MeetingWorld, id: string | undefined, scope: Scope, when = thursday) =>
  changeMeeting(db, {
    ...changeOf(id),
    texts: { ...meetingTexts, place: 'Gare' },
    when,
    scope,
    reminders: {},
  });
const starts = async ({ list }: MeetingWorld) =>
  (await list()).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

describe('[M6] changing', () => {
  test('moves one meeting of a series, raises its sequence and tells the group', () =>
    withWorld(async (world) => {
      const ids = await world.plan([...tuesdays]);
      expect(await move(world, ids[0], 'one')).toMatchObject({
        ok: true,
        value: [{ id: ids[0], sequence: 1 }],
      });
      expect(await starts(world)).toEqual(
        ['2023-03-23T09:00', '2023-03-28T12:00', '2023-04-04T12:00'].map((at, index) =>
          index === 0 ? at : (tuesdays[index]?.startsAt.toISOString().slice(0, 16) ?? ''),
        ),
      );
      const verbs = (await world.db.select({ verb: activities.verb }).from(activities)).map(
        ({ verb }) => verb,
      );
      expect(verbs.sort()).toEqual(['meeting.changed', 'meeting.planned']);
    }));

  test('moves the rest of a series along, at the same hours of Paris when clocks change', () =>
    withWorld(async (world) => {
      const ids = await world.plan([...tuesdays]);
      expect(await move(world, ids[0], 'following')).toMatchObject({ ok: true, value: [{}, {}, {}] });
      expect(await starts(world)).toEqual(['2023-03-23T09:00', '2023-03-30T08:00', '2023-04-06T08:00']);
      expect((await world.list()).map(({ place }) => place)).toEqual(['Gare', 'Gare', 'Gare']);
    }));

  test('leaves what came before in the series, and what has begun', () =>
    withWorld(async (world) => {
      const ids = await world.plan([...tuesdays]);
      await world.db
        .update(meetings)
        .set({ openedAt: now })
        .where(eq(meetings.id, ids[2] ?? ''));
      expect(await move(world, ids[1], 'following', { ...thursday, day: '2023-03-30' })).toMatchObject({
        ok: true,
        value: [{ id: ids[1] }],
      });
      expect(await move(world, ids[2], 'one')).toEqual(refused('meeting.begun'));
    }));

  test('is refused into the past, into an hour that is jumped over, and from another group', () =>
    withWorld(async (world) => {
      const [id] = await world.plan();
      const { db, changeOf, people, groups } = world;
      expect(await move(world, id, 'one', { ...thursday, day: '2023-03-13' })).toEqual(
        refused('meeting.past'),
      );
      const skipped = { day: '2023-03-26', start: '02:30', end: '04:00' };
      expect(await move(world, id, 'one', skipped)).toEqual(refused('meeting.hourSkipped'));
      const foreign = changeOf(id, people.hakim, groups.heat);
      const wish = { texts: meetingTexts, when: thursday, scope: 'one' as const, reminders: {} };
      expect(await changeMeeting(db, { ...foreign, ...wish })).toEqual(refused('access.notFound'));
      expect(await cancelMeeting(db, { ...foreign, reason: '', scope: 'one' })).toEqual(
        refused('access.notFound'),
      );
      expect(await restoreMeeting(db, { ...foreign, scope: 'one' })).toEqual(refused('access.notFound'));
      expect(await world.list()).toMatchObject([{ ...tuesdays[0], sequence: 0, status: 'planned' }]);
    }));

  test('to what it is already changes nothing', () =>
    withWorld(async (world) => {
      const [id] = await world.plan();
      const when = { day: '2023-03-21', start: '14:00', end: '16:00' };
      const same = { ...world.changeOf(id), texts: meetingTexts, when, scope: 'one' as const, reminders: {} };
      expect(await changeMeeting(world.db, same)).toEqual({ ok: true, value: [] });
      expect((await world.list())[0]?.sequence).toBe(0);
    }));
});

describe('[M6] cancelling', () => {
  test('takes one meeting or the rest of a series away, with its reason, and back', () =>
    withWorld(async (world) => {
      const { db, changeOf, list } = world;
      const ids = await world.plan([...tuesdays]);
      const statuses = async () => (await list()).map(({ status }) => status);
      await cancelMeeting(db, { ...changeOf(ids[1]), reason: ' Grève  des trains ', scope: 'following' });
      expect(await statuses()).toEqual(['planned', 'cancelled', 'cancelled']);
      expect((await list())[2]).toMatchObject({ cancelReason: 'Grève des trains', sequence: 1 });
      const again = { ...changeOf(ids[1]), reason: '', scope: 'one' as const };
      expect(await cancelMeeting(db, again)).toEqual(refused('meeting.isCancelled'));
      expect(await move(world, ids[1], 'one')).toEqual(refused('meeting.isCancelled'));
      expect(await restoreMeeting(db, { ...changeOf(ids[2]), scope: 'one' })).toMatchObject({
        ok: true,
        value: [{ id: ids[2], sequence: 2 }],
      });
      expect(await statuses()).toEqual(['planned', 'cancelled', 'planned']);
      expect(await restoreMeeting(db, { ...changeOf(ids[0]), scope: 'one' })).toEqual(
        refused('meeting.notCancelled'),
      );
    }));
});
