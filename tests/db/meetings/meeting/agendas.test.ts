import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { countItems, listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import {
  addItem,
  changeItem,
  type ItemDraft,
  moveItem,
  setItemAccepted,
  setItemRemoved,
} from '#db/meetings/meeting/agendas.ts';
import { meetings } from '#db/meetings/meeting/schema.ts';
import { aDocument } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { type MeetingWorld, meetingWorld } from '#tests/support/meetings/planned-meetings.ts';

const now = new Date('2023-03-14T09:00:00Z');
const withMeeting = (run: (world: MeetingWorld, meetingId: string) => Promise<void>) =>
  withDb(async (db) => {
    const world = await meetingWorld(db, now);
    const [meetingId = ''] = await world.plan();
    await run(world, meetingId);
  });

const draft = (title: string, more: Partial<ItemDraft> = {}): ItemDraft => ({
  ...{ title, minutes: 20, ownerId: null, documentIds: [] },
  ...more,
});
const done = { ok: true };
const refused = (error: string) => ({ ok: false, error });

/** Adds a point as this person; answers its id. */
async function add(world: MeetingWorld, meetingId: string, by: string, given: ItemDraft) {
  const itemId = world.site.newId();
  const isFacilitator = by === world.people.aurelie;
  const added = await addItem(world.db, {
    ...world.changeOf(meetingId, by),
    itemId,
    isFacilitator,
    draft: given,
  });
  return { itemId, added };
}
const titles = async ({ db, people }: MeetingWorld, meetingId: string) =>
  (await listAgenda(db, { meetingId, userId: people.aurelie, now })).map(({ title }) => title);

describe('[M8] the agenda', () => {
  test('takes points of facilitators, and proposals of anybody else until they are accepted', () =>
    withMeeting(async (world, meetingId) => {
      const { db, people, changeOf } = world;
      const own = await add(world, meetingId, people.aurelie, draft('Bilan', { ownerId: people.nadia }));
      const proposed = await add(world, meetingId, people.etienne, draft('Ombre'));
      expect([own.added, proposed.added]).toEqual([done, done]);
      const agenda = () => listAgenda(db, { meetingId, userId: people.nadia, now });
      expect(await agenda()).toMatchObject([
        { title: 'Bilan', status: 'accepted', minutes: 20, owner: { name: 'Nadia' } },
        { title: 'Ombre', status: 'proposed', proposedBy: { name: 'Étienne' } },
      ]);
      expect((await countItems(db, { meetingIds: [meetingId] })).get(meetingId)).toBe(1);
      expect(
        await setItemAccepted(db, { ...changeOf(meetingId), itemId: proposed.itemId, isAccepted: true }),
      ).toEqual(done);
      expect((await agenda())[1]?.status).toBe('accepted');
    }));

  test('refuses a point carried by an outsider, or of a cancelled meeting', () =>
    withMeeting(async (world, meetingId) => {
      const { db, people } = world;
      const attempt = async (given: ItemDraft) => (await add(world, meetingId, people.nadia, given)).added;
      expect(await attempt(draft('Ombre', { ownerId: people.hakim }))).toEqual(refused('member.notFound'));
      await db.update(meetings).set({ status: 'cancelled' }).where(eq(meetings.id, meetingId));
      expect(await attempt(draft('Ombre'))).toEqual(refused('meeting.isCancelled'));
      expect(await titles(world, meetingId)).toEqual([]);
    }));

  test('lets who proposed a point change it until it is accepted, and nobody else', () =>
    withMeeting(async (world, meetingId) => {
      const { db, people, changeOf, groups } = world;
      const { itemId } = await add(world, meetingId, people.etienne, draft('Ombre'));
      const change = (by: string, title: string, groupId?: string) =>
        changeItem(db, {
          ...changeOf(meetingId, by, groupId),
          itemId,
          isFacilitator: by === people.aurelie,
          draft: draft(title),
        });
      expect(await change(people.etienne, 'Ombre portée')).toEqual(done);
      expect(await change(people.nadia, 'À moi')).toEqual(refused('access.forbidden'));
      expect(await change(people.hakim, 'À nous', groups.heat)).toEqual(refused('access.notFound'));
      await setItemAccepted(db, { ...changeOf(meetingId), itemId, isAccepted: true });
      expect(await change(people.etienne, 'Autre')).toEqual(refused('access.forbidden'));
      expect(await change(people.aurelie, 'Ombre à 14 h')).toEqual(done);
      expect(await titles(world, meetingId)).toEqual(['Ombre à 14 h']);
    }));

  test('is ordered, and a point that is taken off is put back', () =>
    withMeeting(async (world, meetingId) => {
      const { db, people, changeOf } = world;
      const ids: string[] = [];
      for (const title of ['A', 'B', 'C']) {
        ids.push((await add(world, meetingId, people.aurelie, draft(title))).itemId);
      }
      const [, , c = ''] = ids;
      expect(await moveItem(db, { ...changeOf(meetingId), itemId: c, rank: 0 })).toEqual(done);
      expect(await titles(world, meetingId)).toEqual(['C', 'A', 'B']);
      const remove = { ...changeOf(meetingId), itemId: c, isFacilitator: true };
      await setItemRemoved(db, { ...remove, isRemoved: true });
      expect(await titles(world, meetingId)).toEqual(['A', 'B']);
      await setItemRemoved(db, { ...remove, isRemoved: false });
      expect(await titles(world, meetingId)).toEqual(['C', 'A', 'B']);
      expect(await moveItem(db, { ...changeOf(meetingId), itemId: 'none', rank: 0 })).toEqual(
        refused('meeting.itemNotFound'),
      );
    }));

  test('shows a restricted document to whoever may see it, and others’ changes leave it', () =>
    withMeeting(async (world, meetingId) => {
      const { db, site, people, groups, changeOf } = world;
      const open = await aDocument(site, {
        groupId: groups.nature,
        createdBy: people.aurelie,
        title: 'Guide',
      });
      const secret = await aDocument(site, {
        groupId: groups.nature,
        createdBy: people.aurelie,
        title: 'Note',
      });
      await db.update(documents).set({ visibility: 'restricted' }).where(eq(documents.id, secret.id));
      const foreign = await aDocument(site, { groupId: groups.heat, createdBy: people.hakim });
      const { itemId } = await add(world, meetingId, people.etienne, draft('Ombre'));
      const attach = (by: string, documentIds: string[]) =>
        changeItem(db, {
          ...changeOf(meetingId, by),
          itemId,
          isFacilitator: by === people.aurelie,
          draft: draft('Ombre', { documentIds }),
        });
      const seenBy = async (userId: string) =>
        (await listAgenda(db, { meetingId, userId, now }))[0]?.documents.map(({ title }) => title);
      await attach(people.aurelie, [open.id, secret.id, foreign.id]);
      expect(await seenBy(people.aurelie)).toEqual(['Guide', 'Note']);
      expect(await seenBy(people.etienne)).toEqual(['Guide']);
      expect(await attach(people.etienne, [])).toEqual(done);
      expect(await seenBy(people.aurelie)).toEqual(['Note']);
    }));
});
