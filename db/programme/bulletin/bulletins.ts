import { and, desc, eq, gt, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { segment } from '#shared/kernel/address-parts.ts';
import { mayReadProgramme } from '#shared/people/organisation/organisation-access.ts';
import type { Bulletin } from '#shared/programme/bulletin/bulletin.ts';
import type { Db } from '../../kernel/client.ts';
import type { ExperimentPerson } from '../experiment/experiment-rights.ts';
import { bulletins } from './schema.ts';

/** Who reads, as `findExperimentPerson` finds them. */
type Person = Pick<ExperimentPerson, 'platformRole' | 'standing'>;

const shown = {
  id: bulletins.id,
  title: bulletins.title,
  text: bulletins.text,
  toldTo: bulletins.toldTo,
  publishedAt: bulletins.publishedAt,
  changedAt: bulletins.changedAt,
  withdrawnAt: bulletins.withdrawnAt,
};

const isPublished = () => and(isNotNull(bulletins.publishedAt), isNull(bulletins.withdrawnAt));
const isPublic = () => and(isPublished(), eq(bulletins.toldTo, 'public'));

/** [AE1] Of a row of `bulletin`: this person may read it. Undefined: all of them, drafts and withdrawn ones too. */
export function isBulletinReadBy({ platformRole, standing }: Person): SQL | undefined {
  if (canOnPlatform(platformRole, 'programme.announce')) return undefined;
  return mayReadProgramme(standing) ? isPublished() : isPublic();
}

/** [AE1] One announcement, if this person may read it. */
export async function findBulletin(
  db: Db,
  { bulletinId, person }: { bulletinId: string; person: Person },
): Promise<Bulletin | null> {
  const [found] = await db
    .select(shown)
    .from(bulletins)
    .where(and(eq(bulletins.id, bulletinId), isBulletinReadBy(person)));
  return found ?? null;
}

interface Part {
  readonly limit: number;
  readonly offset?: number;
}
const latest = [desc(bulletins.publishedAt), desc(bulletins.id)] as const;

/** [AE1] Those that are published and there for this person, the last first. */
export function listBulletins(
  db: Db,
  { person, limit, offset = 0 }: Part & { person: Person },
): Promise<Bulletin[]> {
  const isTheirs = mayReadProgramme(person.standing) ? isPublished() : isPublic();
  return db
    .select(shown)
    .from(bulletins)
    .where(isTheirs)
    .orderBy(...latest)
    .limit(limit)
    .offset(offset);
}

/** How many there are of them. */
export const countBulletins = (db: Db, { standing }: Person): Promise<number> =>
  db.$count(bulletins, mayReadProgramme(standing) ? isPublished() : isPublic());

const LATELY_MS = 30 * 86_400_000;
const LATELY = 3;

/** [AE5] What everybody of the programme was told lately, the last first; nothing for guests. */
export function listLatelyTold(
  db: Db,
  { person, now }: { person: Person; now: Date },
): Promise<Pick<Bulletin, 'id' | 'title' | 'publishedAt'>[]> {
  if (!mayReadProgramme(person.standing)) return Promise.resolve([]);
  return db
    .select({ id: bulletins.id, title: bulletins.title, publishedAt: bulletins.publishedAt })
    .from(bulletins)
    .where(and(isPublished(), gt(bulletins.publishedAt, new Date(now.getTime() - LATELY_MS))))
    .orderBy(...latest)
    .limit(LATELY);
}

/** More drafts than these would be an accident. */
const ASIDE = 100;

/** [AE3] Drafts and withdrawn ones, for whoever announces. */
export function listAside(db: Db, { platformRole }: Pick<Person, 'platformRole'>): Promise<Bulletin[]> {
  if (!canOnPlatform(platformRole, 'programme.announce')) return Promise.resolve([]);
  return db
    .select(shown)
    .from(bulletins)
    .where(or(isNull(bulletins.publishedAt), isNotNull(bulletins.withdrawnAt)))
    .orderBy(desc(bulletins.updatedAt), desc(bulletins.id))
    .limit(ASIDE);
}

/** An announcement that anybody reads. */
export interface PublicBulletin {
  readonly id: string;
  /** Where it stands for good, with its title of today. */
  readonly address: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: Date;
  readonly changedAt: Date | null;
}

const publicOf = (row: Bulletin): PublicBulletin => ({
  ...{ id: row.id, address: segment(row), title: row.title, text: row.text },
  ...{ publishedAt: row.publishedAt ?? new Date(0), changedAt: row.changedAt },
});

/** [AE4] Those that anybody reads, the last first. */
export async function listPublicBulletins(db: Db, { limit, offset = 0 }: Part): Promise<PublicBulletin[]> {
  const rows = db.select(shown).from(bulletins).where(isPublic());
  return (
    await rows
      .orderBy(...latest)
      .limit(limit)
      .offset(offset)
  ).map(publicOf);
}

/** How many there are of them. */
export const countPublicBulletins = (db: Db): Promise<number> => db.$count(bulletins, isPublic());

/** [AE4] One that anybody reads; « withdrawn » for one that anybody could read until it was withdrawn. */
export async function findPublicBulletin(
  db: Db,
  bulletinId: string,
): Promise<PublicBulletin | 'withdrawn' | null> {
  const wasPublic = and(isNotNull(bulletins.publishedAt), eq(bulletins.toldTo, 'public'));
  const [found] = await db
    .select(shown)
    .from(bulletins)
    .where(and(eq(bulletins.id, bulletinId), wasPublic));
  if (!found) return null;
  return found.withdrawnAt ? 'withdrawn' : publicOf(found);
}
