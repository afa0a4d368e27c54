import { expect, test } from 'vitest';
import {
  addGuest,
  leaveMeeting,
  listAttendees,
  listGuests,
  markAttendance,
} from '#db/meetings/held/meeting-attendances.ts';
import { giveFloor, listHands, lowerHand, raiseHand } from '#db/meetings/held/meeting-hands.ts';
import {
  closeMeeting,
  findRun,
  giveTime,
  goToItem,
  openMeeting,
  reopenMeeting,
  takeBackOpening,
} from '#db/meetings/held/meeting-runs.ts';
import { findMeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { anOpenMeeting, refusalOf } from '#tests/support/meetings/meetings.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T13:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('[MR2] a meeting is opened once, closed once, and its closing taken back', () =>
  withDb(async (db) => {
    const { change, meeting, people } = await anOpenMeeting(siteOf(db, now));
    const seen = () =>
      findMeetingForMember(db, { meetingId: meeting.id, userId: people.yann.id, now: later(60) });
    expect(await refusalOf(openMeeting(db, change(people.claire, later(5))))).toBeNull();
    expect((await seen())?.openedAt).toEqual(now);
    expect(await refusalOf(closeMeeting(db, change(people.claire, later(60))))).toBeNull();
    expect(await seen()).toMatchObject({ status: 'held', closedAt: later(60) });
    expect(await refusalOf(closeMeeting(db, change()))).toBe('meetingHeld.notOpen');
    expect(await refusalOf(openMeeting(db, change()))).toBe('meetingHeld.alreadyClosed');
    expect(await refusalOf(reopenMeeting(db, change()))).toBeNull();
    expect(await seen()).toMatchObject({ status: 'planned', openedAt: now, closedAt: null });
  }));

test('[MR2] an opening is taken back while nothing of the meeting was held', () =>
  withDb(async (db) => {
    const { change, meeting, people } = await anOpenMeeting(siteOf(db, now));
    const seen = () => findMeetingForMember(db, { meetingId: meeting.id, userId: people.yann.id, now });
    const takeBack = () => refusalOf(takeBackOpening(db, change()));
    expect(await takeBack()).toBeNull();
    expect(await seen()).toMatchObject({ status: 'planned', openedAt: null });
    expect(await takeBack()).toBe('meetingHeld.notOpen');
    await openMeeting(db, change());
    await goToItem(db, { ...change(), itemId: meeting.items[0] ?? '' });
    expect(await takeBack()).toBe('meetingHeld.begun');
    await goToItem(db, { ...change(people.claire, later(5)), itemId: null });
    expect(await takeBack()).toBe('meetingHeld.begun');
    expect(await seen()).toMatchObject({ openedAt: now });
  }));

test('[MR2] who is there keeps a meeting open', () =>
  withDb(async (db) => {
    const { change, people } = await anOpenMeeting(siteOf(db, now));
    const mark = (presence: 'excused' | 'present', attendanceId: string) =>
      markAttendance(db, { ...change(), userId: people.yann.id, presence, mode: 'onSite', attendanceId });
    await mark('present', 'a');
    expect(await refusalOf(takeBackOpening(db, change()))).toBe('meetingHeld.begun');
    await mark('excused', 'b');
    expect(await refusalOf(takeBackOpening(db, change()))).toBeNull();
  }));

test('[MR15] nothing of a meeting changes through another group', () =>
  withDb(async (db) => {
    const { change, meeting, people, outside } = await anOpenMeeting(siteOf(db, now));
    const foreign = { ...change(), groupId: outside };
    const marked = {
      userId: people.yann.id,
      presence: 'present',
      mode: 'onSite',
      attendanceId: 'x',
    } as const;
    const asked = [
      openMeeting(db, foreign),
      closeMeeting(db, foreign),
      reopenMeeting(db, foreign),
      takeBackOpening(db, foreign),
      goToItem(db, { ...foreign, itemId: meeting.items[0] ?? '' }),
      raiseHand(db, foreign),
      lowerHand(db, { ...foreign, userId: people.yann.id }),
      giveFloor(db, { ...foreign, userId: people.yann.id }),
      markAttendance(db, { ...foreign, ...marked }),
      addGuest(db, { ...foreign, name: 'Ana', organisation: '', mode: 'onSite', attendanceId: 'y' }),
      leaveMeeting(db, { ...foreign, who: { userId: people.yann.id } }),
    ];
    for (const done of asked) expect(await refusalOf(done)).toBe('access.notFound');
  }));

