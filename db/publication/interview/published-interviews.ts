import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { canInDocument, type DocumentAction } from '#shared/documents/document-access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PublishedInterviewError } from '#shared/publication/interview/interview-errors.ts';
import {
  type ConsentFields,
  type ConsentLine,
  type InterviewFields,
  parseConsent,
  parseInterview,
  standConsent,
} from '#shared/publication/interview/published-interview.ts';
import { type DocumentForMember, findDocumentForMember } from '../../documents/documents.ts';
import { documents } from '../../documents/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import { hasFrenchWords } from '../../search/french-words.ts';
import { findPublication, publish, setIndexed, setWithdrawn } from '../public-document/publications.ts';
import { publications } from '../public-document/schema.ts';
import { findSheetIdOfDocument } from '../sheet/use-case-sheets.ts';
import { publishedInterviewConsents, publishedInterviews } from './schema.ts';

/** Who does something to the interview that a document is, and when. */
export interface InterviewChange {
  readonly documentId: string;
  readonly userId: string;
  readonly now: Date;
}

type Refusal = 'access.notFound' | 'access.forbidden' | PublishedInterviewError;

/** The interview that a document is, with what was noted of consent, the last line first; null when it is none. The caller may see the document. */
export async function findInterview(
  db: Db,
  documentId: string,
): Promise<{ fields: InterviewFields; consents: (ConsentLine & { notedBy: string })[] } | null> {
  const [found] = await db
    .select()
    .from(publishedInterviews)
    .where(eq(publishedInterviews.documentId, documentId));
  if (!found) return null;
  const { documentId: _, published: __, ...fields } = found;
  const consents = await db
    .select()
    .from(publishedInterviewConsents)
    .where(eq(publishedInterviewConsents.documentId, documentId))
    .orderBy(desc(publishedInterviewConsents.rank))
    .limit(200);
  return { fields, consents };
}

/** Loads the document, locked so that gestures follow one another, if this person may do this with it. */
async function requireOf(
  tx: Db,
  { documentId, userId, now }: InterviewChange,
  action: DocumentAction,
): Promise<Result<DocumentForMember, Refusal>> {
  await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, documentId)).for('update');
  const document = await findDocumentForMember(tx, { documentId, userId, now });
  if (!document) return fail('access.notFound');
  return canInDocument(document, action) ? ok(document) : fail('access.forbidden');
}

/** [IV1] Says who is interviewed in a document. Refused: who may not write it, the text of a use-case sheet, one that is public already, what `parseInterview` says. */
export function describeInterview(
  db: Db,
  { typed, ...change }: InterviewChange & { typed: InterviewFields },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const { documentId } = change;
    const document = await requireOf(tx, change, 'document.write');
    if (!document.ok) return document;
    if (await findSheetIdOfDocument(tx, documentId)) return fail('publishedInterview.isSheet');
    const publication = await findPublication(tx, documentId);
    if (publication && !publication.withdrawnAt && !(await findInterview(tx, documentId)))
      return fail('publishedInterview.isPublic');
    const fields = parseInterview(typed);
    if (!fields.ok) return fields;
    await tx
      .insert(publishedInterviews)
      .values({ documentId, ...fields.value })
      .onConflictDoUpdate({ target: publishedInterviews.documentId, set: fields.value });
    return ok();
  });
}

/**
 * [IV2] Notes that the person consented to the text with this fingerprint. Refused: who may not write the document, a document that says
 * nobody, what `parseConsent` says.
 */
export function noteConsent(
  db: Db,
  { typed, sha256, ...change }: InterviewChange & { typed: ConsentFields; sha256: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const document = await requireOf(tx, change, 'document.write');
    if (!document.ok) return document;
    const interview = await findInterview(tx, change.documentId);
    if (!interview) return fail('publishedInterview.notDescribed');
    const consent = parseConsent(typed, parisDay(change.now));
    if (!consent.ok) return consent;
    const line = { isGiven: true, sha256, presented: interview.fields };
    await addLine(tx, { ...change, title: document.value.title }, { ...consent.value, ...line });
    return ok();
  });
}

/**
 * [IV3] Notes that the consent was taken back; the page is no longer there from that instant. Refused: who may not write the document,
 * an interview without consent, and one whose consent was taken back before.
 */
export function withdrawConsent(
  db: Db,
  { typed, newId, ...change }: InterviewChange & { typed: ConsentFields; newId: () => string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const document = await requireOf(tx, change, 'document.write');
    if (!document.ok) return document;
    const interview = await findInterview(tx, change.documentId);
    const [last] = interview?.consents ?? [];
    if (!interview || !last?.isGiven) return fail('publishedInterview.consentMissing');
    const consent = parseConsent(typed, parisDay(change.now));
    if (!consent.ok) return consent;
    const publication = await findPublication(tx, change.documentId);
    if (publication && !publication.withdrawnAt)
      await setWithdrawn(tx, takingBack(document.value, change, newId));
    const line = { sha256: last.sha256, presented: interview.fields, isGiven: false };
    await addLine(tx, { ...change, title: document.value.title }, { ...consent.value, ...line });
    return ok();
  });
}

const takingBack = (document: DocumentForMember, { userId, now }: InterviewChange, newId: () => string) => ({
  documentId: document.id,
  groupId: document.group.id,
  by: userId,
  now,
  activityId: newId(),
  isWithdrawn: true,
});

