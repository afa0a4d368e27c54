import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import {
  createCalendarFeed,
  listCalendarFeeds,
  revokeCalendarFeed,
} from '#db/meetings/calendar/calendar-feeds.ts';
import { cancelMeeting } from '#db/meetings/meeting/meeting-changes.ts';
import { planMeetings } from '#db/meetings/meeting/meetings.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { paths } from '#shared/paths.ts';
import { readStrictly } from '#tests/support/meetings/strict-calendar.ts';
import { until } from '#tests/support/patience.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let nadia: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  nadia = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

async function newFeed(boardId: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { db, now, newId } = server.site;
  const feed = { id: newId(), userId: nadia.id, boardId, token, now: now() };
  const made = await inTransaction(db, (tx) => createCalendarFeed(tx, feed));
  expect(made.ok).toBe(true);
  return token;
}

/** As a program of calendars asks: without cookie. */
const ask = (token: string) => fetch(server.origin + paths.calendarFeed(token));

async function boardWithCard(): Promise<string> {
  const { id, room } = await server.board();
  const by = { userId: nadia.id };
  await server.rooms.apply(room, by, 'board.create', { columns: [{ id: 'todo', name: 'À faire' }] });
  const card = { cardId: 'a/b', columnId: 'todo', createdAt: new Date(0), createdBy: nadia.id };
  await server.rooms.apply(room, by, 'board.addCard', { ...card, title: 'Compter ; mesurer' });
  await server.rooms.apply(room, by, 'board.editCard', {
    cardId: 'a/b',
    due: '2023-03-20',
    assignees: [nadia.id],
  });
  return id;
}

test('[B73] a card that is given a due day is in the calendar soon after, under an address that needs no cookie', async () => {
  const boardId = await boardWithCard();
  const token = await newFeed(null);
  // Asked of the tables: an address that is read again and again waits.
  const isDue = 'select from card where board_id = $1 and due is not null';
  await until('the card is due', async () => (await server.database.run(isDue, [boardId])).rows.length > 0);
  const answer = await ask(token);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  const text = (await answer.text()).replaceAll('\r\n ', '');
  expect(text).toContain('DTSTART;VALUE=DATE:20230320\r\n');
  expect(text).toContain('SUMMARY:Compter \\; mesurer\r\n');
  expect(text).toContain(`URL:${server.origin}/tableaux/${boardId}/cartes/a%2Fb\r\n`);
});

test('[B73] an address that is revoked, unknown or malformed says so and nothing else', async () => {
  const token = await newFeed(null);
  expect((await ask(token)).status).toBe(200);
  const { db } = server.site;
  for (const { id } of await listCalendarFeeds(db, { userId: nadia.id })) {
    await inTransaction(db, (tx) => revokeCalendarFeed(tx, { id, userId: nadia.id }));
  }
  const answers = [token, 'x'.repeat(43), 'court', '%00', "'or 1=1", 'é'.repeat(43)].map(ask);
  for (const answer of await Promise.all(answers)) {
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/^Ce calendrier n’existe pas/);
  }
});

test('[B73] an address that is read again and again waits, others do not', async () => {
  const [busy, calm] = [await newFeed(null), await newFeed(null)];
  let last = await ask(busy);
  for (let at = 0; at < 60; at += 1) last = await ask(busy);
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask(calm)).status).toBe(200);
});

test('[M12] the address of a group shows its meetings to a strict reader, the cancelled one as cancelled, and nothing once one left', async () => {
  const { db, now, newId } = server.site;
  const [inDays, hours] = [3 * 86_400_000, 2 * 3_600_000];
  const startsAt = new Date(now().getTime() + inDays);
  const wish = {
    ...{ title: 'Séance 6', place: 'Mairie', link: '', description: '' },
    groupId: server.groupId,
    by: nadia.id,
    occasions: [{ id: newId(), startsAt, endsAt: new Date(startsAt.getTime() + hours) }],
    series: null,
    reminders: {},
    isHeld: false,
    now: now(),
    activityId: newId(),
  };
  const planned = await inTransaction(db, (tx) => planMeetings(tx, wish));
  const leaving = await server.person({ role: 'observer' });
  const token = randomBytes(32).toString('base64url');
  const feed = { id: newId(), userId: leaving.id, boardId: null, token, now: now() };
  const made = inTransaction(db, (tx) => createCalendarFeed(tx, { ...feed, groupId: server.groupId }));
  expect(await made).toEqual({ ok: true });
  const [listed] = await listCalendarFeeds(db, { userId: leaving.id });
  expect(listed?.group?.id).toBe(server.groupId);
  const shown = async () => readStrictly(await (await ask(token)).text());
  const meetingId = planned.ok ? planned.value.id : '';
  // Shown, not sent: no method, and nobody is asked.
  const entry = { uid: `${meetingId}@cordee`, attendees: [] };
  expect(await shown()).toEqual({
    method: null,
    events: [expect.objectContaining({ ...entry, sequence: 0, status: 'CONFIRMED' })],
  });
  const change = { meetingId, groupId: server.groupId, by: nadia.id, now: now(), activityId: newId() };
  await inTransaction(db, (tx) => cancelMeeting(tx, { ...change, reason: '', scope: 'one' }));
  expect((await shown()).events).toMatchObject([{ ...entry, sequence: 1, status: 'CANCELLED' }]);
  await db.delete(groupMembers).where(eq(groupMembers.userId, leaving.id));
  expect((await ask(token)).status).toBe(404);
});
