import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import { segment } from '#shared/kernel/address-parts.ts';
import { addDays } from '#shared/kernel/day/days.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { beginningOf } from '#shared/kernel/text/linked-text.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { event as eventWords } from '#shared/programme/event/event.fr.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import type { NewsletterItem } from '#shared/publication/newsletter/newsletter.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import type { Db } from '../../kernel/client.ts';
import { bulletins } from '../../programme/bulletin/schema.ts';
import { calls } from '../../programme/call/schema.ts';
import { events } from '../../programme/event/schema.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetPublications, useCaseSheets } from '../sheet/schema.ts';

/** Of each part: a letter is read. */
const PART_MAX = 20;
const BEGINNING = 200;

interface Period {
  readonly fromDay: string;
  readonly toDay: string;
  readonly now: Date;
}

/** [NL3] What a newsletter of this period tells at this moment. */
export async function findNewsletterItems(
  db: Db,
  { fromDay, toDay, now }: Period,
): Promise<NewsletterItem[]> {
  const from = instantOfParis(`${fromDay}T00:00`) ?? now;
  const to = instantOfParis(`${addDays(toDay, 1)}T00:00`) ?? now;
  const [told, coming, sheets, open] = await Promise.all([
    listTold(db, { from, to }),
    listComing(db, now),
    listSheets(db, { from, to }),
    listOpenCalls(db, now),
  ]);
  return [...told, ...coming, ...sheets, ...open];
}

interface Between {
  readonly from: Date;
  readonly to: Date;
}

async function listTold(db: Db, { from, to }: Between): Promise<NewsletterItem[]> {
  const { publishedAt, withdrawnAt } = bulletins;
  const rows = await db
    .select()
    .from(bulletins)
    .where(and(gte(publishedAt, from), lt(publishedAt, to), isNull(withdrawnAt)))
    .orderBy(desc(publishedAt), asc(bulletins.id))
    .limit(PART_MAX);
  return rows.map((row) => ({
    ...{ part: 'bulletins', title: row.title, said: beginningOf(row.text, BEGINNING) },
    path: bulletinPaths.bulletin(row),
    publicPath: row.toldTo === 'public' ? bulletinPaths.publicBulletin(segment(row)) : null,
  }));
}

async function listComing(db: Db, now: Date): Promise<NewsletterItem[]> {
  const { startsAt, publishedAt, cancelledAt } = events;
  const rows = await db
    .select()
    .from(events)
    .where(and(gt(startsAt, now), isNotNull(publishedAt), isNull(cancelledAt)))
    .orderBy(asc(startsAt), asc(events.id))
    .limit(PART_MAX);
  return rows.map((row) => ({
    ...{
      part: 'events',
      title: row.title,
      said: [eventWords.when(row), row.place].filter(Boolean).join(' · '),
    },
    path: eventPaths.event(row),
    publicPath: row.toldTo === 'public' ? eventPaths.publicEvent(segment(row)) : null,
  }));
}

async function listSheets(db: Db, { from, to }: Between): Promise<NewsletterItem[]> {
  const { address, title, firstAt } = publications;
  const rows = await db
    .select({ address, title, hook: useCaseSheetPublications.hook })
    .from(publications)
    .innerJoin(useCaseSheets, eq(useCaseSheets.documentId, publications.documentId))
    .innerJoin(useCaseSheetPublications, eq(useCaseSheetPublications.sheetId, useCaseSheets.id))
    .where(and(gte(firstAt, from), lt(firstAt, to), isNull(publications.withdrawnAt)))
    .orderBy(desc(firstAt), asc(address))
    .limit(PART_MAX);
  return rows.map((row) => {
    const path = sheetPaths.publicSheet(row.address);
    return { part: 'sheets', title: row.title, said: row.hook, path, publicPath: path };
  });
}

async function listOpenCalls(db: Db, now: Date): Promise<NewsletterItem[]> {
  const { publishedAt, opensAt, closesAt } = calls;
  const rows = await db
    .select({ id: calls.id, title: calls.title, closesAt })
    .from(calls)
    .where(and(lte(publishedAt, now), lte(opensAt, now), gt(closesAt, now)))
    .orderBy(asc(closesAt), asc(calls.id))
    .limit(PART_MAX);
  return rows.map((row) => {
    const path = programmePaths.call(row);
    return { part: 'calls', title: row.title, said: words.callUntil(row.closesAt), path, publicPath: path };
  });
}
