import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type ConsentFields,
  type ConsentLine,
  type InterviewFields,
  standConsent,
} from '#shared/publication/interview/published-interview.ts';
import type { DocumentForMember } from '../../documents/documents.ts';
import { documents } from '../../documents/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { hasFrenchWords } from '../../search/french-words.ts';
import {
  findPublication,
  type PublishedState,
  publish,
  setIndexed,
  setWithdrawn,
} from '../public-document/publications.ts';
import { publications } from '../public-document/schema.ts';
import { findSheetIdOfDocument } from '../sheet/use-case-sheets.ts';
import { publishedInterviewConsents, publishedInterviews } from './schema.ts';

/** Who does something to the interview that a document is, which is held, and when. */
interface InterviewChange {
  readonly document: Pick<DocumentForMember, 'id' | 'title' | 'group'>;
  readonly userId: string;
  readonly now: Date;
}

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

/** [IV1] Says who is interviewed in a document: not in the text of a use-case sheet, nor in one that is public already. */
export async function describeInterview(
  tx: Tx,
  { document: { id: documentId }, fields }: InterviewChange & { fields: InterviewFields },
): Promise<Result<void, 'publishedInterview.isSheet' | 'publishedInterview.isPublic'>> {
  if (await findSheetIdOfDocument(tx, documentId)) return fail('publishedInterview.isSheet');
  const publication = await findPublication(tx, documentId);
  if (publication && !publication.withdrawnAt && !(await findInterview(tx, documentId)))
    return fail('publishedInterview.isPublic');
  await tx
    .insert(publishedInterviews)
    .values({ documentId, ...fields })
    .onConflictDoUpdate({ target: publishedInterviews.documentId, set: fields });
  return ok();
}

/** [IV2] Notes that the person consented to the text with this fingerprint. */
export async function noteConsent(
  tx: Tx,
  { consent, sha256, ...change }: InterviewChange & { consent: ConsentFields; sha256: string },
): Promise<Result<void, 'publishedInterview.notDescribed'>> {
  const interview = await findInterview(tx, change.document.id);
  if (!interview) return fail('publishedInterview.notDescribed');
  await addLine(tx, change, { ...consent, isGiven: true, sha256, presented: interview.fields });
  return ok();
}

/** [IV3] Notes that the consent was taken back; the page is no longer there from that instant. */
export async function withdrawConsent(
  tx: Tx,
  { consent, newId, ...change }: InterviewChange & { consent: ConsentFields; newId: () => string },
): Promise<Result<void, 'publishedInterview.consentMissing'>> {
  const interview = await findInterview(tx, change.document.id);
  const [last] = interview?.consents ?? [];
  if (!interview || !last?.isGiven) return fail('publishedInterview.consentMissing');
  const publication = await findPublication(tx, change.document.id);
  if (publication && !publication.withdrawnAt) await setWithdrawn(tx, takingBack(change, newId));
  const { sha256 } = last;
  await addLine(tx, change, { ...consent, sha256, presented: interview.fields, isGiven: false });
  return ok();
}

const takingBack = ({ document, userId, now }: InterviewChange, newId: () => string) => ({
  documentId: document.id,
  groupId: document.group.id,
  by: userId,
  now,
  activityId: newId(),
  isWithdrawn: true,
});

/** Notes it, and says so in the audit trail: of what a person consented to, there, only the fingerprint. */
async function addLine(
  tx: Tx,
  { document: { id: documentId, title }, userId, now }: InterviewChange,
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
export type InterviewText = Omit<PublishedState, 'excerpt'> & {
  readonly sha256: string;
  readonly title: string;
};

/** [IV2] Freezes an interview for the public: the very text and person that were consented to, with pictures if the consent covers them. */
export async function publishInterview(
  tx: Tx,
  { text, newId, ...change }: InterviewChange & { text: InterviewText | null; newId: () => string },
): Promise<
  Result<
    void,
    | 'access.notFound'
    | 'publishedInterview.notDescribed'
    | 'publishedInterview.otherText'
    | 'publishedInterview.consentMissing'
    | 'publishedInterview.imageConsentMissing'
  >
> {
  const { id: documentId, title: named } = change.document;
  const interview = await findInterview(tx, documentId);
  if (!interview) return fail('publishedInterview.notDescribed');
  if (!text || text.title !== named) return fail('publishedInterview.otherText');
  const { fields, consents } = interview;
  if (standConsent(consents, { sha256: text.sha256, fields }) !== 'given')
    return fail('publishedInterview.consentMissing');
  if (text.fileIds.length > 0 && !consents[0]?.coversImages)
    return fail('publishedInterview.imageConsentMissing');
  const { sha256: _, title: __, ...state } = text;
  const { isWithdrawn: ___, ...by } = takingBack(change, newId);
  const published = await publish(tx, { ...by, ...state, excerpt: fields.hook });
  if (!published.ok) return published;
  await setIndexed(tx, { ...by, isIndexed: true });
  await tx
    .update(publishedInterviews)
    .set({ published: fields })
    .where(eq(publishedInterviews.documentId, documentId));
  return ok();
}

/** [IV3] Takes an interview away from the public. Refused: one that is not there. */
export function takeBackInterview(
  tx: Tx,
  { newId, ...change }: InterviewChange & { newId: () => string },
): Promise<Result<void, 'access.notFound'>> {
  return setWithdrawn(tx, takingBack(change, newId));
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

const isThere = and(
  isNotNull(publishedInterviews.published),
  isNull(publications.withdrawnAt),
  isNull(documents.trashedAt),
);
const published = (db: Db) =>
  db
    .select(summary)
    .from(publishedInterviews)
    .innerJoin(publications, eq(publications.documentId, publishedInterviews.documentId))
    .innerJoin(documents, eq(documents.id, publishedInterviews.documentId));

/** [IV4] How many interviews are published. For anybody. */
export function countPublicInterviews(db: Db): Promise<number> {
  return db.$count(published(db).where(isThere).as('interviews'));
}

/** [IV4] The published interviews, the last published first; with `query` those that have these French words [PS2]. For anybody. */
export async function listPublicInterviews(
  db: Db,
  size = 200,
  query = '',
  offset = 0,
): Promise<PublicInterviewSummary[]> {
  const text = sql`${publications.title} || ' ' || (${publishedInterviews.published})::text || ' ' || (${publications.blocks})::text`;
  const rows = await published(db)
    .where(and(isThere, query === '' ? undefined : hasFrenchWords(text, query)))
    .orderBy(desc(publications.publishedAt), publications.address)
    .limit(size)
    .offset(offset);
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
