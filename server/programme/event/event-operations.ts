import { z } from 'zod';
import {
  addDocument,
  cancelEvent,
  changeEvent,
  keepReplay,
  publishEvent,
  removeDocument,
  writeEvent,
} from '#db/programme/event/event-changes.ts';
import { Id, read, readForm, Said } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseDocument, parseEvent, parseSecureAddress } from '#shared/programme/event/event.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';
import { tellProgramme } from '../tell-programme.ts';
import { tellPlaced } from './tell-placed.ts';

const OfEvent = z.object({ eventId: Id });
const Written = z
  .object({
    title: Said,
    description: Said,
    day: Said,
    start: Said,
    endDay: Said,
    end: Said,
    place: Said,
    link: Said,
    capacity: Said,
    toldTo: Said,
  })
  .transform(readForm(parseEvent));
const right = onPlatform('programme.announce');

const cancelling = (isCancelled: boolean) =>
  operation({
    input: OfEvent,
    right,
    refusals: { 'event.started': '' },
    async run(act, { eventId }) {
      const done = await cancelEvent(act.tx, { eventId, isCancelled, now: act.now });
      if (done.ok && done.value.isTold)
        await tellProgramme(act, {
          verb: isCancelled ? 'event.cancelled' : 'event.restored',
          objectId: eventId,
        });
      return done;
    },
  });

/** [EV1] [EV3] [EV9] Events of the programme. */
export const eventOperations = {
  'event.write': operation({
    input: Written,
    right,
    refusals: { 'event.past': 'day' },
    run: ({ tx, by, now, newId }, { fields }) => writeEvent(tx, { eventId: newId(), fields, by, now }),
  }),

  'event.change': operation({
    input: OfEvent.and(Written),
    right,
    refusals: { 'event.isCancelled': '', 'event.past': 'day', 'event.capacityTaken': 'capacity' },
    async run(act, { eventId, fields }) {
      const done = await changeEvent(act.tx, { eventId, fields, now: act.now });
      if (!done.ok) return done;
      if (done.value.isMoved) await tellProgramme(act, { verb: 'event.changed', objectId: eventId });
      await tellPlaced(act, { eventId, placed: done.value.placed });
      return done;
    },
  }),

  'event.publish': operation({
    input: OfEvent,
    right,
    refusals: { 'event.notDraft': '', 'event.past': '' },
    run: ({ tx, now }, { eventId }) => publishEvent(tx, { eventId, now }),
  }),

  'event.cancel': cancelling(true),
  'event.restore': cancelling(false),

  /** An empty address takes it off. */
  'event.keepReplay': operation({
    input: OfEvent.extend({
      replay: read((typed) => {
        const address = typed.trim() === '' ? '' : parseSecureAddress(typed);
        return address === null ? fail('event.linkInvalid') : ok(address);
      }),
    }),
    right,
    refusals: { 'event.notOver': 'replay', 'event.isCancelled': '' },
    async run(act, { eventId, replay }) {
      const done = await keepReplay(act.tx, { eventId, replay, now: act.now });
      if (done.ok && done.value.isNew)
        await tellProgramme(act, { verb: 'event.replayed', objectId: eventId });
      return done;
    },
  }),

  'event.addDocument': operation({
    input: OfEvent.and(z.object({ documentTitle: Said, address: Said }).transform(readForm(parseDocument))),
    right,
    refusals: { 'event.tooManyDocuments': 'documentTitle' },
    run: ({ tx, now, newId }, { eventId, fields }) =>
      addDocument(tx, { eventId, id: newId(), ...fields, now }),
  }),

  'event.removeDocument': operation({
    input: OfEvent.extend({ document: Id }),
    right,
    refusals: {},
    async run({ tx }, { eventId, document: id }) {
      await removeDocument(tx, { eventId, id });
      return ok();
    },
  }),
};
