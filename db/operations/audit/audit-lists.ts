import { and, asc, count, desc, eq, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import type { AuditAction, AuditEntry, AuditSubjectKind } from '#shared/kernel/audit/audit.ts';
import { auditEntries } from '../../kernel/audit/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { findPerson } from '../../people/person/people.ts';
import { users } from '../../people/person/schema.ts';

/** Which lines a list shows; whatever is null is not asked. */
export interface AuditFilter {
  readonly action: AuditAction | null;
  readonly subjectKind: AuditSubjectKind | null;
  /** Words of what it is about, or its id. */
  readonly subject: string;
  /** Words of a name or an address. */
  readonly person: string;
  /** From when to when, the end excluded. */
  readonly from: Date | null;
  readonly to: Date | null;
}

/** A line with the names of today. */
export interface ListedAudit extends AuditEntry {
  /** Null for the platform, and for an account that is gone. */
  readonly actorName: string | null;
  /** What it is about: the trail itself never holds the name of a person ([PD7]). Empty when it has none any more. */
  readonly subjectLabel: string;
}

interface Asked {
  readonly userId: string;
  readonly filter: AuditFilter;
}

/** The people that lines are about, beside those who acted. */
const concerned = alias(users, 'concerned');
const isAbout = and(eq(auditEntries.subjectKind, 'person'), eq(concerned.id, auditEntries.subjectId));

/** [AU5] May this person read the trail? */
async function mayRead(db: Db, userId: string): Promise<boolean> {
  const person = await findPerson(db, userId);
  return person !== null && !person.suspendedAt && canOnPlatform(person.platformRole, 'audit.read');
}

function matching({ action, subjectKind, subject, person, from, to }: AuditFilter): SQL | undefined {
  return and(
    action ? eq(auditEntries.action, action) : undefined,
    subjectKind ? eq(auditEntries.subjectKind, subjectKind) : undefined,
    subject
      ? or(
          eq(auditEntries.subjectId, subject),
          ilike(auditEntries.subjectName, like(subject)),
          ilike(concerned.name, like(subject)),
        )
      : undefined,
    person ? or(ilike(users.name, like(person)), ilike(users.email, like(person))) : undefined,
    from ? gte(auditEntries.at, from) : undefined,
    to ? lt(auditEntries.at, to) : undefined,
  );
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

function select(db: Db, filter: AuditFilter) {
  return db
    .select({
      sequence: auditEntries.sequence,
      at: auditEntries.at,
      actorId: auditEntries.actorId,
      action: auditEntries.action,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      subjectName: auditEntries.subjectName,
      payload: auditEntries.payload,
      previousHash: auditEntries.previousHash,
      hash: auditEntries.hash,
      actorName: users.name,
      subjectLabel: sql<string>`coalesce(nullif(${auditEntries.subjectName}, ''), ${concerned.name}, '')`.as(
        'subject_label',
      ),
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .leftJoin(concerned, isAbout)
    .where(matching(filter));
}

/** [AU5] One page of the trail, the last line first, and how many there are; null for whoever may not read it. */
export async function listAudit(
  db: Db,
  { userId, filter, page, size }: Asked & { page: number; size: number },
): Promise<{ readonly total: number; readonly entries: readonly ListedAudit[] } | null> {
  if (!(await mayRead(db, userId))) return null;
  const [counted] = await db
    .select({ total: count() })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .leftJoin(concerned, isAbout)
    .where(matching(filter));
  const entries = await select(db, filter)
    .orderBy(desc(auditEntries.sequence))
    .limit(size)
    .offset((page - 1) * size);
  return { total: counted?.total ?? 0, entries };
}

/** [AU5] The same, all of it and the first line first, a thousand at a time; nothing for whoever may not read it. */
export async function* eachAudit(db: Db, { userId, filter }: Asked): AsyncGenerator<readonly ListedAudit[]> {
  if (!(await mayRead(db, userId))) return;
  for (let after = 0; ; ) {
    const rows = await db
      .select()
      .from(select(db, filter).as('entry'))
      .where(sql`"entry"."sequence" > ${after}`)
      .orderBy(asc(sql`"entry"."sequence"`))
      .limit(1_000);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.sequence;
  }
}
