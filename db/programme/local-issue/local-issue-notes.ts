import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { Heard, InterviewFields, TypedNote } from '#shared/programme/local-issue/local-issue.ts';
import { mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import type { users } from '../../people/person/schema.ts';
import { findProgrammeReader } from '../experiment/experiment-rights.ts';
import { CITY_KINDS } from './local-issue-changes.ts';
import { interviewConsents, localIssues, stakeholderInterviews, watchNotes } from './schema.ts';

/** How many of each a page shows. */
const SHOWN = 200;

/** An interview as it is kept. */
export type Interview = typeof stakeholderInterviews.$inferSelect;

interface Keeping {
  readonly organisationId: string;
  readonly by: string;
  readonly now: Date;
}

/** [LI2] Keeps an interview of a city; `consent` is how it was given, null when it was not. Gives its id. */
export async function keepInterview(
  tx: Tx,
  {
    organisationId,
    fields,
    consent,
    newId,
    by,
    now,
  }: Keeping & { fields: InterviewFields; consent: string | null; newId: () => string },
): Promise<string> {
  const id = newId();
  const hasConsent = consent !== null;
  await tx.insert(stakeholderInterviews).values({
    id,
    organisationId,
    ...fields,
    hasConsent,
    createdBy: by,
    createdAt: now,
    updatedAt: now,
  });
  await tx.insert(interviewConsents).values({
    id: newId(),
    interviewId: id,
    isGiven: hasConsent,
    note: consent ?? '',
    notedBy: by,
    notedAt: now,
  });
  return id;
}

/** [LI2] Keeps a watch note of a city. */
export async function keepNote(
  tx: Tx,
  { id, organisationId, fields, by, now }: Keeping & { id: string; fields: TypedNote },
): Promise<void> {
  await tx.insert(watchNotes).values({ id, organisationId, ...fields, createdBy: by, createdAt: now });
}

/** The interview, held: two changes at once follow one another. */
export async function holdInterview(tx: Tx, interviewId: string): Promise<Interview | null> {
  const [interview] = await tx
    .select()
    .from(stakeholderInterviews)
    .where(and(eq(stakeholderInterviews.id, interviewId), isNull(stakeholderInterviews.trashedAt)))
    .for('update');
  return interview ?? null;
}

const HEARD = { interview: stakeholderInterviews, note: watchNotes } as const;
/** An interview or a watch note, by its kind and id. */
interface HeardRef {
  readonly kind: keyof typeof HEARD;
  readonly id: string;
}

/** [LI8] Whose it is, held; null for none there, or in the trash, as is asked. */
export async function holdHeard(
  tx: Tx,
  { kind, id, isInTrash }: HeardRef & { isInTrash: boolean },
): Promise<{ readonly organisationId: string } | null> {
  const { [kind]: table } = HEARD;
  const isThere = isInTrash ? isNotNull(table.trashedAt) : isNull(table.trashedAt);
  const where = and(eq(table.id, id), isThere);
  const [found] = await tx
    .select({ organisationId: table.organisationId })
    .from(table)
    .where(where)
    .for('update');
  return found ?? null;
}

/** [LI8] Puts it in the trash of its city, or takes it back (null). */
export async function trashHeard(
  tx: Tx,
  { kind, id, trashedAt }: HeardRef & { trashedAt: Date | null },
): Promise<void> {
  const { [kind]: table } = HEARD;
  await tx.update(table).set({ trashedAt }).where(eq(table.id, id));
}

/** [LI3] Consent to be quoted is given, or withdrawn: from then on nobody beyond the city reads the quotation. */
export async function noteConsent(
  tx: Tx,
  {
    interview: { id: interviewId, hasConsent },
    isGiven,
    id,
    by: notedBy,
    now: notedAt,
  }: { interview: Interview; isGiven: boolean; id: string; by: string; now: Date },
): Promise<void> {
  if (hasConsent === isGiven) return;
  await tx.insert(interviewConsents).values({ id, interviewId, isGiven, note: '', notedBy, notedAt });
  await tx
    .update(stakeholderInterviews)
    .set({ hasConsent: isGiven, updatedAt: notedAt })
    .where(eq(stakeholderInterviews.id, interviewId));
}

/** [LI2] The interviews and the watch notes that this person may read, the last ones first; null when there can be none. */
export async function listHeard(
  db: Db,
  { userId, now, city = null, size = SHOWN }: Reader & { city?: string | null; size?: number },
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
    .limit(size);
  const notes = await db
    .select({ note: watchNotes, city: organisations.name })
    .from(watchNotes)
    .innerJoin(organisations, eq(organisations.id, watchNotes.organisationId))
    .where(inArray(watchNotes.organisationId, ids))
    .orderBy(desc(watchNotes.createdAt), asc(watchNotes.id))
    .limit(size);
  const writable = cities.filter(({ id }) => mayWriteLocalIssue(person, id));
  const interviewed = interviews.map(({ interview, city: name }) => ({ ...interview, city: name }));
  const noted = notes.map(({ note, city: name }) => ({ ...note, city: name }));
  const isThere = ({ trashedAt }: { readonly trashedAt: Date | null }) => trashedAt === null;
  const thrownAway = [
    ...interviewed.map((one) => ({ ...one, kind: 'interview' as const, title: one.personName })),
    ...noted.map((one) => ({ ...one, kind: 'note' as const })),
  ].filter((one) => !isThere(one) && writable.some(({ id }) => id === one.organisationId));
  return {
    interviews: interviewed.filter(isThere),
    notes: noted.filter(isThere),
    /** For which of them this person writes. */
    writable,
    trashed: thrownAway.map(({ kind, id, title }) => ({ kind, id, title })),
  };
}

/** Cities, intermunicipalities and agencies: all of them for the programme’s own people, else one’s own. */
async function citiesOf(db: Db, person: Pick<typeof users.$inferSelect, 'platformRole' | 'organisationId'>) {
  const isAll = canOnPlatform(person.platformRole, 'programme.follow');
  const rows = await db
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(isAll ? undefined : eq(organisations.id, person.organisationId ?? ''));
  return rows
    .filter(({ kind }) => CITY_KINDS.includes(kind))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => inFrench(a.name, b.name));
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
