import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { meetingWorld } from '#tests/support/meetings/planned-meetings.ts';

const at = new Date('2023-03-14T09:00:00Z');
const draft = { title: 'Ombre', minutes: '20', owner: '', documents: [] };
const done = { ok: true };
const absent = expect.objectContaining({ error: 'access.notFound' });
const forbidden = expect.objectContaining({ error: 'access.forbidden' });

/** A planned meeting of the group that Aurélie facilitates, and who asks for what. */
async function aPlannedMeeting(db: Tx) {
  const { plan, people } = await meetingWorld(db, at);
  const [meetingId = ''] = await plan();
  const operations = operationsOn(db, { now: () => at });
  const asker = (userId: string) => ({ userId });
  return { operations, subject: { meetingId }, people, asker };
}

test('[M8] the agenda refuses a point without words and without length, both at once', () =>
  withDb(async (db) => {
    const { operations, subject, people, asker } = await aPlannedMeeting(db);
    const bad = { ...subject, ...draft, title: ' ', minutes: '0' };
    expect(await operations.run('agendaItem.add', asker(people.nadia), bad)).toEqual({
      ok: false,
      error: 'meeting.itemEmpty',
      fields: { title: 'meeting.itemEmpty', minutes: 'meeting.minutesInvalid' },
    });
  }));

test('[M8] the agenda takes proposals of members, which facilitators accept and move, and nothing of outsiders', () =>
  withDb(async (db) => {
    const { operations, subject, people, asker } = await aPlannedMeeting(db);
    const [claire, nadia, outsider] = [asker(people.aurelie), asker(people.nadia), asker(people.hakim)];
    const proposed = await operations.run('agendaItem.add', nadia, { ...subject, ...draft });
    expect(proposed).toMatchObject({ value: { isAccepted: false } });
    const own = { ...subject, item: proposed.ok ? proposed.value.itemId : '' };
    const move = { ...own, rank: '0' };
    expect(await operations.run('agendaItem.accept', nadia, own)).toEqual(forbidden);
    expect(await operations.run('agendaItem.move', nadia, move)).toEqual(forbidden);
    expect(await operations.run('agendaItem.add', outsider, { ...subject, ...draft })).toEqual(absent);
    expect(await operations.run('agendaItem.remove', outsider, own)).toEqual(absent);
    expect(await operations.run('agendaItem.change', nadia, { ...own, ...draft })).toEqual(done);
    expect(await operations.run('agendaItem.accept', claire, own)).toEqual(done);
    // Accepted by mistake: it waits again, and its author may change it again.
    expect(await operations.run('agendaItem.takeAcceptanceBack', nadia, own)).toEqual(forbidden);
    expect(await operations.run('agendaItem.takeAcceptanceBack', outsider, own)).toEqual(absent);
    expect(await operations.run('agendaItem.takeAcceptanceBack', claire, own)).toEqual(done);
    expect(await operations.run('agendaItem.change', nadia, { ...own, ...draft })).toEqual(done);
    expect(await operations.run('agendaItem.accept', claire, own)).toEqual(done);
    expect(await operations.run('agendaItem.move', claire, move)).toEqual(done);
    expect(await operations.run('agendaItem.remove', nadia, own)).toEqual(forbidden);
    expect(await operations.run('agendaItem.remove', claire, own)).toMatchObject(done);
    expect(await operations.run('agendaItem.restore', claire, own)).toEqual(done);
  }));
