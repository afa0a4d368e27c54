import { describe, expect, test } from 'vitest';
import { trashBoard } from '#db/boards/boards.ts';
import { countCardComments } from '#db/boards/card/card-comments.ts';
import { listDiscussions, markRead } from '#db/documents/comment/comment-threads.ts';
import {
  deleteComment,
  editComment,
  reopenThread,
  replyToThread,
  resolveThread,
  restoreComment,
  startThread,
} from '#db/documents/comment/comments.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { aPassage, at, now } from '#tests/support/documents/comments.ts';
import { siteOf } from '#tests/support/publication/site.ts';

/** A board with a writer and an observer, somebody of another group, and a comment of the observer on card `a`. */
async function cardWorld(db: Tx) {
  const site = siteOf(db, now);
  const writer = await aPerson(site, { name: 'Nadia Ferrand' });
  const observer = await aPerson(site, { name: 'Marc Delattre' });
  const stranger = await aPerson(site, { name: 'Autre Personne' });
  const [group, other] = [await aGroup(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  await aMember(site, { groupId: group.id, role: 'observer', userId: observer.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const board = await aBoard(site, { groupId: group.id, createdBy: writer.id });
  const card = { boardId: asReadable<'board'>(board.id), cardId: 'a', groupId: group.id };
  const asWriter = { ...card, by: writer.id, access: 'write', now } as const;
  const asObserver = { ...card, by: observer.id, access: 'comment', now } as const;
  const asStranger = { ...card, groupId: other.id, by: stranger.id, access: 'write', now } as const;
  const threadId = site.newId();
  const commentId = site.newId();
  const begin = () =>
    startThread(db, {
      ...asObserver,
      threadId,
      commentId,
      activityId: site.newId(),
      passage: null,
      body: 'Qui s’en charge ?',
      mentions: [writer.id, stranger.id],
    });
  const said = (body = 'Moi.') => ({ commentId: site.newId(), body, mentions: [] });
  const told = (userId: string) => listDiscussions(db, { ...card, userId });
  const counts = (userId: string) =>
    countCardComments(db, { boardId: asReadable(board.id), groupId: group.id, userId });
  return {
    site,
    writer,
    observer,
    stranger,
    group,
    other,
    board,
    card,
    asWriter,
    asObserver,
    asStranger,
    threadId,
    commentId,
    begin,
    said,
    told,
    counts,
  };
}

describe('comments of a card', () => {
  test('[CM10] [CM1] [CM6] one who only reads the board begins a thread, once; it is counted, names its group only and is heard of', () =>
    withDb(async (db) => {
      const { begin, told, counts, writer, observer, group } = await cardWorld(db);
      expect(await begin()).toEqual({ ok: true, value: undefined });
      expect(await begin()).toEqual({ ok: true, value: undefined });
      expect(await told(writer.id)).toMatchObject([
        {
          author: { id: observer.id },
          comments: [{ body: 'Qui s’en charge ?', mentions: [{ id: writer.id }] }],
          isUnread: true,
        },
      ]);
      expect(await counts(writer.id)).toEqual([{ cardId: 'a', comments: 1, unread: 1 }]);
      expect(await counts(observer.id)).toEqual([{ cardId: 'a', comments: 1, unread: 0 }]);
      const heard = await listActivities(db, {
        groupIds: [asReadable(group.id)],
        limit: 9,
        userId: writer.id,
        now,
      });
      expect(heard.filter(({ verb }) => verb === 'board.commented')).toHaveLength(1);
    }));

  test('[CM7] [CM5] [CM4] it is read, answered, changed, taken away, brought back, resolved and reopened', () =>
    withDb(async (db) => {
      const { begin, said, told, counts, card, writer, asWriter, asObserver, threadId, commentId } =
        await cardWorld(db);
      await begin();
      await markRead(db, { ...card, userId: writer.id, threadIds: [threadId], now: at(1) });
      expect(await counts(writer.id)).toEqual([{ cardId: 'a', comments: 1, unread: 0 }]);
      await replyToThread(db, { ...asWriter, ...said(), threadId, now: at(2) });
      await editComment(db, { ...asObserver, commentId, body: 'Qui le fait ?', mentions: [], now: at(3) });
      expect((await told(writer.id))[0]?.comments.map(({ body }) => body)).toEqual(['Qui le fait ?', 'Moi.']);
      await deleteComment(db, { ...asObserver, commentId, now: at(4) });
      expect((await counts(writer.id))[0]?.comments).toBe(1);
      await restoreComment(db, { ...asObserver, commentId });
      expect((await counts(writer.id))[0]?.comments).toBe(2);
      expect(await resolveThread(db, { ...asObserver, threadId })).toMatchObject({ ok: true });
      expect(await resolveThread(db, { ...asWriter, threadId })).toEqual({
        ok: false,
        error: 'comment.alreadyResolved',
      });
      expect(await reopenThread(db, { ...asWriter, threadId })).toMatchObject({ ok: true });
    }));

  test('[CM10] [A5] a person of another group, the wrong card and the wrong board get and change nothing', () =>
    withDb(async (db) => {
      const {
        begin,
        said,
        told,
        card,
        board,
        other,
        stranger,
        asStranger,
        asWriter,
        threadId,
        commentId,
        site,
        writer,
      } = await cardWorld(db);
      await begin();
      const second = await aBoard(site, { groupId: asWriter.groupId, createdBy: writer.id });
      const elsewhere = { ...asWriter, boardId: second.id };
      const wrong = [asStranger, { ...asWriter, cardId: 'b' }, elsewhere];
      for (const change of wrong) {
        expect(await replyToThread(db, { ...change, ...said(), threadId })).toMatchObject({ ok: false });
        expect(await resolveThread(db, { ...change, threadId })).toMatchObject({ ok: false });
        await markRead(db, { ...change, userId: writer.id, threadIds: [threadId], now: at(1) });
      }
      const start = {
        ...asStranger,
        ...said(),
        threadId: site.newId(),
        activityId: site.newId(),
        passage: null,
      };
      expect(await startThread(db, start)).toEqual({ ok: false, error: 'access.notFound' });
      expect(await editComment(db, { ...asWriter, ...said('Non.'), commentId })).toEqual({
        ok: false,
        error: 'comment.notYours',
      });
      expect(await deleteComment(db, { ...asWriter, commentId })).toEqual({
        ok: false,
        error: 'comment.notYours',
      });
      expect(await told(writer.id)).toMatchObject([{ resolved: null, isUnread: true, comments: [{}] }]);
      const theirs = { ...card, groupId: other.id };
      expect(await listDiscussions(db, { ...theirs, userId: stranger.id })).toEqual([]);
      expect(
        await countCardComments(db, {
          boardId: asReadable(board.id),
          groupId: other.id,
          userId: stranger.id,
        }),
      ).toEqual([]);
    }));

  test('[CM10] of a board in the trash nothing is told; a document’s thread needs its passage, and is no card’s', () =>
    withDb(async (db) => {
      const { begin, told, counts, board, group, writer, site, asWriter, said, card, threadId } =
        await cardWorld(db);
      await begin();
      const document = await aDocument(site, { groupId: group.id, createdBy: writer.id });
      const onDocument = {
        documentId: document.id,
        groupId: group.id,
        by: writer.id,
        access: 'write',
        now,
      } as const;
      const thread = () => ({ ...onDocument, ...said(), threadId: site.newId(), activityId: site.newId() });
      expect(await startThread(db, { ...thread(), passage: null })).toEqual({
        ok: false,
        error: 'comment.passageInvalid',
      });
      expect(await startThread(db, { ...thread(), passage: aPassage() })).toMatchObject({ ok: true });
      expect(await replyToThread(db, { ...onDocument, ...said(), threadId })).toEqual({
        ok: false,
        error: 'comment.notFound',
      });
      expect(await told(writer.id)).toHaveLength(1);
      await trashBoard(db, { ...asWriter, activityId: site.newId() });
      expect(await told(writer.id)).toEqual([]);
      expect(await counts(writer.id)).toEqual([]);
      expect(
        await listDiscussions(db, { ...card, boardId: asReadable(board.id), userId: writer.id }),
      ).toEqual([]);
    }));
});
