import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { accessRequests } from '#db/documents/access/access-request-schema.ts';
import { commentThreads, suggestions } from '#db/documents/comment/schema.ts';
import { documents } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { minutes } from '#db/meetings/held/schema.ts';
import { agendaItems, meetingAnswers, meetings } from '#db/meetings/meeting/schema.ts';
import { joinRequests } from '#db/people/member/join-request-schema.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** A group that Claire facilitates and Nadia writes in; Boris facilitates another. */
async function around(db: Db) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site, { name: 'Nature' }), await aGroup(site, { name: 'Ailleurs' })];
  const [claire, nadia, boris] = [await aPerson(site), await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: group.id, role: 'facilitator', userId: claire.id });
  await aMember(site, { groupId: group.id, role: 'contributor', userId: nadia.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: boris.id });
  const aMeeting = async (days: number, more: Partial<typeof meetings.$inferInsert> = {}) => {
    const id = site.newId();
    const when = { startsAt: day(days), endsAt: new Date(day(days).getTime() + 3_600_000) };
    const made = { createdBy: claire.id, createdAt: now, updatedAt: now };
    await db.insert(meetings).values({ id, groupId: group.id, title: `J${days}`, ...when, ...made, ...more });
    return id;
  };
  const awaited = async ({ id }: { id: string }) => {
    const found = await findToDo(db, { userId: id, now });
    return found.map(({ kind, title, count }) => `${kind} ${title} ${count}`).sort();
  };
  return { site, group, other, claire, nadia, boris, aMeeting, awaited };
}

test('[AF1] meetings of the coming month that one has not answered, the next first; nothing of other groups', () =>
  withDb(async (db) => {
    const { aMeeting, awaited, claire, nadia, boris, group, site } = await around(db);
    const answered = await aMeeting(1);
    await db.insert(meetingAnswers).values({ meetingId: answered, userId: nadia.id, answer: 'no', at: now });
    await aMeeting(9);
    await aMeeting(5);
    await aMeeting(-1);
    await aMeeting(40);
    await aMeeting(2, { status: 'cancelled' });
    expect(await awaited(nadia)).toEqual(['answer J5 1', 'answer J9 1']);
    expect(await awaited(claire)).toEqual(['answer J1 1', 'answer J5 1', 'answer J9 1']);
    expect(await awaited(boris)).toEqual([]);
    // Who sees every group without being in one is not expected anywhere.
    expect(await awaited(await aPerson(site, { platformRole: 'admin' }))).toEqual([]);
    const gone = await aPerson(site);
    await aMember(site, { groupId: group.id, role: 'contributor', userId: gone.id, until: day(-1) });
    expect(await awaited(gone)).toEqual([]);
  }));

test('[AF1] points proposed, minutes submitted and requests to join wait for those who facilitate that group', () =>
  withDb(async (db) => {
    const { aMeeting, awaited, claire, nadia, boris, group, site } = await around(db);
    const coming = await aMeeting(40);
    const point = (more: Partial<typeof agendaItems.$inferInsert> = {}) =>
      db.insert(agendaItems).values({
        id: site.newId(),
        meetingId: coming,
        title: 'Point',
        minutes: 20,
        status: 'proposed',
        order: 'a0',
        createdAt: now,
        ...more,
      });
    await point();
    await point();
    await point({ removedAt: now });
    await point({ status: 'accepted' });
    const [held, draft] = [await aMeeting(-9, { status: 'held' }), await aMeeting(-8, { status: 'held' })];
    for (const [meetingId, status] of [
      [held, 'submitted'],
      [draft, 'draft'],
    ] as const) {
      const { id } = await aDocument(site, { groupId: group.id, createdBy: nadia.id });
      await db.insert(minutes).values({ meetingId, documentId: id, status });
    }
    const ask = (userId: string) =>
      db
        .insert(joinRequests)
        .values({ id: site.newId(), groupId: group.id, userId, message: '', askedAt: day(-1) });
    await ask(boris.id);
    await ask(nadia.id);
    expect(await awaited(claire)).toEqual([
      'draftMinutes J-8 1',
      'item J40 2',
      'join Nature 1',
      'minutes J-9 1',
    ]);
    expect(await awaited(nadia)).toEqual([]);
    expect(await awaited(boris)).toEqual([]);
    // One that stands alone is named, with who proposes it, so that it can be answered where it is read.
    await db.delete(agendaItems).where(eq(agendaItems.meetingId, coming));
    const id = site.newId();
    await point({ id, title: 'Licence des photographies', proposedBy: nadia.id });
    const [alone] = await findToDo(db, { userId: claire.id, now }).then((all) =>
      all.filter(({ kind }) => kind === 'item'),
    );
    expect(alone).toMatchObject({
      ...{ id: coming, parentId: id, title: 'Licence des photographies', count: 1 },
      ...{ by: nadia.name, place: 'J40, Nature' },
    });
  }));

test('[AF1] a request for access waits for the author and the facilitators, a suggestion for the author who may still write', () =>
  withDb(async (db) => {
    const { awaited, claire, nadia, boris, group, site } = await around(db);
    const writer = await aPerson(site);
    await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
    const ombre = await aDocument(site, { groupId: group.id, createdBy: nadia.id, title: 'Ombre' });
    const asked = { documentId: ombre.id, role: 'editor' as const, message: '', askedAt: day(-2) };
    await db.insert(accessRequests).values({ id: site.newId(), userId: boris.id, ...asked });
    const suggest = async (authorId: string, state: 'open' | 'refused') => {
      const id = site.newId();
      const passage = {
        startAt: Uint8Array.of(),
        endAt: Uint8Array.of(),
        quote: '',
        before: '',
        after: '',
        seq: 1,
      };
      await db
        .insert(commentThreads)
        .values({ id, documentId: ombre.id, authorId, createdAt: day(-1), ...passage });
      await db.insert(suggestions).values({ threadId: id, original: 'a', proposed: 'b', state });
    };
    await suggest(writer.id, 'open');
    await suggest(writer.id, 'refused');
    await suggest(nadia.id, 'open');
    expect(await awaited(nadia)).toEqual(['access Ombre 1', 'suggestion Ombre 1']);
    expect(await awaited(claire)).toEqual(['access Ombre 1']);
    expect(await awaited(writer)).toEqual([]);
    expect(await awaited(boris)).toEqual([]);
    await db.update(documents).set({ frozenAt: now });
    expect(await awaited(nadia)).toEqual(['access Ombre 1']);
    await db.update(documents).set({ trashedAt: now });
    expect(await awaited(claire)).toEqual([]);
  }));
