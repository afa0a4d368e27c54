import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { decisions } from '#db/meetings/decision/schema.ts';
import { agendaItems, meetings } from '#db/meetings/meeting/schema.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { find, now } from '#tests/support/search/search.ts';

test('[SE4] [SE8] a decision is found by whoever may read its document, today', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [group, other] = [await aGroup(site), await aGroup(site)];
    const [lead, writer, stranger] = [await aPerson(site), await aPerson(site), await aPerson(site)];
    await aMember(site, { groupId: group.id, role: 'facilitator', userId: lead.id });
    await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
    await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
    const document = await aDocument(site, { groupId: group.id, createdBy: lead.id });
    const id = site.newId();
    await db.insert(decisions).values({
      id,
      groupId: group.id,
      documentId: document.id,
      text: 'La ville ouvre ses données d’arrosage',
      rank: 0,
      isInText: true,
      seenAt: now,
      decidedOn: '2023-03-14',
      year: 2023,
      number: 1,
      createdBy: lead.id,
    });
    const finders = async () => {
      const found = [];
      for (const { id: userId } of [lead, writer, stranger]) {
        const { items } = await find(db, userId, 'donnee arrosages', { kind: 'decision' });
        found.push(items.map(({ path }) => path));
      }
      return found;
    };
    const [one, none] = [[`/decisions/${id}`], []];
    expect(await finders()).toEqual([one, one, none]);
    const change = (set: Partial<typeof documents.$inferInsert>) =>
      db.update(documents).set(set).where(eq(documents.id, document.id));
    await change({ visibility: 'restricted' });
    expect(await finders()).toEqual([one, none, none]);
    await change({ visibility: 'programme' });
    expect(await finders()).toEqual([one, one, one]);
    await change({ visibility: 'group', groupId: other.id });
    expect(await finders()).toEqual([none, none, one]);
    await change({ trashedAt: now });
    expect(await finders()).toEqual([none, none, none]);
  }));

test('[SE4] [SE8] a meeting is found by its group, by its title, its place and its agenda', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const group = await aGroup(site);
    const [member, stranger] = [await aPerson(site), await aPerson(site)];
    await aMember(site, { groupId: group.id, role: 'observer', userId: member.id });
    const id = site.newId();
    const times = {
      startsAt: now,
      endsAt: new Date(now.getTime() + 3_600_000),
      createdAt: now,
      updatedAt: now,
    };
    await db
      .insert(meetings)
      .values({ id, groupId: group.id, title: 'Plénière', place: 'Halle aux grains', ...times });
    const item = {
      meetingId: id,
      title: 'Bilan des plantations',
      minutes: 10,
      status: 'accepted',
      order: 'a0',
      createdAt: now,
    } as const;
    await db.insert(agendaItems).values({ id: site.newId(), ...item });
    const found = async (userId: string, typed: string) =>
      (await find(db, userId, typed, { kind: 'meeting' })).items.map((one) => one.id);
    for (const typed of ['plénières', 'halle grain', 'bilan plantation']) {
      expect(await found(member.id, typed), typed).toEqual([id]);
      expect(await found(stranger.id, typed), typed).toEqual([]);
    }
    await db.update(agendaItems).set({ removedAt: now }).where(eq(agendaItems.meetingId, id));
    expect(await found(member.id, 'bilan plantation')).toEqual([]);
  }));
