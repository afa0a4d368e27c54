import { eventRegistrations } from '#db/programme/event/schema.ts';
import type { ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import { type Case, PROGRAMME, WITHOUT_CITY } from './programme-case.ts';
import { done, forget, type World } from './programme-events.ts';

const EVENT = {
  ...{ title: 'Webinaire', description: '', day: '2023-05-10', start: '14:00', endDay: '', end: '15:00' },
  ...{ place: 'Lyon', link: '', capacity: '', toldTo: 'programme' },
};

async function anEvent(world: World, toldTo = 'programme'): Promise<string> {
  const { id: eventId } = await done(world, 'claire', 'event.write', { ...EVENT, toldTo });
  await done(world, 'claire', 'event.publish', { eventId });
  return eventId;
}

/** One of which Nadia and Thomas are told: they are registered. */
async function anAskedEvent(world: World): Promise<string> {
  const eventId = await anEvent(world);
  // Whether or not they may still ask for it.
  const registered = { eventId, state: 'registered', registeredAt: world.site.now() } as const;
  const { nadia, thomas } = world.people;
  await world.db
    .insert(eventRegistrations)
    .values([nadia, thomas].map(({ userId }) => ({ ...registered, userId })));
  await forget(world);
  return eventId;
}

const everybody = { by: 'claire', told: PROGRAMME.filter((name) => name !== 'claire') } as const;
const ofRegistered = {
  by: 'claire',
  told: ['nadia', 'thomas'],
  read: PROGRAMME,
  loser: 'thomas',
  lost: WITHOUT_CITY,
} as const;
const YEAR_MS = 365 * 86_400_000;

/** Events of what the coordination tells the programme. */
export const announcedCases = {
  'bulletin.published': {
    ...{ ...everybody, read: PROGRAMME, loser: 'thomas', lost: WITHOUT_CITY },
    async happen(world) {
      const said = { title: 'Rencontre', text: 'En avril.', toldTo: 'programme' };
      const { id: bulletinId } = await done(world, 'claire', 'bulletin.write', said);
      await done(world, 'claire', 'bulletin.publish', { bulletinId });
    },
  },
  'event.published': {
    ...{ ...everybody, read: PROGRAMME, loser: 'thomas', lost: WITHOUT_CITY },
    happen: (world) => anEvent(world),
  },
  'event.changed': {
    ...ofRegistered,
    async happen(world) {
      const eventId = await anAskedEvent(world);
      await done(world, 'claire', 'event.change', { ...EVENT, place: 'Paris', eventId });
    },
  },
  'event.cancelled': {
    ...ofRegistered,
    async happen(world) {
      await done(world, 'claire', 'event.cancel', { eventId: await anAskedEvent(world) });
    },
  },
  'event.restored': {
    ...ofRegistered,
    async happen(world) {
      const eventId = await anAskedEvent(world);
      await done(world, 'claire', 'event.cancel', { eventId });
      await forget(world);
      await done(world, 'claire', 'event.restore', { eventId });
    },
  },
  'event.replayed': {
    ...ofRegistered,
    async happen(world) {
      const eventId = await anAskedEvent(world);
      const replay = { eventId, replay: 'https://video.exemple/1' };
      await done(world, 'claire', 'event.keepReplay', replay, YEAR_MS);
    },
  },
  'newsletter.sent': {
    ...{ ...everybody, read: PROGRAMME, loser: 'thomas', lost: WITHOUT_CITY },
    async happen(world) {
      const letter = { title: 'Mars', introduction: 'Bonjour', fromDay: '2023-03-01', toDay: '2023-03-31' };
      const { id: newsletterId } = await done(world, 'claire', 'newsletter.write', {
        ...letter,
        toldTo: 'programme',
      });
      await done(world, 'claire', 'newsletter.send', { newsletterId });
    },
  },
} satisfies Partial<Record<ProgrammeVerb, Case>>;
