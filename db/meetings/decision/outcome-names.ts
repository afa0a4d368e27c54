import { and, eq, inArray, isNull } from 'drizzle-orm';
import { outcomeFacts as words } from '#shared/documents/outcome/outcome-facts.fr.ts';
import type { NamedObject } from '#shared/documents/text/object-names.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { decision as decisionWords } from '#shared/meetings/decision/decision.fr.ts';
import { paths } from '#shared/paths.ts';
import { boards } from '../../boards/schema.ts';
import { isReadableBy, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { type Acquaintances, groupsAllowing } from '../../people/person/visible-people.ts';
import { listLines } from './decisions.ts';
import { actions, decisions } from './schema.ts';

type Named = { readonly id: string } & NamedObject;

/** [DA1] Number and state of these decisions, for whoever may read their documents. */
export async function findDecisionNames(
  db: Db,
  ids: readonly string[],
  known: Acquaintances,
  reader: Reader,
): Promise<Named[]> {
  const readable = isReadableBy(db, { ...reader, groupIds: groupsAllowing(known, 'document.read') });
  const lines = await listLines(db, and(inArray(decisions.id, [...ids]), readable));
  return lines.map(({ id, year, number, state }) => ({
    id,
    name: decisionWords.number(year, number),
    href: paths.decision(id),
    state,
    ...(state !== 'inForce' && { detail: decisionWords.states[state].toLowerCase() }),
  }));
}

/**
 * [DA8] Whether these actions are done, who does them and until when, for whoever may read their documents; the card is only for those who
 * may read its board, and its tick for those who may write there.
 */
export async function findActionNames(
  db: Db,
  ids: readonly string[],
  known: Acquaintances,
  reader: Reader,
): Promise<Named[]> {
  const readable = isReadableBy(db, { ...reader, groupIds: groupsAllowing(known, 'document.read') });
  const rows = await db
    .select({
      id: actions.id,
      groupId: actions.groupId,
      cardId: actions.cardId,
      isDone: actions.isDone,
      due: actions.due,
      assigneeIds: actions.assigneeIds,
      visibility: documents.visibility,
      boardId: boards.id,
      boardTitle: boards.title,
      boardGroup: boards.groupId,
    })
    .from(actions)
    .innerJoin(documents, eq(documents.id, actions.documentId))
    .leftJoin(boards, and(eq(boards.id, actions.boardId), isNull(boards.trashedAt)))
    .where(and(inArray(actions.id, [...ids]), readable));
  const boardGroups = new Set<string>(groupsAllowing(known, 'board.read'));
  const tickedIn = new Set<string>(groupsAllowing(known, 'board.write'));
  const people = await namesOf(
    db,
    rows.flatMap(({ assigneeIds }) => assigneeIds),
    known,
  );
  return rows.map(
    ({ id, groupId, cardId, isDone, due, assigneeIds, visibility, boardId, boardTitle, boardGroup }) => {
      const name = words.action(isDone);
      if (cardId === null) {
        const detail = visibility === 'restricted' ? words.noCard : words.cardComing;
        return { id, name, href: null, state: 'noCard', detail };
      }
      const isSeen = boardId !== null && boardGroup !== null && boardGroups.has(boardGroup);
      const who = assigneeIds.flatMap((person) => people.get(person) ?? []);
      const until = due === null ? [] : [dates.short(new Date(`${due}T12:00:00Z`))];
      return {
        id,
        name,
        href: isSeen ? paths.boardCard({ id: boardId, title: boardTitle ?? '' }, cardId) : null,
        state: isDone ? 'done' : 'todo',
        ...(isSeen && { detail: [...who, ...until].join(', '), canTick: tickedIn.has(groupId) }),
      };
    },
  );
}

async function namesOf(
  db: Db,
  ids: readonly string[],
  { people }: Acquaintances,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.id, [...new Set(ids)]), people));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
