import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { type ChangeKind, type DecisionState, stateOf } from '#shared/meetings/decision/decision.ts';
import { isReadableBy, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { groups } from '../../people/group/schema.ts';
import { minutes } from '../held/schema.ts';
import { meetings } from '../meeting/schema.ts';
import { decisions } from './schema.ts';

/** A line of a register. */
export interface DecisionLine {
  readonly id: string;
  readonly groupId: string;
  readonly year: number;
  readonly number: number;
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly isInText: boolean;
  readonly state: DecisionState;
  readonly document: { readonly id: string; readonly title: string; readonly isTrashed: boolean };
}

/**
 * [DA2] Gives the decisions of a document that have words their number, in the order of the text: the next ones of their group
 * and year, once. Two processes wait for each other at the group. Answers how many had none.
 */
export async function numberDecisions(
  tx: Tx,
  { documentId, now, newId }: { documentId: string; now: Date; newId: () => string },
): Promise<number> {
  const unnumbered = and(
    eq(decisions.documentId, documentId),
    isNull(decisions.number),
    eq(decisions.isInText, true),
    ne(decisions.text, ''),
  );
  const [first] = await tx.select({ groupId: decisions.groupId }).from(decisions).where(unnumbered).limit(1);
  if (!first) return 0;
  const { groupId } = first;
  await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('update');
  const found = await tx
    .select({
      id: decisions.id,
      seenAt: decisions.seenAt,
      createdBy: decisions.createdBy,
      title: documents.title,
      meetingAt: meetings.startsAt,
    })
    .from(decisions)
    .innerJoin(documents, eq(documents.id, decisions.documentId))
    .leftJoin(minutes, eq(minutes.documentId, decisions.documentId))
    .leftJoin(meetings, eq(meetings.id, minutes.meetingId))
    .where(and(unnumbered, eq(decisions.groupId, groupId)))
    .orderBy(asc(decisions.rank), asc(decisions.id));
  for (const { id, seenAt, createdBy, title, meetingAt } of found) {
    const decidedOn = dates.iso(meetingAt ?? seenAt);
    const year = Number(decidedOn.slice(0, 4));
    const [last] = await tx
      .select({ number: sql<number>`coalesce(max(${decisions.number}), 0)`.mapWith(Number) })
      .from(decisions)
      .where(and(eq(decisions.groupId, groupId), eq(decisions.year, year)));
    const number = (last?.number ?? 0) + 1;
    await tx.update(decisions).set({ decidedOn, year, number }).where(eq(decisions.id, id));
    // Under the document: whoever may not read it hears nothing of it.
    await recordActivity(tx, {
      id: newId(),
      groupId,
      actorId: createdBy,
      verb: 'document.decided',
      objectId: documentId,
      title,
      details: { decisionId: id, number: `${year}-${number}` },
      now,
    });
  }
  return found.length;
}

/** Documents whose decisions wait for a number: a process stopped in between. */
export async function findDocumentsToNumber(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: decisions.documentId })
    .from(decisions)
    .where(and(isNull(decisions.number), eq(decisions.isInText, true), ne(decisions.text, '')));
  return rows.map(({ id }) => id);
}

/** What later decisions did to the decision of the row. */
const changesOnRow = sql<ChangeKind[]>`array(
  select c.kind from decision_change c where c.target_id = ${decisions.id})`;

/** [DA3] The register of a group, the last first: its decisions of documents that this person may read, in the text or no longer. */
export function listDecisions(
  db: Db,
  { groupId, ...reader }: Reader & { groupId: Readable<'group'> },
): Promise<DecisionLine[]> {
  return listLines(
    db,
    and(eq(decisions.groupId, groupId), isReadableBy(db, { ...reader, groupIds: [groupId] })),
  );
}

/** Lines of decisions that have their number and meet a condition on `decision` and `document`, that of their reader included. */
export async function listLines(db: Db, condition: ReturnType<typeof and>): Promise<DecisionLine[]> {
  const rows = await db
    .select({
      id: decisions.id,
      groupId: decisions.groupId,
      year: decisions.year,
      number: decisions.number,
      text: decisions.text,
      decidedOn: decisions.decidedOn,
      isInText: decisions.isInText,
      changes: changesOnRow,
      documentId: documents.id,
      title: documents.title,
      trashedAt: documents.trashedAt,
    })
    .from(decisions)
    .innerJoin(documents, eq(documents.id, decisions.documentId))
    .where(and(isNotNull(decisions.number), condition))
    .orderBy(desc(decisions.year), desc(decisions.number));
  return rows.flatMap(({ changes, documentId, title, trashedAt, year, number, decidedOn, ...row }) => {
    if (year === null || number === null || decidedOn === null) return [];
    return [
      {
        ...row,
        year,
        number,
        decidedOn,
        state: stateOf(changes),
        document: { id: documentId, title, isTrashed: trashedAt !== null },
      },
    ];
  });
}
