import { randomUUID } from 'node:crypto';
import { type Cases, COORDINATION, SIGNED_IN, type TriedWorld } from './operation-case.ts';

const ofBulletin = ({ programme: { bulletinId } }: TriedWorld) => ({ bulletinId });
const BULLETIN = { title: 'Rencontre', text: 'En avril.', toldTo: 'programme' };
const ofEvent = ({ programme: { eventId } }: TriedWorld) => ({ eventId });
const ofOpenEvent = ({ programme: { openEventId: eventId } }: TriedWorld) => ({ eventId });
const EVENT = {
  ...{ title: 'Webinaire', description: '', day: '2099-03-14', start: '14:00', endDay: '', end: '15:00' },
  ...{ place: 'Lyon', link: '', capacity: '', toldTo: 'public' },
};

const ofNewsletter = ({ programme: { newsletterId } }: TriedWorld) => ({ newsletterId });
const NEWSLETTER = {
  ...{ title: 'Mars', introduction: 'Bonjour', fromDay: '2023-03-01', toDay: '2023-03-31' },
  toldTo: 'programme',
};

/** Operations on what the coordination tells the programme. */
export const announcedCases: Cases<
  | `bulletin.${'write' | 'change' | 'publish' | 'withdraw' | 'restore'}`
  | `event.${'write' | 'change' | 'publish' | 'cancel' | 'restore' | 'keepReplay' | 'addDocument' | 'removeDocument'}`
  | `eventRegistration.${'ask' | 'leave'}`
  | `newsletter.${'write' | 'change' | 'send'}`
> = {
  'bulletin.write': { input: () => BULLETIN, allowed: COORDINATION },
  'bulletin.change': { input: (world) => ({ ...ofBulletin(world), ...BULLETIN }), allowed: COORDINATION },
  'bulletin.publish': { input: ofBulletin, allowed: COORDINATION },
  'bulletin.withdraw': { input: ofBulletin, allowed: COORDINATION },
  'bulletin.restore': { input: ofBulletin, allowed: COORDINATION },
  'event.write': { input: () => EVENT, allowed: COORDINATION },
  'event.change': { input: (world) => ({ ...ofEvent(world), ...EVENT }), allowed: COORDINATION },
  'event.publish': { input: ofEvent, allowed: COORDINATION },
  'event.cancel': { input: ofEvent, allowed: COORDINATION },
  'event.restore': { input: ofEvent, allowed: COORDINATION },
  'event.keepReplay': {
    input: (world) => ({ ...ofOpenEvent(world), replay: 'https://exemple.fr/video' }),
    allowed: COORDINATION,
  },
  'event.addDocument': {
    input: (world) => ({ ...ofEvent(world), documentTitle: 'Diapositives', address: 'https://exemple.fr/a' }),
    allowed: COORDINATION,
  },
  'event.removeDocument': {
    input: (world) => ({ ...ofEvent(world), document: randomUUID() }),
    allowed: COORDINATION,
  },
  'newsletter.write': { input: () => NEWSLETTER, allowed: COORDINATION },
  'newsletter.change': {
    input: (world) => ({ ...ofNewsletter(world), ...NEWSLETTER }),
    allowed: COORDINATION,
  },
  'newsletter.send': { input: ofNewsletter, allowed: COORDINATION },
  // It is public.
  'eventRegistration.ask': { input: ofOpenEvent, allowed: SIGNED_IN },
  'eventRegistration.leave': { input: ofOpenEvent, allowed: SIGNED_IN },
};
