import * as Y from 'yjs';
import { listThreads } from '#db/documents/comment/comment-threads.ts';
import { startThread } from '#db/documents/comment/comments.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { passageOf, textsOf } from '#shared/documents/comment/passage.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { siteOf } from '../publication/site.ts';

/** When the world of these tests begins. */
export const now = new Date('2023-03-14T09:00:00Z');
/** So many minutes later. */
export const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** The word « essences » of a text. */
export function aPassage() {
  const doc = new Y.Doc();
  appendBlocks(doc, {
    blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'les essences du climat' }] }],
  });
  const [text] = textsOf(doc) as [Y.XmlText];
  return passageOf([{ text, from: 4, to: 12 }]);
}

/** A document with a writer and a reviewer, and a facilitator of another group. */
export async function commentWorld(db: Db) {
  const site = siteOf(db, now);
  const city = await anOrganisation(site, { name: 'Pont-Ormeau' });
  const writer = await aPerson(site, { name: 'Nadia Ferrand', organisationId: city.id });
  const reviewer = await aPerson(site, { name: 'Marc Delattre' });
  const stranger = await aPerson(site, { name: 'Autre Personne' });
  const [group, other] = [await aGroup(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  await aMember(site, { groupId: group.id, role: 'reviewer', userId: reviewer.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const document = await aDocument(site, { groupId: group.id, createdBy: writer.id });
  const place = { documentId: asReadable<'document'>(document.id), groupId: group.id };
  const asWriter = { ...place, by: writer.id, access: 'write', now } as const;
  const asReviewer = { ...place, by: reviewer.id, access: 'comment', now } as const;
  const asStranger = {
    documentId: document.id,
    groupId: other.id,
    by: stranger.id,
    access: 'write',
    now,
  } as const;
  const threadId = site.newId();
  const commentId = site.newId();
  const begin = () =>
    inTransaction(db, (tx) =>
      startThread(tx, {
        ...asReviewer,
        threadId,
        commentId,
        activityId: site.newId(),
        passage: aPassage(),
        body: 'Pouvez-vous citer la source ?',
        mentions: [writer.id, stranger.id],
      }),
    );
  const threads = (userId: string) => listThreads(db, { ...place, userId });
  const said = (body = 'Oui.') => ({ commentId: site.newId(), body, mentions: [] });
  return {
    site,
    writer,
    reviewer,
    stranger,
    group,
    other,
    document,
    place,
    asWriter,
    asReviewer,
    asStranger,
    threadId,
    commentId,
    begin,
    threads,
    said,
  };
}
