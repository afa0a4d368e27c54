import { and, desc, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { SitePageKey } from '#shared/publication/public-site/site-page.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { sitePageVersions } from './schema.ts';

/** A text of a page of the site. */
export interface SitePageVersion {
  /** From 1, the first that somebody wrote. */
  readonly rank: number;
  /** Markdown. */
  readonly text: string;
  /** Null when the account is gone. */
  readonly byName: string | null;
  readonly at: Date;
}

const shown = {
  rank: sitePageVersions.rank,
  text: sitePageVersions.text,
  byName: users.name,
  at: sitePageVersions.changedAt,
};

const KEPT_IN_SIGHT = 50;

/** [SP1] The text of a page of the site, for anybody; null while it is the one that the product brings. */
export async function findSitePage(db: Db, page: SitePageKey): Promise<SitePageVersion | null> {
  const [last] = await listSitePageVersions(db, page, 1);
  return last ?? null;
}

/** [SP2] The last texts of a page, the present one first: an older one can be taken again. */
export function listSitePageVersions(
  db: Db,
  page: SitePageKey,
  limit = KEPT_IN_SIGHT,
): Promise<SitePageVersion[]> {
  return db
    .select(shown)
    .from(sitePageVersions)
    .leftJoin(users, eq(users.id, sitePageVersions.changedBy))
    .where(eq(sitePageVersions.page, page))
    .orderBy(desc(sitePageVersions.rank))
    .limit(limit);
}

/** [SP2] One text of a page; null when it has none of this rank. */
export async function findSitePageVersion(
  db: Db,
  { page, rank }: { page: SitePageKey; rank: number },
): Promise<SitePageVersion | null> {
  const [found] = await db
    .select(shown)
    .from(sitePageVersions)
    .leftJoin(users, eq(users.id, sitePageVersions.changedBy))
    .where(and(eq(sitePageVersions.page, page), eq(sitePageVersions.rank, rank)));
  return found ?? null;
}

/** [SP2] Writes a page of the site, if nobody did since the text of rank `seen` (0: the one that the product brings); with a line of the audit trail. */
export async function writeSitePage(
  tx: Tx,
  {
    page,
    text,
    seen,
    userId,
    now,
  }: { page: SitePageKey; text: string; seen: number; userId: string; now: Date },
): Promise<Result<void, 'site.changedMeanwhile'>> {
  // The rank is the key: of two who write at once, the second finds it taken.
  const written = await tx
    .insert(sitePageVersions)
    .values({ page, rank: seen + 1, text, changedBy: userId, changedAt: now })
    .onConflictDoNothing()
    .returning({ rank: sitePageVersions.rank });
  if (written.length === 0) return fail('site.changedMeanwhile');
  await recordAudit(tx, {
    actorId: userId,
    action: 'site.pageChanged',
    subject: { kind: 'site', id: page, name: page },
    payload: { rank: seen + 1 },
    now,
  });
  return ok();
}
