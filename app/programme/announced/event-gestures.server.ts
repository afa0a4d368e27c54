import { event as words } from '#shared/programme/event/event.fr.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The event whose page it is. */
export interface EventPage {
  readonly event: { readonly id: string; readonly title: string };
}

const { news } = words;
const ofEvent = gesturesOf(({ event }: EventPage) => ({ eventId: event.id }));
const ofProgramme = gesturesOf(() => ({}));
const after = afterOn(({ event }: EventPage) => eventPaths.event(event));
const fields = {
  ...{ title: text, description: text, day: text, start: text, endDay: text, end: text },
  ...{ place: text, link: text, capacity: text, toldTo: text },
};
const toPage = (said: string) => (made: { readonly id: string; readonly title: string }) => ({
  ...{ to: eventPaths.event(made), said, focus: null },
});
const whole = () => '';

/** [EV3] What the form of a new event does. */
export const newEventGestures = {
  save: ofProgramme('event.write', { fields, done: toPage(news.written) }),
};

/** [EV3] What the form of one that is there does. */
export const eventEditGestures = {
  save: ofEvent('event.change', { fields, done: toPage(news.changed) }),
};

/** [EV5] What whoever reads it does. */
export const registrationGestures = {
  register: ofEvent('eventRegistration.ask', {
    fields: {},
    form: whole,
    done: ({ state }, { event }) => ({
      to: eventPaths.event(event),
      said: state === 'registered' ? news.registered : `${words.own.waiting}.`,
      focus: 'registration',
    }),
  }),
  unregister: ofEvent('eventRegistration.leave', {
    fields: {},
    form: whole,
    done: after(news.unregistered, 'registration'),
  }),
};

/** [EV3] [EV9] What the buttons of its page do for whoever manages events. */
export const eventGestures = {
  ...registrationGestures,
  publish: ofEvent('event.publish', { fields: {}, form: whole, done: toPage(news.published) }),
  cancel: ofEvent('event.cancel', {
    fields: {},
    form: whole,
    done: (made) => ({
      ...toPage(news.cancelled)(made),
      undo: { label: words.undo, fields: { intent: 'restore' } },
    }),
  }),
  restore: ofEvent('event.restore', { fields: {}, form: whole, done: toPage(news.restored) }),
  replay: ofEvent('event.keepReplay', {
    fields: { replay: text },
    form: () => 'replay',
    done: after(news.replay, 'after'),
  }),
  addDocument: ofEvent('event.addDocument', {
    fields: { documentTitle: text, address: text },
    form: () => 'document',
    done: after(news.document, 'after'),
  }),
  removeDocument: ofEvent('event.removeDocument', {
    fields: { document: text },
    form: whole,
    done: after(news.documentRemoved, 'after'),
  }),
};
