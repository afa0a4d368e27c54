import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { countThreads, listThreads } from '#db/documents/comment/comment-threads.ts';
import {
  acceptSuggestion,
  findAccepted,
  giveUpAccepted,
  settleAccepted,
  settleTakenBack,
} from '#db/documents/comment/suggestion-acceptance.ts';
import {
  proposeSuggestion,
  refuseSuggestion,
  reopenSuggestion,
  withdrawSuggestion,
} from '#db/documents/comment/suggestions.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { passageOf, textsOf } from '#shared/documents/comment/passage.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

function aPassage() {
  const doc = new Y.Doc();
  appendBlocks(doc, {
    blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'tous les arbres' }] }],
  });
  const [text] = textsOf(doc) as [Y.XmlText];
  return passageOf([{ text, from: 0, to: 4 }]);
}

/** A suggestion of a reviewer that waits, in a document with two writers. */
async function world(db: Db) {
  const site = siteOf(db, now);
  const [writer, second, reviewer, stranger] = [
    await aPerson(site, { name: 'Nadia Ferrand' }),
    await aPerson(site, { name: 'Yann Le Goff' }),
    await aPerson(site, { name: 'Marc Delattre' }),
    await aPerson(site),
  ];
  const [group, other] = [await aGroup(site), await aGroup(site)];
  for (const { id: userId } of [writer, second])
    await aMember(site, { groupId: group.id, role: 'contributor', userId });
  await aMember(site, { groupId: group.id, role: 'reviewer', userId: reviewer.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const document = await aDocument(site, { groupId: group.id, createdBy: writer.id });
  const place = { documentId: asReadable<'document'>(document.id), groupId: group.id };
  const threadId = site.newId();
  const change = (by: string, access: 'write' | 'comment') => ({
    ...place,
    by,
    access,
    now,
    threadId,
    activityId: site.newId(),
  });
  const [asWriter, asSecond] = [change(writer.id, 'write'), change(second.id, 'write')];
  const asReviewer = change(reviewer.id, 'comment');
  const asStranger = {
    ...change(stranger.id, 'write'),
    groupId: other.id,
  };
  const propose = (proposed = '200', original = 'tous') =>
    inTransaction(db, (tx) =>
      proposeSuggestion(tx, { ...asReviewer, passage: aPassage(), original, proposed, note: null }),
    );
  const suggestion = async () => (await listThreads(db, { ...place, userId: writer.id }))[0]?.suggestion;
  return {
    site,
    writer,
    reviewer,
    place,
    threadId,
    asWriter,
    asSecond,
    asReviewer,
    asStranger,
    propose,
    suggestion,
  };
}

describe('a suggestion', () => {
  test('[SG1] is proposed by somebody who may not write, once, with what it says', () =>
    withDb(async (db) => {
      const { propose, suggestion, place, writer, reviewer, threadId } = await world(db);
      expect(await propose()).toEqual({ ok: true });
      expect(await propose()).toEqual({ ok: true });
      expect(await suggestion()).toEqual({
        original: 'tous',
        proposed: '200',
        state: 'open',
        decidedAt: null,
        decidedBy: null,
        isApplied: false,
      });
      expect(await countThreads(db, { ...place, userId: writer.id })).toEqual({ open: 1, unread: 1 });
      expect(await countThreads(db, { ...place, userId: reviewer.id })).toEqual({ open: 1, unread: 0 });
      expect(await listThreads(db, { ...place, userId: writer.id })).toMatchObject([
        { id: threadId, comments: [] },
      ]);
    }));

  test('[SG1] that proposes what is there, or a book, is refused', () =>
    withDb(async (db) => {
      const { asReviewer, suggestion, place, threadId } = await world(db);
      const propose = (proposed: string) =>
        operationsOn(db).run(
          'suggestion.propose',
          { userId: asReviewer.by },
          {
            documentId: place.documentId,
            threadId,
            passage: aPassage(),
            original: 'tous',
            proposed,
            note: null,
          },
        );
      expect(await propose('tous')).toMatchObject({ error: 'suggestion.same' });
      expect(await propose('x'.repeat(5_001))).toMatchObject({ error: 'suggestion.tooLong' });
      expect(await suggestion()).toBeUndefined();
    }));

  test('[SG2] is accepted or refused by those who write, in their own group only', () =>
    withDb(async (db) => {
      const { propose, suggestion, asReviewer, asStranger, place, threadId } = await world(db);
      await propose();
      const which = { documentId: place.documentId, threadId };
      const { run } = operationsOn(db);
      for (const deciding of ['suggestion.accept', 'suggestion.refuse'] as const) {
        expect(await run(deciding, { userId: asReviewer.by }, which)).toMatchObject({
          error: 'access.forbidden',
        });
        expect(await run(deciding, { userId: asStranger.by }, which)).toMatchObject({
          error: 'access.notFound',
        });
      }
      for (const change of ['suggestion.withdraw', 'suggestion.reopen'] as const)
        expect(await run(change, { userId: asStranger.by }, which)).toMatchObject({
          error: 'access.notFound',
        });
      expect(await suggestion()).toMatchObject({ state: 'open' });
    }));

  test('[SG2] is decided by one of two people at once; the other is told what was decided', async () => {
    const database = await openFreshDatabase();
    const { db } = database;
    const { propose, asWriter, asSecond, suggestion } = await world(db);
    await propose();
    const answers = await Promise.all([
      inTransaction(db, (tx) => acceptSuggestion(tx, asWriter)),
      inTransaction(db, (tx) => acceptSuggestion(tx, asSecond)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'suggestion.alreadyAccepted' });
    expect(await inTransaction(db, (tx) => refuseSuggestion(tx, asSecond))).toEqual({
      ok: false,
      error: 'suggestion.alreadyAccepted',
    });
    expect(await suggestion()).toMatchObject({ state: 'accepted', isApplied: false });
    await database.close();
  });

  test('[SG3] that did not get into the text waits again, or is accepted anew once it was cut off', () =>
    withDb(async (db) => {
      const { propose, asWriter, asSecond, suggestion } = await world(db);
      await propose();
      expect(await acceptSuggestion(db, asWriter)).toMatchObject({
        ok: true,
        value: { original: 'tous', proposed: '200' },
      });
      await giveUpAccepted(db, asSecond);
      expect(await suggestion()).toMatchObject({ state: 'accepted' });
      await giveUpAccepted(db, asWriter);
      expect(await suggestion()).toMatchObject({ state: 'open', decidedBy: null });
      await acceptSuggestion(db, asWriter);
      expect(await acceptSuggestion(db, { ...asSecond, now: at(20) })).toMatchObject({ ok: false });
      expect(await acceptSuggestion(db, { ...asSecond, now: at(31) })).toMatchObject({ ok: true });
      await settleAccepted(db, { ...asSecond, passage: aPassage() });
      expect(await suggestion()).toMatchObject({
        state: 'accepted',
        isApplied: true,
        decidedBy: { name: 'Yann Le Goff' },
      });
      await giveUpAccepted(db, asSecond);
      expect(await acceptSuggestion(db, { ...asSecond, now: at(90) })).toMatchObject({ ok: false });
      expect(await suggestion()).toMatchObject({ state: 'accepted', isApplied: true });
    }));

  test('[SG4] is taken back by its author, and opened again by them or a writer', () =>
    withDb(async (db) => {
      const { propose, asWriter, asReviewer, suggestion } = await world(db);
      await propose();
      expect(await withdrawSuggestion(db, asWriter)).toEqual({ ok: false, error: 'suggestion.notYours' });
      expect(await withdrawSuggestion(db, asReviewer)).toEqual({ ok: true });
      expect(await acceptSuggestion(db, asWriter)).toEqual({
        ok: false,
        error: 'suggestion.alreadyWithdrawn',
      });
      expect(await reopenSuggestion(db, asReviewer)).toEqual({ ok: true });
      await refuseSuggestion(db, asWriter);
      expect(await withdrawSuggestion(db, asReviewer)).toEqual({
        ok: false,
        error: 'suggestion.alreadyRefused',
      });
      expect(await reopenSuggestion(db, asReviewer)).toEqual({ ok: false, error: 'access.forbidden' });
      expect(await reopenSuggestion(db, asWriter)).toEqual({ ok: true });
      expect(await reopenSuggestion(db, asWriter)).toEqual({ ok: false, error: 'suggestion.alreadyOpen' });
      expect(await suggestion()).toMatchObject({ state: 'open', decidedAt: null });
    }));

  test('[SG4] that is in the text is opened again by a change of the text only', () =>
    withDb(async (db) => {
      const { propose, asWriter, suggestion } = await world(db);
      await propose();
      expect(await findAccepted(db, asWriter)).toEqual({ ok: false, error: 'suggestion.alreadyOpen' });
      await acceptSuggestion(db, asWriter);
      await settleAccepted(db, { ...asWriter, passage: aPassage() });
      expect(await reopenSuggestion(db, asWriter)).toEqual({
        ok: false,
        error: 'suggestion.alreadyAccepted',
      });
      expect(await findAccepted(db, asWriter)).toMatchObject({ ok: true, value: { proposed: '200' } });
      await settleTakenBack(db, { ...asWriter, passage: aPassage() });
      expect(await suggestion()).toMatchObject({ state: 'open', isApplied: false });
    }));
});
