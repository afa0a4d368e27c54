import { randomUUID } from 'node:crypto';
import { cardEvents } from '#db/boards/card/card-event-schema.ts';
import { cards } from '#db/boards/schema.ts';
import { comments, commentThreads } from '#db/documents/comment/schema.ts';
import { documentVisits } from '#db/documents/history/schema.ts';
import { documents, documentTexts } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { meetings } from '#db/meetings/meeting/schema.ts';
import { activities } from '#db/people/activity/schema.ts';
import { docClients, docRooms, docUpdates } from '#db/realtime/schema.ts';
import { aBoard, aGroup, aMember, anOrganisation, aPerson, type Site } from '#db/seed/builders/builders.ts';
import { ACTIVITY_VERBS } from '#shared/people/activity/activity.ts';

const CITIES = 20;
const PEOPLE = 200;
const DOCUMENTS = 400;
const UPDATES = 12;
const BOARDS = 15;
const CARDS = 100;
const MEETINGS = 60;
const ACTIVITIES = 2_000;
/** Other groups of the reader, with less in them. */
const OTHERS = 5;
const MINUTE = 60_000;

/** A group of two hundred people of twenty cities who worked for thirty days, for the facilitator whose address is answered. */
export async function fillLargeGroup(
  db: Db,
  passwordHash: string,
): Promise<{ email: string; groupId: string }> {
  const site: Site = { db, now: () => new Date(), newId: () => randomUUID() };
  const reader = await aPerson(site, { name: 'Claire', passwordHash });
  const cities: { id: string }[] = [];
  for (let at = 0; at < CITIES; at++)
    cities.push(await anOrganisation(site, { name: `Ville ${at}`, colour: 1 + (at % 6) }));
  const groups: { id: string }[] = [];
  for (let at = 0; at <= OTHERS; at++) {
    const group = await aGroup(site, { name: `Groupe ${at}` });
    groups.push(group);
    await aMember(site, { groupId: group.id, role: 'facilitator', userId: reader.id });
  }
  const people: string[] = [];
  for (let at = 0; at < PEOPLE; at++) {
    const { id } = await aPerson(site, {
      name: `Personne ${at}`,
      organisationId: cities[at % CITIES]?.id ?? '',
    });
    people.push(id);
    for (const group of groups) await aMember(site, { groupId: group.id, role: 'contributor', userId: id });
  }
  for (const [rank, { id: groupId }] of groups.entries()) {
    const share = rank === 0 ? 1 : 0.1;
    await fillTexts(site, { groupId, people, reader: reader.id, count: DOCUMENTS * share });
    await fillBoards(site, { groupId, people, reader: reader.id, count: Math.ceil(BOARDS * share) });
    await fillCalendar(site, { groupId, people, count: MEETINGS * share });
  }
  return { email: reader.email, groupId: groups[0]?.id ?? '' };
}

interface Filling {
  readonly groupId: string;
  readonly people: readonly string[];
  readonly count: number;
}

/** Somebody of the group, and a moment of the last thirty days. */
const whoOf = (people: readonly string[], rank: number) => people[(rank * 7) % people.length] ?? '';
const ago = (rank: number) => new Date(Date.now() - ((rank * 37) % 43_000) * MINUTE);

