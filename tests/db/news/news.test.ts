import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { replyToThread, startThread } from '#db/documents/comment/comments.ts';
import { trashDocument } from '#db/documents/documents.ts';
import { recordVisit } from '#db/documents/history/document-visits.ts';
import { documents } from '#db/documents/schema.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { changesSince } from '#db/news/news.ts';
import { addMember } from '#db/people/member/members.ts';
import { appendUpdates } from '#db/realtime/doc-updates.ts';
import { saveBoardProjection } from '#db/realtime/projections.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import type { ProjectedCard } from '#shared/boards/board-projection.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { aPassage } from '#tests/support/documents/comments.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const since = new Date('2023-02-20T09:00:00Z');
const before = new Date('2023-02-10T09:00:00Z');
const at = (minutes: number) => new Date(since.getTime() + minutes * 60_000);
const now = new Date('2023-03-14T09:00:00Z');

let database: Database;
beforeAll(async () => {
  database = await openFreshDatabase();
});
afterAll(() => database.close());

/** Nadia, who was away, and Boris, who was not, in one group; a facilitator of another. */
async function around() {
  const { db, run } = database;
  const site = siteOf(db, before);
  const nadia = await aPerson(site, { name: 'Nadia Ferrand' });
  const boris = await aPerson(site, { name: 'Boris Petit' });
  const stranger = await aPerson(site, { name: 'Yann Le Goff' });
  const [group, other] = [await aGroup(site), await aGroup(site)];
  for (const { id } of [nadia, boris])
    await aMember(site, { groupId: group.id, role: 'contributor', userId: id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const made = (title: string, by = boris.id) => aDocument(site, { groupId: group.id, createdBy: by, title });
  const write = (document: { id: string }, by: string | null, when: Date) =>
    appendUpdates(
      run,
      [{ room: `document:${document.id}`, data: Uint8Array.of(0, 0), userId: by, newClients: [] }],
      when,
    );
  const newsOf = async ({ id }: { id: string }, more: { limit?: number; groupId?: string } = {}) => {
    const { groupId = group.id, ...bound } = more;
    const [news] = await changesSince(db, { userId: id, groups: [{ groupId, since }], now, ...bound });
    return Object.fromEntries((news?.kinds ?? []).map((each) => [each.kind, each]));
  };
  return { db, run, site, nadia, boris, stranger, group, other, made, write, newsOf };
}

const card: ProjectedCard = {
  cardId: 'a',
  title: 'Compter',
  description: '',
  columnId: 'todo',
  columnName: 'À faire',
  order: 'a0',
  isDone: false,
  isArchived: false,
  start: null,
  due: null,
  repeatOn: null,
  organisationIds: [],
  assigneeIds: [],
  labels: [],
  steps: '',
  links: [],
};

describe('[HV1] documents', () => {
  test('what others wrote since, with the way to what changed; neither one’s own nor what was read since', async () => {
    const { nadia, boris, made, write, newsOf, db } = await around();
    const changed = await made('Ombre');
    await write(changed, boris.id, before);
    await write(changed, boris.id, at(1));
    await write(changed, nadia.id, at(2));
    const own = await made('À moi');
    await write(own, nadia.id, at(1));
    const read = await made('Lu');
    await write(read, boris.id, at(1));
    await inTransaction(db, (tx) =>
      recordVisit(tx, { documentId: read.id, userId: nadia.id, seq: 1, now: at(5) }),
    );
    const { document } = await newsOf(nadia);
    expect(document?.items).toEqual([
      {
        kind: 'document',
        id: changed.id,
        title: 'Ombre',
        href: `/documents/${changed.id}-ombre`,
        compareHref: `/documents/${changed.id}-ombre/comparer?de=1&a=2`,
        context: null,
        by: ['Boris Petit'],
        facts: [{ what: 'written' }],
        at: at(1),
      },
    ]);
    await write(read, boris.id, at(9));
    expect((await newsOf(nadia)).document?.items[0]).toMatchObject({
      title: 'Lu',
      compareHref: expect.stringContaining('de=1&a=2'),
    });
    expect((await newsOf(boris)).document?.items.map(({ title }) => title)).toEqual(['Ombre', 'À moi']);
  });

  test('new ones, and what several wrote at once; nothing of the trash, of restricted ones and of other groups', async () => {
    const { nadia, boris, stranger, group, other, made, write, newsOf, db, site } = await around();
    const fresh = await aDocument(siteOf(db, at(3)), {
      groupId: group.id,
      createdBy: boris.id,
      title: 'Nouveau',
    });
    const shared = await made('Ensemble', nadia.id);
    await write(shared, null, at(4));
    const secret = await made('Secret');
    const gone = await made('Parti');
    for (const document of [secret, gone]) await write(document, boris.id, at(5));
    const change = { groupId: group.id, by: boris.id, now: at(6) };
    await inTransaction(db, (tx) =>
      trashDocument(tx, { ...change, documentId: gone.id, activityId: site.newId() }),
    );
    await inTransaction(db, (tx) =>
      setVisibility(tx, {
        ...change,
        documentId: secret.id,
        visibility: 'restricted',
        activityId: site.newId(),
        accessId: site.newId(),
      }),
    );
    const { document } = await newsOf(nadia);
    expect(document?.items.map(({ title, facts, by }) => [title, facts, by])).toEqual([
      ['Ensemble', [{ what: 'written' }], []],
      ['Nouveau', [{ what: 'created' }], ['Boris Petit']],
    ]);
    expect(fresh.id).toBe(document?.items[1]?.id);
    expect(await newsOf(stranger, { groupId: other.id })).toEqual({});
  });

  test('bounded: the last ones are named, the others counted', async () => {
    const { nadia, boris, newsOf, db, group } = await around();
    for (let minute = 1; minute <= 15; minute++)
      await aDocument(siteOf(db, at(minute)), { groupId: group.id, createdBy: boris.id, title: `${minute}` });
    const { document } = await newsOf(nadia, { limit: 3 });
    expect(document?.items.map(({ title }) => title)).toEqual(['15', '14', '13']);
    expect(document?.total).toBe(15);
  });
});

describe('[HV1] comments', () => {
  test('threads that one is named in, began or took part in; a document tells how much was said', async () => {
    const { nadia, boris, made, newsOf, db, site, group } = await around();
    const document = await made('Ombre', nadia.id);
    const place = { documentId: document.id, groupId: group.id, access: 'write' as const };
    const [threadId, other] = [site.newId(), site.newId()];
    const say = (by: string, thread: string, mentions: string[]) =>
      inTransaction(db, (tx) =>
        startThread(tx, {
          ...place,
          by,
          now: at(1),
          threadId: thread,
          commentId: site.newId(),
          activityId: site.newId(),
          passage: aPassage(),
          body: 'La source ?',
          mentions,
        }),
      );
    await say(boris.id, threadId, [nadia.id]);
    await say(boris.id, other, []);
    const { comment, document: said } = await newsOf(nadia);
    expect(comment?.items).toMatchObject([
      {
        title: 'Ombre',
        href: `/documents/${document.id}-ombre?fil=${threadId}`,
        by: ['Boris Petit'],
        facts: [{ what: 'named' }, { what: 'answers', count: 1 }],
      },
    ]);
    expect(said?.items[0]?.facts).toEqual([{ what: 'comments', count: 2 }]);
    const answer = {
      ...place,
      by: nadia.id,
      now: at(2),
      commentId: site.newId(),
      body: 'Ici.',
      mentions: [],
    };
    await inTransaction(db, (tx) => replyToThread(tx, { ...answer, threadId }));
    expect((await newsOf(boris)).comment?.items[0]?.facts).toEqual([{ what: 'answers', count: 1 }]);
    await db
      .update(documents)
      .set({ trashedAt: at(3) })
      .where(eq(documents.id, document.id));
    expect((await newsOf(boris)).comment).toBeUndefined();
  });
});

describe('[HV1] [HV5] cards', () => {
  test('made, moved, finished, archived by others, or given to oneself; told once a card, with where it ended', async () => {
    const { nadia, boris, stranger, newsOf, run, site, group, other } = await around();
    const board = await aBoard(site, { groupId: group.id, createdBy: boris.id, title: 'Suivi' });
    const room = `board:${board.id}`;
    let seq = 0;
    const save = async (by: string, when: Date, cards: readonly Partial<ProjectedCard>[]) => {
      await appendUpdates(run, [{ room, data: Uint8Array.of(0, 0), userId: by, newClients: [] }], when);
      const given = cards.map((each) => ({ ...card, ...each }));
      await saveBoardProjection(run, { room, id: board.id, seq: ++seq }, given, when);
    };
    const doing = { columnId: 'doing', columnName: 'En cours' };
    const done = { columnId: 'done', columnName: 'Terminé', isDone: true };
    await save(boris.id, before, [{ cardId: 'a' }, { cardId: 'b' }, { cardId: 'd', title: 'Finir' }]);
    await save(boris.id, at(1), [
      { cardId: 'a', ...doing },
      { cardId: 'b', assigneeIds: [nadia.id] },
      { cardId: 'd' },
    ]);
    await save(boris.id, at(2), [
      { cardId: 'a', ...doing },
      { cardId: 'b', assigneeIds: [nadia.id] },
      { cardId: 'd', ...done },
    ]);
    await save(nadia.id, at(3), [
      { cardId: 'a', columnId: 'x', columnName: 'À moi' },
      { cardId: 'b', assigneeIds: [nadia.id, boris.id] },
      { cardId: 'd', ...done },
    ]);
    const told = async (person: { id: string }) =>
      (await newsOf(person)).card?.items.map(({ id, facts }) => [id, ...facts]);
    expect(await told(nadia)).toEqual([
      ['d', { what: 'finished', to: 'Terminé' }],
      ['a', { what: 'moved', to: 'En cours' }],
      ['b', { what: 'assigned' }],
    ]);
    expect(await told(boris)).toEqual([
      ['a', { what: 'moved', to: 'À moi' }],
      ['b', { what: 'assigned' }],
    ]);
    expect((await newsOf(nadia)).card?.items[0]).toMatchObject({
      href: `/tableaux/${board.id}-suivi/cartes/d`,
      context: 'Suivi',
      by: ['Boris Petit'],
    });
    expect(await newsOf(stranger, { groupId: other.id })).toEqual({});
    // A card that the log has lost is no news either, and an older state tells nothing.
    await save(boris.id, at(4), []);
    expect(await told(nadia)).toBeUndefined();
    await saveBoardProjection(run, { room, id: board.id, seq: 1 }, [{ ...card, cardId: 'z' }], at(5));
    expect(await told(nadia)).toBeUndefined();
  });
});

describe('[HV1] people and boards', () => {
  test('who came into the group; nothing of oneself', async () => {
    const { nadia, boris, stranger, group, newsOf, db, site } = await around();
    await inTransaction(db, (tx) =>
      addMember(tx, {
        groupId: group.id,
        userId: stranger.id,
        by: boris.id,
        activityId: site.newId(),
        now: at(1),
        role: 'observer',
        until: null,
      }),
    );
    expect((await newsOf(nadia)).person?.items).toMatchObject([
      { title: 'Yann Le Goff', by: ['Boris Petit'], facts: [{ what: 'arrived' }] },
    ]);
    expect((await newsOf(boris)).person).toBeUndefined();
    expect((await newsOf(stranger)).person).toBeUndefined();
  });
});
