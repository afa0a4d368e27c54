import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { listRecipients } from '#db/news/notification/notification-recipients.ts';
import { activities } from '#db/people/activity/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { topicPosts, topics } from '#db/programme/topic/schema.ts';
import { findTopicForMember } from '#db/programme/topic/topic-rights.ts';
import { listPosts, listTopics } from '#db/programme/topic/topics.ts';
import { searchEntries } from '#db/search/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { POSTS_A_PAGE } from '#shared/programme/topic/topic.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aTopic } from '#tests/support/programme/topics.ts';
import { ADDRESS, withAdoptions } from '#tests/support/publication/adoptions.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');
const refused = (error: string) => expect.objectContaining({ ok: false, error });
const done = expect.objectContaining({ ok: true });

/** A discussion that Nadia began in a group that Claire facilitates, where Odile observes; Hakim is elsewhere. */
async function around(db: Db) {
  const site = siteOf(db, at);
  const group = await aGroup(site, { name: 'Nature en ville' });
  const person = async (name: string, role: GroupRole | null) => {
    const { id } = await aPerson(site, { name });
    if (role) await aMember(site, { groupId: group.id, userId: id, role });
    return { id, name, asker: { userId: id } };
  };
  const claire = await person('Claire Oudin', 'facilitator');
  const nadia = await person('Nadia Ferrand', 'contributor');
  const odile = await person('Odile Petit', 'observer');
  const hakim = await person('Hakim', null);
  const made = await aTopic(site, { groupId: group.id, by: nadia.id });
  const operations = operationsOn(db, { now: () => at });
  const of = { topicId: made.topicId };
  const reply = (who: typeof claire, body: string) =>
    operations.run('topic.reply', who.asker, { ...of, body });
  const idOf = (said: Awaited<ReturnType<typeof reply>>) => (said.ok ? said.value.id : '');
  /** Whom a message is told, each with why. */
  const told = async (id: string) => {
    const happened = await db.select().from(activities).where(eq(activities.verb, 'topic.replied'));
    const last = happened.find(({ data }) => data.post === id);
    if (!last) return [];
    const names = new Map([claire, nadia, odile, hakim].map(({ id, name }) => [id, name]));
    const recipients = await listRecipients(db, last, at);
    return recipients.map(({ userId, reason }) => `${names.get(userId)}: ${reason}`).sort();
  };
  const posts = async () => {
    const found = await findTopicForMember(db, { ...of, userId: claire.id, now: at });
    if (!found) throw new Error('no discussion');
    return (await listPosts(db, { topicId: found.id, asked: null })).posts;
  };
  return { db, site, group, claire, nadia, odile, hakim, ...made, of, operations, reply, told, posts, idOf };
}

test('[TP2] everybody of the group reads a discussion and writes in it; for others it is absent', () =>
  withDb(async (db) => {
    const { odile, hakim, nadia, topicId, reply, group } = await around(db);
    expect(await reply(odile, 'Le département aussi.')).toEqual(done);
    expect(await reply(hakim, 'Moi.')).toEqual(refused('access.notFound'));
    const asked = { topicId, now: at };
    expect(await findTopicForMember(db, { ...asked, userId: hakim.id })).toBeNull();
    expect(await findTopicForMember(db, { ...asked, userId: nadia.id })).toMatchObject({
      title: 'Ombre',
      isModerator: false,
    });
    await db.delete(groupMembers).where(eq(groupMembers.groupId, group.id));
    expect(await reply(nadia, 'Encore.')).toEqual(refused('access.notFound'));
  }));

test('[TP3] [TP7] an answer is told to those who took part and to whoever it names, never twice nor once it is taken off', () =>
  withDb(async (db) => {
    const { claire, odile, reply, told, idOf, operations, of } = await around(db);
    const first = idOf(await reply(claire, 'Demandez à @Odile Petit, ou à @Hakim.'));
    // Hakim is not of the group: he is not named there.
    expect(await told(first)).toEqual(['Nadia Ferrand: reply', 'Odile Petit: mention']);
    const postId = idOf(await reply(odile, 'Oui.'));
    expect(await told(postId)).toEqual(['Claire Oudin: reply', 'Nadia Ferrand: reply']);
    await operations.run('topic.delete', odile.asker, { ...of, postId });
    expect(await told(postId)).toEqual([]);
  }));

