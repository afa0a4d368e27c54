import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import { emptyParts } from '#shared/documents/text/empty-parts.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { type OrganisationBadge, TERRITORY_KINDS } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Db } from '../kernel/client.ts';
import { isInGroup } from '../people/group/groups.ts';
import { organisationBadge } from '../people/organisation/organisations.ts';
import { organisations } from '../people/organisation/schema.ts';
import { users } from '../people/person/schema.ts';
import { docRooms, docUpdates } from '../realtime/schema.ts';
import { listWriters } from '../realtime/writers.ts';
import { isListedTo } from './listed-documents.ts';
import { documents, documentTexts } from './schema.ts';

const isOfTerritory = inArray(organisations.kind, [...TERRITORY_KINDS]);

/** A document that waits for a text. */
export interface MissingText {
  readonly id: string;
  readonly title: string;
  /** Headings under which there is nothing. */
  readonly parts: readonly OutlineEntry[];
  /** Cities whose people wrote in it; empty for a document that is not for the whole group. */
  readonly written: readonly OrganisationBadge[];
  /** Cities of the group who may write in it and did not, with those of their people who may. */
  readonly missing: readonly {
    readonly organisation: OrganisationBadge;
    readonly people: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** Older ones are not what a group is writing; reading all texts of a large group would take seconds. */
const LOOKED_AT = 60;

/** From so many cities on, a document is written together. */
const TOGETHER = 2;

/**
 * [CK3] Among the documents of this group that were modified last, those with headings without text first, then those that some
 * cities wrote and others did not.
 */
export async function listMissingTexts(
  db: Db,
  {
    groupId,
    userId,
    now,
    limit,
  }: { groupId: Readable<'facilitatedGroup'>; userId: string; now: Date; limit: number },
): Promise<MissingText[]> {
  const modifiedAt = sql<Date>`greatest(${documents.updatedAt}, ${docUpdates.at})`;
  const room = sql`'document:' || ${documents.id}`;
  const [rows, cities, territories] = await Promise.all([
    db
      .select({
        id: documents.id,
        title: documents.title,
        visibility: documents.visibility,
        text: documentTexts.text,
        outline: documentTexts.outline,
      })
      .from(documents)
      .innerJoin(documentTexts, eq(documentTexts.documentId, documents.id))
      .leftJoin(docRooms, eq(docRooms.room, room))
      .leftJoin(docUpdates, and(eq(docUpdates.room, docRooms.room), eq(docUpdates.seq, docRooms.seq)))
      .where(
        and(
          eq(documents.groupId, groupId),
          isNull(documents.trashedAt),
          isNull(documents.frozenAt),
          isListedTo(db, { userId, now }),
        ),
      )
      .orderBy(desc(modifiedAt), desc(documents.id))
      .limit(LOOKED_AT),
    listWritingCities(db, { groupId, now }),
    db.select({ id: organisations.id }).from(organisations).where(isOfTerritory),
  ]);
  const writers = await listWriters(
    db,
    rows.map(({ id }) => roomName({ kind: 'document', id })),
  );
  const isCity = new Set(territories.map(({ id }) => id));
  const found = rows.map(({ id, title, visibility, text, outline }): MissingText => {
    const wrote = writers.get(roomName({ kind: 'document', id })) ?? [];
    const isForAll = visibility !== 'restricted';
    return {
      id,
      title,
      parts: emptyParts(text, outline),
      written: isForAll ? wrote.filter((writer) => isCity.has(writer.id)) : [],
      missing: isForAll
        ? cities.filter(({ organisation }) => !wrote.some((writer) => writer.id === organisation.id))
        : [],
    };
  });
  const isWaiting = ({ parts, written, missing }: MissingText) =>
    parts.length > 0 || (written.length >= TOGETHER && missing.length > 0);
  return found
    .filter(isWaiting)
    .sort((a, b) => Number(b.parts.length > 0) - Number(a.parts.length > 0))
    .slice(0, limit);
}

/** The cities of a group with those of their people who may write in its documents. */
async function listWritingCities(
  db: Db,
  group: { groupId: string; now: Date },
): Promise<MissingText['missing']> {
  const roles = ['facilitator', 'contributor', 'consultant'] as const;
  const rows = await db
    .select({ person: { id: users.id, name: users.name }, organisation: organisationBadge })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(isOfTerritory, or(...roles.map((role) => isInGroup(db, { ...group, role })))))
    .orderBy(asc(organisations.name), asc(users.name));
  const cities = Map.groupBy(rows, ({ organisation }) => organisation?.id);
  return [...cities.values()].flatMap(([first, ...others]) =>
    first?.organisation
      ? [{ organisation: first.organisation, people: [first, ...others].map(({ person }) => person) }]
      : [],
  );
}
