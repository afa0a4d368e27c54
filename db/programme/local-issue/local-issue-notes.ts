import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Heard, InterviewFields, TypedNote } from '#shared/programme/local-issue/local-issue.ts';
import { mayReadInterviews, mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import type { LocalIssueError } from '#shared/programme/local-issue/local-issue-errors.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import type { users } from '../../people/person/schema.ts';
import { findProgrammeReader } from '../experiment/experiment-rights.ts';
import { findAsking } from '../mission/mission-access.ts';
import { CITY_KINDS } from './local-issue-changes.ts';
import { interviewConsents, localIssues, stakeholderInterviews, watchNotes } from './schema.ts';

type Refusal = LocalIssueError | 'access.notFound' | 'access.forbidden';
/** How many of each a page shows. */
const SHOWN = 200;

/** [LI2] Keeps an interview of a city. Refused: 'access.notFound' (guests), 'localIssue.cityNotYours', 'localIssue.cityMissing'. */
export function keepInterview(
  db: Db,
  {
    organisationId,
    fields,
    consent,
    newId,
    ...who
  }: Reader & {
    organisationId: string;
    fields: InterviewFields;
    /** How consent was given; null when it was not. */
    consent: string | null;
    newId: () => string;
  },
): Promise<Result<{ id: string }, Refusal>> {
  return inCity(db, who, organisationId, async (tx) => {
    const id = newId();
    const hasConsent = consent !== null;
    const { userId: createdBy, now } = who;
    await tx.insert(stakeholderInterviews).values({
      id,
      organisationId,
      ...fields,
      hasConsent,
      createdBy,
      createdAt: now,
      updatedAt: now,
    });
    await tx.insert(interviewConsents).values({
      id: newId(),
      interviewId: id,
      isGiven: hasConsent,
      note: consent ?? '',
      notedBy: createdBy,
      notedAt: now,
    });
    return ok({ id });
  });
}

/** [LI2] Keeps a watch note of a city. Refused: as `keepInterview`. */
export function keepNote(
  db: Db,
  {
    organisationId,
    fields,
    noteId: id,
    ...who
  }: Reader & { organisationId: string; fields: TypedNote; noteId: string },
): Promise<Result<{ id: string }, Refusal>> {
  return inCity(db, who, organisationId, async (tx) => {
    const { userId: createdBy, now: createdAt } = who;
    await tx.insert(watchNotes).values({ id, organisationId, ...fields, createdBy, createdAt });
    return ok({ id });
  });
}

/**
 * [LI3] Consent to be quoted is given, or withdrawn: from then on nobody beyond the city reads the quotation. Refused:
 * 'access.notFound', 'access.forbidden' (who only reads it), 'localIssue.consentUnchanged'.
 */
export function noteConsent(
  db: Db,
  {
    interviewId,
    isGiven,
    note,
    consentId: id,
    ...who
  }: Reader & { interviewId: string; isGiven: boolean; note: string; consentId: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const [interview] = await tx
      .select()
      .from(stakeholderInterviews)
      .where(eq(stakeholderInterviews.id, interviewId))
      .for('update');
    const person = await findAsking(tx, who.userId);
    if (!interview || !person || !mayReadInterviews(person, interview.organisationId))
      return fail('access.notFound');
    if (!mayWriteLocalIssue(person, interview.organisationId)) return fail('access.forbidden');
    if (interview.hasConsent === isGiven) return fail('localIssue.consentUnchanged');
    const { userId: notedBy, now: notedAt } = who;
    await tx.insert(interviewConsents).values({ id, interviewId, isGiven, note, notedBy, notedAt });
    await tx
      .update(stakeholderInterviews)
      .set({ hasConsent: isGiven, updatedAt: notedAt })
      .where(eq(stakeholderInterviews.id, interviewId));
    return ok();
  });
}

/** [LI2] The interviews and the watch notes that this person may read, the last ones first; null when there can be none. */
export async function listHeard(
  db: Db,
  { userId, now, city = null }: Reader & { city?: string | null },
): Promise<Heard | null> {
  const person = await findProgrammeReader(db, { userId, now });
  if (!person) return null;
  const isAll = canOnPlatform(person.platformRole, 'programme.follow');
  const cities = await citiesOf(db, person);
  if (!isAll && cities.length === 0) return null;
  const ids = cities.map(({ id }) => id).filter((id) => city === null || id === city);
  const interviews = await db
    .select({ interview: stakeholderInterviews, city: organisations.name })
    .from(stakeholderInterviews)
    .innerJoin(organisations, eq(organisations.id, stakeholderInterviews.organisationId))
    .where(inArray(stakeholderInterviews.organisationId, ids))
    .orderBy(desc(stakeholderInterviews.metOn), asc(stakeholderInterviews.id))
    .limit(SHOWN);
  const notes = await db
    .select({ note: watchNotes, city: organisations.name })
    .from(watchNotes)
    .innerJoin(organisations, eq(organisations.id, watchNotes.organisationId))
    .where(inArray(watchNotes.organisationId, ids))
    .orderBy(desc(watchNotes.createdAt), asc(watchNotes.id))
    .limit(SHOWN);
  return {
    interviews: interviews.map(({ interview, city: name }) => ({ ...interview, city: name })),
    notes: notes.map(({ note, city: name }) => ({ ...note, city: name })),
    /** For which of them this person writes. */
    writable: cities.filter(({ id }) => mayWriteLocalIssue(person, id)),
  };
}

/** Cities, intermunicipalities and agencies: all of them for the programme’s own people, else one’s own. */
async function citiesOf(db: Db, person: Pick<typeof users.$inferSelect, 'platformRole' | 'organisationId'>) {
  const isAll = canOnPlatform(person.platformRole, 'programme.follow');
  const rows = await db
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(isAll ? undefined : eq(organisations.id, person.organisationId ?? ''));
  const { compare } = new Intl.Collator('fr');
  return rows
    .filter(({ kind }) => CITY_KINDS.includes(kind))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => compare(a.name, b.name));
}

/** For which cities this person writes challenges, and whether for the programme too. */
export async function listIssueCities(db: Db, reader: Reader) {
  const person = await findProgrammeReader(db, reader);
  if (!person) return { cities: [], isProgramme: false };
  const cities = (await citiesOf(db, person)).filter(({ id }) => mayWriteLocalIssue(person, id));
  return { cities, isProgramme: mayWriteLocalIssue(person, null) };
}

/** Challenges in the trash that this person may take back. */
export async function listTrashedIssues(db: Db, reader: Reader): Promise<{ id: string; title: string }[]> {
  const { cities, isProgramme } = await listIssueCities(db, reader);
  const rows = await db
    .select({ id: localIssues.id, title: localIssues.title })
    .from(localIssues)
    .where(
      and(
        isNotNull(localIssues.trashedAt),
        isProgramme
          ? undefined
          : inArray(
              localIssues.organisationId,
              cities.map(({ id }) => id),
            ),
      ),
    )
    .orderBy(desc(localIssues.trashedAt))
    .limit(SHOWN);
  return rows;
}

function inCity<T>(
  db: Db,
  reader: Reader,
  organisationId: string,
  run: (tx: Db) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return db.transaction(async (tx) => {
    const person = await findProgrammeReader(tx, reader);
    if (!person) return fail('access.notFound');
    if (!mayWriteLocalIssue(person, organisationId)) return fail('localIssue.cityNotYours');
    const [city] = await tx
      .select({ kind: organisations.kind })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), inArray(organisations.kind, [...CITY_KINDS])));
    return city ? run(tx) : fail('localIssue.cityMissing');
  });
}