async function fillTexts(
  { db, newId }: Site,
  { groupId, people, reader, count }: Filling & { reader: string },
) {
  for (let rank = 0; rank < count; rank++) {
    const [id, at] = [newId(), ago(rank)];
    const room = `document:${id}`;
    const made = { id, groupId, title: `Document ${rank}`, createdBy: whoOf(people, rank) };
    await db.insert(documents).values({ ...made, createdAt: at, updatedAt: at });
    const outline = Array.from({ length: 12 }, (_, part) => ({
      id: `titre-${part}`,
      text: `Partie ${part}`,
      level: 2 as const,
    }));
    const text = outline.map(
      (part, index) => `${part.text}\n${index % 5 === 0 ? '' : 'Un texte de la partie. '.repeat(40)}`,
    );
    await db
      .insert(documentTexts)
      .values({ documentId: id, text: text.join('\n'), excerpt: '', outline, words: 2_000 });
    await db.insert(docRooms).values({ room, seq: UPDATES, bytes: UPDATES, createdAt: at });
    const writers = Array.from({ length: UPDATES }, (_, seq) => ({
      userId: whoOf(people, rank + seq),
      seq: seq + 1,
    }));
    await db
      .insert(docUpdates)
      .values(writers.map((one) => ({ room, data: Uint8Array.of(0, 0), at: ago(rank + one.seq), ...one })));
    await db
      .insert(docClients)
      .values(writers.map(({ userId, seq }) => ({ room, clientId: seq, userId, at })));
    if (rank % 3 === 0)
      await db.insert(documentVisits).values({ documentId: id, userId: reader, seq: UPDATES - 3, at });
    const threadId = newId();
    const passage = {
      startAt: Uint8Array.of(),
      endAt: Uint8Array.of(),
      quote: '',
      before: '',
      after: '',
      seq: 1,
    };
    await db
      .insert(commentThreads)
      .values({ id: threadId, documentId: id, authorId: reader, createdAt: at, ...passage });
    const said = Array.from({ length: 4 }, (_, turn) => ({
      id: newId(),
      threadId,
      body: 'D’accord.',
      authorId: whoOf(people, rank + turn),
    }));
    await db.insert(comments).values(said.map((one) => ({ ...one, createdAt: at })));
  }
}

async function fillBoards(site: Site, { groupId, people, reader, count }: Filling & { reader: string }) {
  const { db } = site;
  for (let board = 0; board < count; board++) {
    const { id: boardId } = await aBoard(site, { groupId, createdBy: reader, title: `Tableau ${board}` });
    const ranks = Array.from({ length: CARDS }, (_, rank) => rank);
    await db.insert(cards).values(
      ranks.map((rank) => ({
        boardId,
        cardId: `c${rank}`,
        title: `Carte ${rank}`,
        description: '',
        columnId: 'c',
        columnName: 'En cours',
        order: 'a0',
        isDone: false,
        isArchived: false,
        due: rank % 4 === 0 ? '2023-01-15' : null,
        assigneeIds: rank % 10 === 0 ? [reader] : [whoOf(people, rank)],
        labels: [],
      })),
    );
    await db.insert(cardEvents).values(
      ranks.map((rank) => ({
        boardId,
        cardId: `c${rank}`,
        seq: rank,
        what: 'moved' as const,
        subject: 'En cours',
        writers: [whoOf(people, rank)],
        at: ago(rank),
      })),
    );
  }
}

async function fillCalendar({ db, newId }: Site, { groupId, people, count }: Filling) {
  const verbs = ACTIVITY_VERBS.filter((verb) => /^(meeting|member|document)\./u.test(verb));
  for (let rank = 0; rank < count; rank++) {
    const id = newId();
    const startsAt = new Date(Date.now() + (rank - count / 2) * 1_440 * MINUTE);
    const createdBy = whoOf(people, rank);
    const made = { createdBy, createdAt: ago(rank), updatedAt: ago(rank) };
    const endsAt = new Date(startsAt.getTime() + 90 * MINUTE);
    await db.insert(meetings).values({ id, groupId, title: `Séance ${rank}`, startsAt, endsAt, ...made });
    const lines = Array.from({ length: ACTIVITIES / MEETINGS }, (_, turn) => ({
      id: newId(),
      groupId,
      actorId: whoOf(people, rank + turn),
      verb: verbs[turn % verbs.length] ?? ('meeting.planned' as const),
      objectId: id,
      data: { title: `Séance ${rank}` },
      at: ago(rank + turn),
    }));
    await db.insert(activities).values(lines);
  }
}
