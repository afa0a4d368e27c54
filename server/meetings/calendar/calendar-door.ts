import type { RequestHandler } from 'express';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '#db/kernel/client.ts';
import { type DueCard, readCalendarFeed } from '#db/meetings/calendar/calendar-feeds.ts';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import { calendar as words } from '#shared/meetings/calendar/calendar.fr.ts';
import { icalText, type SpanEvent } from '#shared/meetings/calendar/ical-text.ts';
import { meetingEvent } from '#shared/meetings/meeting/meeting-event.ts';
import { meetingMail } from '#shared/meetings/meeting/meeting-mail.fr.ts';
import { paths } from '#shared/paths.ts';
import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import { PEER_HEADER, peerOf } from '../../kernel/http/peer.ts';

interface CalendarDoorOptions {
  readonly db: Db;
  /** Where the addresses in it start. */
  readonly origin: string;
  readonly now: () => Date;
  readonly counters?: Counters | undefined;
  /** [EV7] What else a calendar of somebody’s own shows, of nouns that meetings do not know. */
  readonly further?: (db: Db, asker: { userId: string; now: Date; origin: string }) => Promise<SpanEvent[]>;
}

/** 32 random bytes in base64url. */
const TOKEN = /^[\w-]{43}$/;
/** Every ten seconds for ten minutes: programs ask every quarter of an hour, people press « actualiser ». */
const READS = { points: 60, duration: 600 };
/** Nobody guesses 32 bytes; this is so that nobody tries. A whole town hall may be one peer. */
const MISSES = { points: 200, duration: 900 };

/**
 * [B73] Answers `/calendriers/<secret>.ics` to programs of calendars, which bring no cookie: the address is the right. One that
 * is read too often waits, and so does a peer that tries addresses that are nobody's.
 */
export function calendarDoor({
  db,
  origin,
  now,
  counters = memoryCounters,
  further = async () => [],
}: CalendarDoorOptions): RequestHandler {
  const reads = counters('calendar-reads', READS);
  const misses = counters('calendar-misses', MISSES);
  return async (request, response) => {
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    });
    const refuse = (status: number, sentence: string) => response.status(status).type('txt').send(sentence);
    const wait = ({ msBeforeNext }: RateLimiterRes) => {
      response.set('Retry-After', String(Math.max(1, Math.ceil(msBeforeNext / 1000))));
      refuse(429, words.tooOften);
    };
    const peer = peerOf(request.get(PEER_HEADER) ?? 'unknown');
    const missed = await misses.get(peer);
    if (missed && missed.consumedPoints >= MISSES.points) return wait(missed);
    const given = String(request.params.token);
    const token = TOKEN.test(given) ? given : null;
    try {
      if (token) await reads.consume(token);
    } catch (error) {
      if (error instanceof RateLimiterRes) return wait(error);
      throw error;
    }
    const read = token ? await readCalendarFeed(db, { token, now: now() }) : null;
    if (!read) {
      await misses.penalty(peer);
      return void refuse(404, words.gone);
    }
    const { boardTitle, meetingsOf, dues, ownerId } = read;
    const name = nameOf(boardTitle ?? meetingsOf?.group ?? null);
    const events = [
      ...dues.map((due) => eventOf(due, origin)),
      ...(meetingsOf?.meetings ?? []).map((meeting) =>
        meetingEvent(meeting, {
          url: origin + paths.meeting(meeting),
          groupName: meetingsOf?.group ?? '',
          about: meetingMail.answerOnPage,
        }),
      ),
      ...(ownerId ? await further(db, { userId: ownerId, now: now(), origin }) : []),
    ];
    response
      .set('Content-Type', 'text/calendar; charset=utf-8')
      .set('Content-Disposition', 'inline; filename="cordee.ics"')
      .send(icalText({ name, events, now: now() }));
  };
}

function nameOf(shown: string | null): string {
  return shown === null ? words.nameMine : words.nameBoard(shown);
}

function eventOf(
  { boardId, boardTitle, groupName, cardId, title, columnName, due, labels }: DueCard,
  origin: string,
) {
  return {
    uid: `${cardId}.${boardId}@cordee`,
    day: due,
    summary: title || boardWords.untitledCard,
    description: words.about(boardTitle, columnName || boardWords.unnamedColumn, groupName),
    url: origin + paths.boardCard({ id: boardId }, encodeURIComponent(cardId)),
    categories: labels,
  };
}
