import { and, desc, eq, isNull } from 'drizzle-orm';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { approvalsOf, type PublishedApprovals } from '#shared/publication/synthesis/public-synthesis.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { seasons } from '../../people/group/schema.ts';
import { roundsIn } from '../../reviews/review-lists.ts';
import { type PublishedState, publish, setIndexed, setWithdrawn } from '../public-document/publications.ts';
import { publications } from '../public-document/schema.ts';
import { syntheses, synthesisPublications } from './schema.ts';
import type { SynthesisChange } from './syntheses.ts';
import { listContributions } from './synthesis-cities.ts';
import { findWhole } from './synthesis-whole.ts';

/** A published synthesis: the frozen copy of the whole, and who approved it. */
export interface PublicSynthesis {
  readonly season: { readonly number: number; readonly name: string };
  readonly title: string;
  readonly blocks: readonly string[];
  readonly outline: readonly OutlineEntry[];
  /** Names of the organisations that wrote. */
  readonly writers: readonly string[];
  readonly approvals: PublishedApprovals;
  readonly firstAt: Date;
  readonly publishedAt: Date;
}

/** The whole as the public would have it, with the fingerprint and the title of its exact text. */
export type WholeToPublish = Omit<PublishedState, 'excerpt' | 'writers'> & {
  readonly documentId: string;
  readonly sha256: string;
  readonly title: string;
};

type Change = SynthesisChange & { readonly newId: () => string };

/** [SY11] Freezes the whole for the public, at once findable: exactly the text that the last round approved. */
export async function publishSynthesis(
  tx: Tx,
  { synthesis, text, userId: by, now, newId }: Change & { text: WholeToPublish | null },
): Promise<Result<void, 'access.notFound' | 'synthesis.notSigned' | 'synthesis.otherThanSigned'>> {
  const { id: synthesisId, groupId } = synthesis;
  const whole = await findWhole(tx, synthesisId);
  if (!whole) return fail('synthesis.notSigned');
  const { documentId, title } = whole;
  if (!text || text.documentId !== documentId || text.title !== title)
    return fail('synthesis.otherThanSigned');
  const approvals = approvalsOf(await roundsIn(tx, documentId), text.sha256);
  if (!approvals.ok) return approvals;
  const { blocks, fileIds, address, outline, seq } = text;
  const change = { documentId, groupId, by, now, activityId: newId() };
  const wrote = await listContributions(tx, synthesisId);
  const writers = [...new Set(wrote.map(({ organisation }) => organisation.name))];
  const state = { blocks, fileIds, address, outline, seq, writers, excerpt: '' };
  const published = await publish(tx, { ...change, ...state });
  if (!published.ok) return published;
  await setIndexed(tx, { ...change, isIndexed: true });
  const kept = { documentId, approvals: approvals.value };
  await tx
    .insert(synthesisPublications)
    .values({ synthesisId, ...kept })
    .onConflictDoUpdate({ target: synthesisPublications.synthesisId, set: kept });
  return ok();
}

/** [SY11] Takes the synthesis away from the public. */
export async function withdrawSynthesis(
  tx: Tx,
  { synthesis: { id, groupId }, userId: by, now, newId }: Change,
): Promise<Result<void, 'access.notFound' | 'synthesis.notPublic'>> {
  const found = await findSynthesisPublication(tx, id);
  if (!found || found.withdrawnAt) return fail('synthesis.notPublic');
  const change = { documentId: found.documentId, groupId, by, now, activityId: newId() };
  return setWithdrawn(tx, { ...change, isWithdrawn: true });
}

const shown = {
  synthesisId: synthesisPublications.synthesisId,
  documentId: synthesisPublications.documentId,
  approvals: synthesisPublications.approvals,
  season: { number: seasons.number, name: seasons.name },
  address: publications.address,
  title: publications.title,
  blocks: publications.blocks,
  outline: publications.outline,
  writers: publications.writers,
  firstAt: publications.firstAt,
  publishedAt: publications.publishedAt,
  withdrawnAt: publications.withdrawnAt,
};

const published = (db: Db) =>
  db
    .select(shown)
    .from(synthesisPublications)
    .innerJoin(syntheses, eq(syntheses.id, synthesisPublications.synthesisId))
    .innerJoin(seasons, eq(seasons.id, syntheses.seasonId))
    .innerJoin(
      documents,
      and(eq(documents.id, synthesisPublications.documentId), isNull(documents.trashedAt)),
    )
    .innerJoin(publications, eq(publications.documentId, synthesisPublications.documentId))
    .orderBy(desc(seasons.number));

/** [SY11] How the publication of a synthesis stands, withdrawn or not; null when it never had one. */
export async function findSynthesisPublication(
  db: Db,
  synthesisId: Readable<'synthesis'>,
): Promise<(PublicSynthesis & { documentId: string; withdrawnAt: Date | null }) | null> {
  const all = await published(db);
  return all.find((one) => one.synthesisId === synthesisId) ?? null;
}

/** [SY11] The published syntheses, the last season first, each with its public address as a document. For anybody. */
export async function listPublicSyntheses(
  db: Db,
): Promise<{ season: PublicSynthesis['season']; address: string; publishedAt: Date }[]> {
  const all = await published(db);
  return all.flatMap(({ season, address, publishedAt, withdrawnAt }) =>
    withdrawnAt ? [] : [{ season, address, publishedAt }],
  );
}

/** [SY11] The synthesis of the season of this number, of the last that has one without; 'withdrawn'; null when there was never one. For anybody. */
export async function findPublicSynthesis(
  db: Db,
  number: number | null,
): Promise<PublicSynthesis | 'withdrawn' | null> {
  const all = (await published(db)).filter(({ season }) => number === null || season.number === number);
  const found = all.find(({ withdrawnAt }) => withdrawnAt === null);
  if (!found) return all.length > 0 ? 'withdrawn' : null;
  const { season, title, blocks, outline, writers, approvals, firstAt, publishedAt } = found;
  return { season, title, blocks, outline, writers, approvals, firstAt, publishedAt };
}