test('[TP4] a message is changed by its author, dated, with whom it names; taken off and given back', () =>
  withDb(async (db) => {
    const { claire, nadia, odile, postId, of, operations, posts } = await around(db);
    const post = { ...of, postId };
    const edit = (who: typeof claire, body: string) =>
      operations.run('topic.edit', who.asker, { ...post, body });
    expect(await edit(claire, 'Autre')).toEqual(refused('topic.notYours'));
    expect(await edit(nadia, 'Pour @Odile Petit')).toEqual(done);
    expect(await posts()).toMatchObject([
      { body: 'Pour @Odile Petit', editedAt: at, names: ['Odile Petit'] },
    ]);
    expect(await operations.run('topic.delete', odile.asker, post)).toEqual(refused('topic.notYours'));
    expect(await operations.run('topic.delete', nadia.asker, post)).toEqual(done);
    expect(await posts()).toMatchObject([{ body: '', isDeleted: true }]);
    expect(await operations.run('topic.restore', nadia.asker, post)).toEqual(done);
    expect(await operations.run('topic.delete', claire.asker, post)).toEqual(done);
    expect(await operations.run('topic.restore', nadia.asker, post)).toEqual(refused('topic.notYours'));
    const absent = { ...of, postId: of.topicId };
    expect(await operations.run('topic.delete', claire.asker, absent)).toEqual(refused('topic.postNotFound'));
  }));

test('[TP5] whoever began a discussion and its moderators close it: nobody answers until it is open again', () =>
  withDb(async (db) => {
    const { claire, nadia, odile, of, postId, operations, reply } = await around(db);
    expect(await operations.run('topic.close', odile.asker, of)).toEqual(refused('access.forbidden'));
    expect(await operations.run('topic.close', nadia.asker, of)).toEqual(done);
    expect(await operations.run('topic.close', claire.asker, of)).toEqual(refused('topic.isClosed'));
    expect(await reply(claire, 'Encore.')).toEqual(refused('topic.isClosed'));
    const edit = { ...of, postId, body: 'Autre' };
    expect(await operations.run('topic.edit', nadia.asker, edit)).toEqual(refused('topic.isClosed'));
    expect(await operations.run('topic.reopen', claire.asker, of)).toEqual(done);
    expect(await operations.run('topic.reopen', claire.asker, of)).toEqual(refused('topic.isOpen'));
    expect(await reply(claire, 'Encore.')).toEqual(done);
  }));

test('[TP6] a long discussion is read by pages, the last one first asked; what is said is found', () =>
  withDb(async (db) => {
    const { claire, topicId, group, site, nadia } = await around(db);
    const more = Array.from({ length: POSTS_A_PAGE }, (_, rank) => ({
      ...{ id: site.newId(), topicId, authorId: nadia.id, body: `Platane ${rank}` },
      createdAt: new Date(at.getTime() + rank + 1),
    }));
    await db.insert(topicPosts).values(more);
    const found = await findTopicForMember(db, { topicId, userId: claire.id, now: at });
    if (!found) throw new Error('no discussion');
    const last = await listPosts(db, { topicId: found.id, asked: null });
    expect([last.page, last.pages, last.posts.map(({ rank }) => rank)]).toEqual([2, 2, [POSTS_A_PAGE + 1]]);
    expect((await listPosts(db, { topicId: found.id, asked: 1 })).posts).toHaveLength(POSTS_A_PAGE);
    const groups = await import('#db/people/group/groups.ts');
    const mine = await groups.findGroupForMember(db, { groupId: group.id, userId: claire.id, now: at });
    const listed = mine && (await listTopics(db, { groupId: mine.id }, 7));
    expect(listed).toMatchObject({
      page: 1,
      pages: 1,
      topics: [{ posts: POSTS_A_PAGE + 1, by: nadia.name }],
    });
    const [entry] = await db.select().from(searchEntries).where(eq(searchEntries.objectId, topicId));
    expect(entry).toMatchObject({ kind: 'topic', title: 'Ombre' });
    expect(entry?.body).toContain('Platane 3');
  }));

test('[TP8] a question on a published sheet is the whole programme’s, and told to those who did what it tells', () =>
  withAdoptions(async ({ db, site, people }) => {
    const now = people.aurelie.now;
    const operations = operationsOn(db, { now: () => now });
    const question = { address: ADDRESS, title: 'Quels capteurs ?', body: 'Lesquels avez-vous posés ?' };
    const guest = await aPerson(site);
    expect(await operations.run('topic.openOnSheet', { userId: guest.id }, question)).toEqual(
      refused('access.notFound'),
    );
    const nowhere = { ...question, address: 'rien-00000000' };
    const aurelie = { userId: people.aurelie.userId };
    expect(await operations.run('topic.openOnSheet', aurelie, nowhere)).toEqual(refused('access.notFound'));
    const opened = await operations.run('topic.openOnSheet', aurelie, question);
    expect(opened).toEqual(done);
    const topicId = opened.ok ? opened.value.id : '';
    expect(await findTopicForMember(db, { topicId, userId: guest.id, now })).toBeNull();
    expect(await findTopicForMember(db, { topicId, userId: people.nadia.userId, now })).not.toBeNull();
    const [event] = await db.select().from(activities).where(eq(activities.objectId, topicId));
    const told = event ? await listRecipients(db, event, now) : [];
    expect(told).toContainEqual({ userId: people.nadia.userId, reason: 'programme' });
    expect(told.map(({ userId }) => userId)).not.toContain(people.aurelie.userId);
    expect(await db.select().from(topics).where(eq(topics.id, topicId))).toHaveLength(1);
  }));