test('[MR3] the items are gone through, their time is counted, and each change is a new revision', () =>
  withDb(async (db) => {
    const { change, meeting, people } = await anOpenMeeting(siteOf(db, now));
    const [first = '', second = ''] = meeting.items;
    const before = (await findRun(db, meeting.id)).revision;
    const at = (minutes: number) => change(people.claire, later(minutes));
    await goToItem(db, { ...at(0), itemId: first });
    await giveTime(db, { ...at(5), itemId: first });
    await goToItem(db, { ...at(12), itemId: second });
    expect(await findRun(db, meeting.id)).toMatchObject({
      currentItemId: second,
      spent: { [first]: 720 },
      added: { [first]: 5 },
      revision: before + 3,
    });
    await closeMeeting(db, at(30));
    expect(await findRun(db, meeting.id)).toMatchObject({
      currentItemId: null,
      spent: { [first]: 720, [second]: 1080 },
    });
    expect(await refusalOf(goToItem(db, { ...at(31), itemId: first }))).toBe('meetingHeld.notOpen');
    await reopenMeeting(db, at(32));
    expect(await refusalOf(goToItem(db, { ...at(33), itemId: 'ailleurs' }))).toBe('meetingHeld.itemNotFound');
  }));

test('[MR4] who was there stays present after leaving; guests are known by name; strangers are nobody', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const { change, meeting, group, people } = await anOpenMeeting(site);
    const mark = (userId: string, minutes = 0) =>
      markAttendance(db, {
        ...change(people.claire, later(minutes)),
        userId,
        presence: 'present',
        mode: 'remote',
        attendanceId: site.newId(),
      });
    await mark(people.yann.id);
    await leaveMeeting(db, { ...change(people.yann, later(20)), who: { userId: people.yann.id } });
    const yann = async () =>
      (await listAttendees(db, { meetingId: meeting.id, groupId: asReadable(group.id), now })).find(
        ({ id }) => id === people.yann.id,
      );
    expect(await yann()).toMatchObject({
      isHere: false,
      attended: { presence: 'present', mode: 'remote', arrivedAt: now, leftAt: later(20) },
    });
    await mark(people.yann.id, 30);
    expect(await yann()).toMatchObject({ isHere: true, attended: { arrivedAt: now, leftAt: null } });
    expect(await refusalOf(mark('personne'))).toBe('meetingHeld.nobody');
    const guest = {
      ...change(),
      organisation: 'Agence de l’eau',
      mode: 'onSite',
      attendanceId: 'g',
    } as const;
    await addGuest(db, { ...guest, name: 'Ana Costa' });
    await leaveMeeting(db, { ...change(people.claire, later(9)), who: { guestId: 'g' } });
    expect(await listGuests(db, meeting.id)).toMatchObject([
      { name: 'Ana Costa', organisation: 'Agence de l’eau', presence: 'present', leftAt: later(9) },
    ]);
  }));

test('[MR11] hands wait in order, the floor goes from one to the next', () =>
  withDb(async (db) => {
    const { change, meeting, people } = await anOpenMeeting(siteOf(db, now));
    const order = async () => (await listHands(db, meeting.id)).map(({ name, floorAt }) => [name, floorAt]);
    await raiseHand(db, change(people.ines, later(1)));
    await raiseHand(db, change(people.yann, later(2)));
    await raiseHand(db, change(people.ines, later(3)));
    expect((await order()).map(([name]) => name)).toEqual(['Inès', 'Yann']);
    const give = (userId: string, minutes: number) =>
      giveFloor(db, { ...change(people.claire, later(minutes)), userId });
    await give(people.yann.id, 4);
    expect(await order()).toEqual([
      ['Yann', later(4)],
      ['Inès', null],
    ]);
    await give(people.ines.id, 6);
    expect(await order()).toEqual([['Inès', later(6)]]);
    expect(await refusalOf(give(people.claire.id, 7))).toBe('meetingHeld.nobody');
    await lowerHand(db, { ...change(people.ines), userId: people.ines.id });
    expect(await order()).toEqual([]);
  }));
