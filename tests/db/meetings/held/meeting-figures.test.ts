import { expect, test } from 'vitest';
import { addGuest, leaveMeeting, markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { listMeetingFigures } from '#db/meetings/held/meeting-figures.ts';
import { closeMeeting, reopenMeeting } from '#db/meetings/held/meeting-runs.ts';
import { aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { aMeeting, anOpenMeeting } from '#tests/support/meetings/meetings.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T13:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('[MR4] the figures of closed meetings: how long, how many people, guests among them, and each city once', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const { group, people, meeting, change, outside } = await anOpenMeeting(site);
    const julien = await aPerson(site, { organisationId: people.yann.organisationId });
    await aMember(site, { groupId: group.id, userId: julien.id, role: 'contributor' });
    const mark = (userId: string, presence: 'present' | 'excused') =>
      markAttendance(db, { ...change(), userId, presence, mode: 'onSite', attendanceId: site.newId() });
    await mark(people.yann.id, 'present');
    await mark(julien.id, 'present');
    await mark(people.observer.id, 'present');
    await mark(people.ines.id, 'excused');
    // Who left before the end was there; guests count as people, and are of no city of ours.
    await leaveMeeting(db, { ...change(), who: { userId: people.observer.id } });
    await addGuest(db, {
      ...change(),
      name: 'Ana',
      organisation: 'Ville invitée',
      mode: 'remote',
      attendanceId: site.newId(),
    });
    const figures = (groupId = group.id) => listMeetingFigures(db, { groupId });
    expect(await figures()).toEqual([]);
    await closeMeeting(db, change(people.claire, later(95)));
    await aMeeting(site, { groupId: group.id, by: people.claire.id, inHours: 48 });
    const [held, ...others] = await figures();
    expect(others).toEqual([]);
    expect(held).toMatchObject({ id: meeting.id, title: 'Séance de mars', minutes: 95, people: 4 });
    expect(held?.organisations.map(({ name }) => name).sort()).toEqual(['Ville de Odile', 'Ville de Yann']);
    expect(await figures(outside)).toEqual([]);
    await reopenMeeting(db, change());
    expect(await figures()).toEqual([]);
  }));
