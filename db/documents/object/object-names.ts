import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ObjectRef } from '#shared/documents/attribute/document-objects.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { objectAddress, partsOf } from '#shared/documents/text/object-address.ts';
import type { NamedObject, ObjectNames } from '#shared/documents/text/object-names.ts';
import { kindOf } from '#shared/kinds.ts';
import { boards, cards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { findEntryNames } from '../../kinds.ts';
import { findActionNames, findDecisionNames } from '../../meetings/decision/outcome-names.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { type Acquaintances, acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';
import { agreementMunicipalities, municipalities } from '../../programme/territory/schema.ts';
import { findExcerptNames } from '../excerpt/excerpt-names.ts';
import { isReadableBy, type Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';

type Named = readonly ({ readonly id: string; readonly name: string } & Partial<NamedObject>)[];
type Finder = (
  db: Db,
  ids: readonly string[],
  known: Acquaintances,
  reader: Reader,
) => Promise<Named> | Named;

/** One line a kind: those of these ids that this person may see today, with their names. */
const FINDERS: Readonly<Record<string, Finder>> = {
  person: (db, ids, { people }) =>
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(inArray(users.id, [...ids]), people)),
  organisation: (db, ids, known) =>
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(and(inArray(organisations.id, [...ids]), known.organisations)),
  group: (_db, ids, { groups }) => groups.filter(({ id }) => ids.includes(id)),
  document: (db, ids, known, reader) =>
    db
      .select({ id: documents.id, name: documents.title })
      .from(documents)
      .where(
        and(
          inArray(documents.id, [...ids]),
          isNull(documents.trashedAt),
          isReadableBy(db, { ...reader, groupIds: groupsAllowing(known, 'document.read') }),
        ),
      ),
  board: (db, ids, known) => {
    const groupIds = groupsAllowing(known, 'board.read');
    if (groupIds.length === 0) return [];
    return db
      .select({ id: boards.id, name: boards.title })
      .from(boards)
      .where(and(inArray(boards.id, [...ids]), inArray(boards.groupId, groupIds), isNull(boards.trashedAt)));
  },
  card: async (db, ids, known) => {
    const groupIds = groupsAllowing(known, 'board.read');
    const asked = new Set(ids);
    if (groupIds.length === 0) return [];
    const rows = await db
      .select({ boardId: cards.boardId, cardId: cards.cardId, name: cards.title })
      .from(cards)
      .innerJoin(boards, eq(boards.id, cards.boardId))
      .where(
        and(
          inArray(
            cards.boardId,
            ids.map((id) => partsOf(id)[0]),
          ),
          inArray(
            cards.cardId,
            ids.map((id) => partsOf(id)[1] ?? ''),
          ),
          inArray(boards.groupId, groupIds),
          isNull(boards.trashedAt),
        ),
      );
    return rows
      .map(({ boardId, cardId, name }) => ({ id: `${boardId}/${cardId}`, name }))
      .filter(({ id }) => asked.has(id));
  },
  decision: findDecisionNames,
  action: findActionNames,
  excerpt: findExcerptNames,
  city: (db, ids) =>
    db
      .select({ id: municipalities.code, name: municipalities.name })
      .from(agreementMunicipalities)
      .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
      .where(inArray(municipalities.code, [...ids])),
};

/** Of a kind without a line here: as the search knows it. */
const finderOf = (kind: string): Finder =>
  (Object.hasOwn(FINDERS, kind) && FINDERS[kind]) ||
  ((db, ids, known, reader) => findEntryNames(db, { kind: kindOf(kind), ids }, known, reader));

/**
 * [D10] What these objects are called today and where they are, for one person. An object that they may not see, that is in the
 * trash or that never was has no entry: the three look the same. Kinds that nobody knows have none either.
 */
export async function findObjectNames(
  db: Db,
  { refs, userId, now }: { refs: readonly ObjectRef[]; userId: string; now: Date },
): Promise<ObjectNames> {
  if (refs.length === 0) return {};
  const known = await acquaintancesOf(db, { userId, now });
  const kinds = [...new Set(refs.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map(async (kind): Promise<[string, NamedObject][]> => {
      const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))];
      const named = await finderOf(kind)(db, ids, known, { userId, now });
      return named.map(({ id, ...object }) => [
        objectKey({ kind, id }),
        { href: objectAddress({ kind, id }, object.name), ...object },
      ]);
    }),
  );
  return Object.fromEntries(found.flat());
}
