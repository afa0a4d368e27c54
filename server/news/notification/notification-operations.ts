import { z } from 'zod';
import {
  restoreMails,
  saveNotificationSettings,
  unsubscribe,
} from '#db/news/notification/notification-settings.ts';
import { markRead, markUnread } from '#db/news/notification/notifications.ts';
import { findWatched, setWatch, type WatchedObject } from '#db/news/notification/watches.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { SentInstant } from '#shared/kernel/sent-values.ts';
import {
  DELIVERIES,
  WATCH_LEVELS,
  WATCHED_KINDS,
  type WatchedKind,
} from '#shared/news/notification/notification.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, signedIn } from '../../people/rights.ts';
import { readUnsubscription, type Unsubscription } from './unsubscribe-links.ts';

const Delivered = z.enum(DELIVERIES);
const Hour = z.coerce.number<string>().int().min(0).max(23);
const ByLink = z.object({ link: z.string().max(2_000) });

/** [NO9] Whoever has the link of a mail, for whom it was sent to. */
const holdingLink: Right<{ readonly link: string }, { readonly ended: Unsubscription }> = async (
  { signature },
  _asker,
  { link },
) => {
  const ended = readUnsubscription(signature, link);
  return ended ? ok({ ended }) : fail('access.notFound');
};

/** [NO3] Whoever may see what they follow. */
const seeing: Right<
  { readonly kind: WatchedKind; readonly objectId: string },
  ByPerson & { readonly watched: WatchedObject }
> = async ({ tx, now }, { userId }, { kind, objectId }) => {
  const watched = userId === null ? null : await findWatched(tx, { kind, objectId, userId, now });
  return userId !== null && watched ? ok({ by: userId, watched }) : fail('access.notFound');
};

/** [NO3] [NO4] [NO5] [NO6] [NO9] What people hear, how, and what of it they have read. */
export const notificationOperations = {
  'notification.choose': operation({
    input: z.object({
      mention: Delivered,
      reply: Delivered,
      assigned: Delivered,
      suggestion: Delivered,
      programme: Delivered,
      own: Delivered,
      group: Delivered,
      digest: z.boolean(),
      newsletter: z.boolean(),
      quietFrom: Hour,
      quietTo: Hour,
      quietWeekends: z.boolean(),
    }),
    right: signedIn,
    refusals: {},
    run: async ({ tx, by }, { digest, newsletter, quietFrom, quietTo, quietWeekends, ...deliveries }) => {
      const quiet = { quietFrom, quietTo, quietWeekends };
      return ok(await saveNotificationSettings(tx, { ...quiet, userId: by, deliveries, digest, newsletter }));
    },
  }),

  /** Null: as the group. */
  'notification.watch': operation({
    input: z.object({
      kind: z.enum(WATCHED_KINDS),
      objectId: Id,
      level: z.enum([...WATCH_LEVELS, 'inherit']),
    }),
    right: seeing,
    refusals: {},
    run: async ({ tx, by }, { level, ...watched }) =>
      ok(await setWatch(tx, { ...watched, userId: by, level: level === 'inherit' ? null : level })),
  }),

  /** All that they were told, or of one object; gives when. */
  'notification.read': operation({
    input: z.object({ objectId: Id.nullable() }),
    right: signedIn,
    refusals: {},
    async run({ tx, by, now }, { objectId }) {
      await markRead(tx, { userId: by, now, ...(objectId !== null && { object: { id: objectId } }) });
      return ok({ readAt: now });
    },
  }),

  /** Takes back what was read at this instant. */
  'notification.unread': operation({
    input: z.object({ readAt: SentInstant }),
    right: signedIn,
    refusals: {},
    run: async ({ tx, by }, { readAt }) => ok(await markUnread(tx, { userId: by, readAt })),
  }),

  'notification.endMails': operation({
    input: ByLink,
    right: holdingLink,
    refusals: {},
    run: async ({ tx, ended }) => ok(await unsubscribe(tx, ended)),
  }),

  'notification.restoreMails': operation({
    input: ByLink,
    right: holdingLink,
    refusals: {},
    run: async ({ tx, ended }) => ok(await restoreMails(tx, ended)),
  }),
};
