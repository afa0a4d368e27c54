import { describe, expect, test } from 'vitest';
import { countThreads, listThreads, markRead } from '#db/documents/comment/comment-threads.ts';
import {
  deleteComment,
  editComment,
  reopenThread,
  replyToThread,
  resolveThread,
  restoreComment,
  startThread,
} from '#db/documents/comment/comments.ts';
import { trashDocument } from '#db/documents/documents.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { isPosition } from '#shared/documents/comment/passage.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { aPassage, at, commentWorld, now } from '#tests/support/documents/comments.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';

describe('a thread', () => {
  test('[CM1] is begun on a passage by somebody who may not write, and the group hears of it', () =>
    withDb(async (db) => {
      const { begin, threads, writer, reviewer, group, threadId } = await commentWorld(db);
      expect(await begin()).toEqual({ ok: true });
      const [thread] = await threads(writer.id);
      expect(thread).toMatchObject({
        id: threadId,
        passage: { quote: 'essences', before: 'les ', after: ' du climat' },
        author: { id: reviewer.id, name: 'Marc Delattre', organisation: null },
        resolved: null,
        suggestion: null,
        comments: [{ body: 'Pouvez-vous citer la source ?', isDeleted: false, editedAt: null }],
        isUnread: true,
      });
      expect(isPosition(Uint8Array.from(thread?.passage.start ?? []))).toBe(true);
      const heard = await listActivities(db, {
        groupIds: [asReadable(group.id)],
        limit: 5,
        userId: writer.id,
        now,
      });
      expect(heard.map(({ verb, actor }) => [verb, actor?.name])).toEqual([
        ['document.commented', 'Marc Delattre'],
      ]);
    }));

  test('[CM1] is begun once, however often an answer that got lost is asked for again', () =>
    withDb(async (db) => {
      const { begin, threads, writer, group } = await commentWorld(db);
      await begin();
      expect(await begin()).toEqual({ ok: true });
      const found = await threads(writer.id);
      expect(found.map(({ comments }) => comments.length)).toEqual([1]);
      expect(
        await listActivities(db, { groupIds: [asReadable(group.id)], limit: 5, userId: writer.id, now }),
      ).toHaveLength(1);
    }));

  test('[CM1] has no empty comment, none of 10,000 characters, and no passage that is none', () =>
    withDb(async (db) => {
      const { asReviewer, threads, writer, site, said, begin, threadId } = await commentWorld(db);
      const [{ run }, asker] = [operationsOn(db, { now: () => now }), { userId: asReviewer.by }];
      const { documentId } = asReviewer;
      const ask = (body: string, start = aPassage().start) =>
        run('comment.start', asker, {
          ...{ ...said(body), documentId, threadId: site.newId() },
          passage: { ...aPassage(), start },
        });
      expect(await ask(' \n ')).toMatchObject({ error: 'comment.empty' });
      expect(await ask('x'.repeat(10_000))).toMatchObject({ error: 'comment.tooLong' });
      expect(await ask('Bien.', new Uint8Array([9, 9]))).toMatchObject({ error: 'comment.passageInvalid' });
      expect(await threads(writer.id)).toEqual([]);
      await begin();
      expect(await run('comment.reply', asker, { ...said(''), documentId, threadId })).toMatchObject({
        error: 'comment.empty',
      });
    }));

  test('[A5] does not exist for another group, nor once its document is in the trash', () =>
    withDb(async (db) => {
      const { begin, asStranger, asWriter, threadId, commentId, said, site, stranger, place, other, writer } =
        await commentWorld(db);
      await begin();
      const gone = { ok: false, error: 'comment.notFound' };
      for (const change of [asStranger, { ...asWriter, documentId: site.newId() }]) {
        expect(await replyToThread(db, { ...change, ...said(), threadId })).toEqual(gone);
        expect(await editComment(db, { ...change, ...said(), commentId })).toEqual(gone);
        expect(await deleteComment(db, { ...change, commentId })).toEqual(gone);
        expect(await restoreComment(db, { ...change, commentId })).toEqual(gone);
        expect(await resolveThread(db, { ...change, threadId })).toEqual(gone);
        expect(await reopenThread(db, { ...change, threadId })).toEqual(gone);
        expect(
          await startThread(db, {
            ...change,
            ...said(),
            threadId: site.newId(),
            activityId: site.newId(),
            passage: aPassage(),
          }),
        ).toEqual({ ok: false, error: 'access.notFound' });
      }
      expect(await listThreads(db, { ...place, groupId: other.id, userId: stranger.id })).toEqual([]);
      expect(await countThreads(db, { ...place, groupId: other.id, userId: stranger.id })).toEqual({
        open: 0,
        unread: 0,
      });
      await markRead(db, {
        ...place,
        groupId: other.id,
        userId: writer.id,
        threadIds: [threadId],
        now: at(1),
      });
      expect(await countThreads(db, { ...place, userId: writer.id })).toEqual({ open: 1, unread: 1 });
      await trashDocument(db, { ...place, by: writer.id, now, activityId: site.newId() });
      expect(await replyToThread(db, { ...asWriter, ...said(), threadId })).toEqual(gone);
    }));

  test('[CM4] is resolved and reopened by whoever began it and by writers, by nobody else', () =>
    withDb(async (db) => {
      const { begin, asWriter, asReviewer, threadId, threads, writer } = await commentWorld(db);
      await begin();
      const observer = { ...asReviewer, by: 'somebody else' } as const;
      expect(await resolveThread(db, { ...observer, threadId })).toEqual({
        ok: false,
        error: 'comment.mayNotResolve',
      });
      expect(await resolveThread(db, { ...asReviewer, threadId })).toEqual({ ok: true });
      expect(await resolveThread(db, { ...asWriter, threadId })).toEqual({
        ok: false,
        error: 'comment.alreadyResolved',
      });
      expect((await threads(writer.id))[0]?.resolved).toMatchObject({
        at: now,
        by: { name: 'Marc Delattre' },
      });
      expect(await reopenThread(db, { ...asWriter, threadId })).toEqual({ ok: true });
      expect(await reopenThread(db, { ...asWriter, threadId })).toEqual({
        ok: false,
        error: 'comment.alreadyOpen',
      });
      expect((await threads(writer.id))[0]?.resolved).toBeNull();
    }));

  test('[CM4] is resolved by one of two people at once; the other is told', async () => {
    const database = await openFreshDatabase();
    const { db } = database;
    const { begin, asWriter, asReviewer, threadId } = await commentWorld(db);
    await begin();
    const answers = await Promise.all([
      inTransaction(db, (tx) => resolveThread(tx, { ...asWriter, threadId })),
      inTransaction(db, (tx) => resolveThread(tx, { ...asReviewer, threadId })),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'comment.alreadyResolved' });
    await database.close();
  });

  test('[CM5] is changed, taken away and brought back by its author only', () =>
    withDb(async (db) => {
      const { begin, asWriter, asReviewer, commentId, threads, writer, reviewer, place } =
        await commentWorld(db);
      await begin();
      const notYours = { ok: false, error: 'comment.notYours' };
      const other = { commentId, body: 'Autre chose', mentions: [] };
      expect(await editComment(db, { ...asWriter, ...other })).toEqual(notYours);
      expect(await deleteComment(db, { ...asWriter, commentId })).toEqual(notYours);
      expect(await editComment(db, { ...asReviewer, ...other, now: at(3) })).toEqual({ ok: true });
      expect((await threads(writer.id))[0]?.comments).toMatchObject([
        { body: 'Autre chose', editedAt: at(3), mentions: [] },
      ]);
      expect(await deleteComment(db, { ...asReviewer, commentId })).toEqual({ ok: true });
      expect(await threads(writer.id)).toEqual([]);
      expect(await countThreads(db, { ...place, userId: writer.id })).toEqual({ open: 0, unread: 0 });
      expect(await editComment(db, { ...asReviewer, ...other })).toEqual({
        ok: false,
        error: 'comment.notFound',
      });
      expect(await restoreComment(db, { ...asWriter, commentId })).toEqual(notYours);
      expect(await restoreComment(db, { ...asReviewer, commentId })).toEqual({ ok: true });
      expect(await threads(reviewer.id)).toHaveLength(1);
    }));

  test('[CM5] keeps the place of a comment that was taken away among others', () =>
    withDb(async (db) => {
      const { begin, asWriter, asReviewer, commentId, threadId, threads, writer, said } =
        await commentWorld(db);
      await begin();
      await replyToThread(db, { ...asWriter, ...said(), threadId, now: at(1) });
      await deleteComment(db, { ...asReviewer, commentId });
      expect((await threads(writer.id))[0]?.comments).toMatchObject([
        { body: '', isDeleted: true, mentions: [] },
        { body: 'Oui.', isDeleted: false },
      ]);
    }));
});