/** Notes it, and says so in the audit trail: of what a person consented to, there, only the fingerprint. */
async function addLine(
  tx: Db,
  { documentId, userId, now, title }: InterviewChange & { readonly title: string },
  line: Omit<ConsentLine, 'rank' | 'at'>,
): Promise<void> {
  const kept = publishedInterviewConsents;
  const rank = (await tx.$count(kept, eq(kept.documentId, documentId))) + 1;
  await tx.insert(kept).values({ documentId, rank, ...line, notedBy: userId, at: now });
  const { isGiven, sha256, presented, givenBy, givenOn, means, coversImages } = line;
  await recordAudit(tx, {
    actorId: userId,
    action: 'document.consentNoted',
    subject: { kind: 'document', id: documentId, name: title },
    payload: {
      rank,
      isGiven,
      sha256,
      consent: fingerprint({ givenBy, givenOn, means, coversImages }),
      presented: fingerprint(presented),
    },
    now,
  });
}

/** The text that is published, as `publish` takes it, with the fingerprint and the title of its exact text. */
export type InterviewText = Pick<
  Parameters<typeof publish>[1],
  'blocks' | 'fileIds' | 'address' | 'outline' | 'writers' | 'seq'
> & { readonly sha256: string; readonly title: string };

/**
 * [IV2] Freezes an interview for the public. Refused: who may not organise the document, one whose text or person is not what was
 * consented to, and pictures that the consent does not cover.
 */
export function publishInterview(
  db: Db,
  { text, newId, ...change }: InterviewChange & { text: InterviewText | undefined; newId: () => string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const document = await requireOf(tx, change, 'document.organise');
    if (!document.ok) return document;
    const interview = await findInterview(tx, change.documentId);
    if (!interview) return fail('publishedInterview.notDescribed');
    if (!text || text.title !== document.value.title) return fail('publishedInterview.otherText');
    const { fields, consents } = interview;
    if (standConsent(consents, { sha256: text.sha256, fields }) !== 'given')
      return fail('publishedInterview.consentMissing');
    if (text.fileIds.length > 0 && !consents[0]?.coversImages)
      return fail('publishedInterview.imageConsentMissing');
    const { sha256: _, title: __, ...state } = text;
    const { isWithdrawn: ___, ...by } = takingBack(document.value, change, newId);
    const published = await publish(tx, { ...by, ...state, excerpt: fields.hook });
    if (!published.ok) return published;
    await setIndexed(tx, { ...by, isIndexed: true });
    await tx
      .update(publishedInterviews)
      .set({ published: fields })
      .where(eq(publishedInterviews.documentId, change.documentId));
    return ok();
  });
}

/** [IV3] Takes an interview away from the public. Refused: who may not organise the document, one that is not there. */
export function takeBackInterview(
  db: Db,
  { newId, ...change }: InterviewChange & { newId: () => string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const document = await requireOf(tx, change, 'document.organise');
    if (!document.ok) return document;
    return setWithdrawn(tx, takingBack(document.value, change, newId));
  });
}

/** A published interview in a list. */
export interface PublicInterviewSummary {
  readonly address: string;
  readonly title: string;
  readonly person: InterviewFields;
  readonly firstAt: Date;
  readonly publishedAt: Date;
}

/** A published interview: the frozen copy. */
export interface PublicInterview extends PublicInterviewSummary {
  readonly blocks: readonly string[];
  readonly writers: readonly string[];
}

const summary = {
  address: publications.address,
  title: publications.title,
  person: publishedInterviews.published,
  firstAt: publications.firstAt,
  publishedAt: publications.publishedAt,
};

/** [IV4] The published interviews, the last published first; with `query` those that have these French words [PS2]. For anybody. */
export async function listPublicInterviews(
  db: Db,
  size = 200,
  query = '',
): Promise<PublicInterviewSummary[]> {
  const text = sql`${publications.title} || ' ' || (${publishedInterviews.published})::text || ' ' || (${publications.blocks})::text`;
  const rows = await db
    .select(summary)
    .from(publishedInterviews)
    .innerJoin(publications, eq(publications.documentId, publishedInterviews.documentId))
    .innerJoin(documents, eq(documents.id, publishedInterviews.documentId))
    .where(
      and(
        isNotNull(publishedInterviews.published),
        isNull(publications.withdrawnAt),
        isNull(documents.trashedAt),
        query === '' ? undefined : hasFrenchWords(text, query),
      ),
    )
    .orderBy(desc(publications.publishedAt), publications.address)
    .limit(size);
  return rows.flatMap(({ person, ...row }) => (person ? [{ ...row, person }] : []));
}

/** [IV4] What stands at an address, known by its end: the interview; 'withdrawn'; null when there was never one. For anybody. */
export async function findPublicInterview(
  db: Db,
  asking: string,
): Promise<PublicInterview | 'withdrawn' | null> {
  const key = /([0-9a-f]{8})$/.exec(asking.toLowerCase())?.[1];
  if (!key) return null;
  const [found] = await db
    .select({
      ...summary,
      blocks: publications.blocks,
      writers: publications.writers,
      withdrawnAt: publications.withdrawnAt,
    })
    .from(publishedInterviews)
    .innerJoin(publications, eq(publications.documentId, publishedInterviews.documentId))
    .innerJoin(documents, and(eq(documents.id, publishedInterviews.documentId), isNull(documents.trashedAt)))
    .where(and(isNotNull(publishedInterviews.published), sql`${publications.address} like ${`%-${key}`}`))
    .limit(1);
  if (!found?.person) return null;
  const { withdrawnAt, person, ...interview } = found;
  return withdrawnAt ? 'withdrawn' : { ...interview, person };
}
