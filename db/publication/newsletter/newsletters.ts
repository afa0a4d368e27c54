import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { segment } from '#shared/kernel/address-parts.ts';
import { mayReadProgramme } from '#shared/people/organisation/organisation-access.ts';
import type { Newsletter, NewsletterMailState } from '#shared/publication/newsletter/newsletter.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import type { ExperimentPerson } from '../../programme/experiment/experiment-rights.ts';
import { newsletterMails, newsletters } from './schema.ts';

type Person = Pick<ExperimentPerson, 'platformRole' | 'standing'>;

const shown = {
  id: newsletters.id,
  title: newsletters.title,
  introduction: newsletters.introduction,
  fromDay: newsletters.fromDay,
  toDay: newsletters.toDay,
  toldTo: newsletters.toldTo,
  items: newsletters.items,
  sentAt: newsletters.sentAt,
};

const isSent = () => isNotNull(newsletters.sentAt);
const isPublic = () => and(isSent(), eq(newsletters.toldTo, 'public'));
const isFor = ({ standing }: Pick<Person, 'standing'>) =>
  mayReadProgramme(standing) ? isSent() : isPublic();
const latest = [desc(newsletters.sentAt), desc(newsletters.id)] as const;

/** [NL1] Of a row of `newsletter`: this person may read it. Undefined: all of them, drafts too. */
export function isNewsletterReadBy(person: Person) {
  return canOnPlatform(person.platformRole, 'programme.announce') ? undefined : isFor(person);
}

/** What of it this person may read: whoever is not of the programme, what anybody may. */
function told(newsletter: Newsletter, person: Pick<Person, 'standing'> | null): Newsletter {
  if (person && mayReadProgramme(person.standing)) return newsletter;
  const items = newsletter.items.flatMap((item) =>
    item.publicPath === null ? [] : [{ ...item, path: item.publicPath }],
  );
  return { ...newsletter, items };
}

/** [NL1] One newsletter, if this person may read it. */
export async function findNewsletter(
  db: Db,
  { newsletterId, person }: { newsletterId: string; person: Person },
): Promise<Newsletter | null> {
  const where = and(eq(newsletters.id, newsletterId), isNewsletterReadBy(person));
  const [found] = await db.select(shown).from(newsletters).where(where);
  return found ? told(found, person) : null;
}

/** [NL4] One that was sent, whole. */
export async function findSentNewsletter(db: Db, newsletterId: string): Promise<Newsletter | null> {
  const where = and(eq(newsletters.id, newsletterId), isSent());
  const [found] = await db.select(shown).from(newsletters).where(where);
  return found ?? null;
}

interface Part {
  readonly limit: number;
  readonly offset?: number;
}

/** [NL5] Those that were sent and are there for this person, the last first. */
export async function listNewsletters(
  db: Db,
  { person, limit, offset = 0 }: Part & { person: Person },
): Promise<Newsletter[]> {
  const rows = db.select(shown).from(newsletters).where(isFor(person));
  return (
    await rows
      .orderBy(...latest)
      .limit(limit)
      .offset(offset)
  ).map((row) => told(row, person));
}

/** How many there are of them. */
export const countNewsletters = (db: Db, person: Person): Promise<number> =>
  db.$count(newsletters, isFor(person));

const DRAFTS = 100;

/** [NL2] Drafts, for whoever composes newsletters. */
export function listNewsletterDrafts(
  db: Db,
  { platformRole }: Pick<Person, 'platformRole'>,
): Promise<{ id: string; title: string }[]> {
  if (!canOnPlatform(platformRole, 'programme.announce')) return Promise.resolve([]);
  const { id, title, updatedAt } = newsletters;
  const drafts = db.select({ id, title }).from(newsletters).where(isNull(newsletters.sentAt));
  return drafts.orderBy(desc(updatedAt), desc(id)).limit(DRAFTS);
}

/** A newsletter that anybody reads. */
export interface PublicNewsletter extends Newsletter {
  readonly address: string;
}
const publicOf = (row: Newsletter): PublicNewsletter => ({ ...told(row, null), address: segment(row) });

/** [NL5] Those that anybody reads, the last first. */
export async function listPublicNewsletters(
  db: Db,
  { limit, offset = 0 }: Part,
): Promise<PublicNewsletter[]> {
  const rows = db.select(shown).from(newsletters).where(isPublic());
  return (
    await rows
      .orderBy(...latest)
      .limit(limit)
      .offset(offset)
  ).map(publicOf);
}

/** How many there are of them. */
export const countPublicNewsletters = (db: Db): Promise<number> => db.$count(newsletters, isPublic());

/** [NL5] One that anybody reads. */
export async function findPublicNewsletter(db: Db, newsletterId: string): Promise<PublicNewsletter | null> {
  const where = and(eq(newsletters.id, newsletterId), isPublic());
  const [found] = await db.select(shown).from(newsletters).where(where);
  return found ? publicOf(found) : null;
}

/** [NL6] What became of the mails of a newsletter. */
export interface NewsletterReport {
  readonly total: number;
  readonly states: Readonly<Record<NewsletterMailState, number>>;
  readonly refused: readonly {
    readonly name: string;
    readonly email: string;
    readonly refusal: string | null;
  }[];
}

const REFUSED = 200;

/** [NL6] That report, for whoever composes newsletters; null for all others. */
export async function findNewsletterReport(
  db: Db,
  { newsletterId, person }: { newsletterId: string; person: Person },
): Promise<NewsletterReport | null> {
  if (!canOnPlatform(person.platformRole, 'programme.announce')) return null;
  const isOf = eq(newsletterMails.newsletterId, newsletterId);
  const { state, refusal } = newsletterMails;
  const counted = await db.select({ state, count: count() }).from(newsletterMails).where(isOf).groupBy(state);
  const refused = await db
    .select({ name: users.name, email: users.email, refusal })
    .from(newsletterMails)
    .innerJoin(users, eq(users.id, newsletterMails.userId))
    .where(and(isOf, eq(state, 'refused')))
    .orderBy(users.name)
    .limit(REFUSED);
  const states = { waiting: 0, left: 0, kept: 0, refused: 0 };
  for (const row of counted) states[row.state] = row.count;
  return { total: counted.reduce((sum, row) => sum + row.count, 0), states, refused };
}
