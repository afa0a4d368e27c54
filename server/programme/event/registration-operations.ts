import { z } from 'zod';
import { register, unregister } from '#db/programme/event/event-registrations.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { operation } from '../../kernel/operation.ts';
import { readingEvent } from './event-rights.ts';
import { tellPlaced } from './tell-placed.ts';

const OfEvent = z.object({ eventId: Id });
const REFUSALS = { 'event.isCancelled': '', 'event.started': '' } as const;

/** [EV5] Who comes to an event. */
export const registrationOperations = {
  'eventRegistration.ask': operation({
    input: OfEvent,
    right: readingEvent,
    refusals: REFUSALS,
    run: ({ tx, by: userId, now }, { eventId }) => register(tx, { eventId, userId, now }),
  }),

  'eventRegistration.leave': operation({
    input: OfEvent,
    right: readingEvent,
    refusals: REFUSALS,
    async run(act, { eventId }) {
      const done = await unregister(act.tx, { eventId, userId: act.by, now: act.now });
      if (!done.ok) return done;
      await tellPlaced(act, { eventId, placed: done.value.placed });
      return ok();
    },
  }),
};
