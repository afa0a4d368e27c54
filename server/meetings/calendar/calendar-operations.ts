import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { findBoardForMember } from '#db/boards/boards.ts';
import { createCalendarFeed, revokeCalendarFeed } from '#db/meetings/calendar/calendar-feeds.ts';
import { findGroupForMember } from '#db/people/group/groups.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { type FeedSubject, feedSubjectOf } from '#shared/meetings/calendar/feed-subject.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, signedIn } from '../../people/rights.ts';

/** [B73] [M12] Whoever may read the board or the group that a calendar is to show; their own cards are everybody's. */
const readingSubject: Right<{ readonly board: FeedSubject }, ByPerson> = async (act, asker, input) => {
  const person = await signedIn(act, asker, input);
  if (!person.ok) return person;
  const { boardId, groupId } = input.board;
  const reader = { userId: person.value.by, now: act.now };
  if (boardId && !(await findBoardForMember(act.tx, { boardId, ...reader }))) return fail('access.notFound');
  if (groupId && !(await findGroupForMember(act.tx, { groupId, ...reader }))) return fail('access.notFound');
  return person;
};

/** [B73] [M12] Secret addresses of one's own, for calendars. */
export const calendarOperations = {
  /** Gives the secret of the address: it is kept nowhere. */
  'calendarFeed.create': operation({
    input: z.object({ board: z.string().max(100).transform(feedSubjectOf) }),
    right: readingSubject,
    refusals: { 'calendar.tooMany': 'board' },
    async run({ tx, by: userId, now, newId }, { board }) {
      const token = randomBytes(32).toString('base64url');
      const made = await createCalendarFeed(tx, { id: newId(), userId, ...board, token, now });
      return made.ok ? ok({ token }) : made;
    },
  }),

  /** Somebody else's is left alone. */
  'calendarFeed.revoke': operation({
    input: z.object({ feed: z.string().max(100) }),
    right: signedIn,
    refusals: {},
    async run({ tx, by: userId }, { feed: id }) {
      await revokeCalendarFeed(tx, { id, userId });
      return ok();
    },
  }),
};
