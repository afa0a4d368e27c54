import { describe, expect, test } from 'vitest';
import { activities } from '#db/people/activity/schema.ts';
import {
  countPast,
  findEvent,
  findPublicEvent,
  listComing,
  listDocuments,
  listOfCalendar,
  listOnHome,
  listPast,
  listPublicComing,
  listRegistered,
} from '#db/programme/event/events.ts';
import { listOwnEvents } from '#server/programme/event/own-calendar.ts';
import type { TypedEvent } from '#shared/programme/event/event.ts';
import { type AnnouncedWorld, refused, withAnnounced } from '#tests/support/programme/announced.ts';

const typed: TypedEvent = {
  ...{ title: 'Webinaire', description: '', day: '2023-03-16', start: '14:00', endDay: '', end: '15:00' },
  ...{ place: '', link: 'https://visio.exemple/1', capacity: '', toldTo: 'programme' },
};
type Name = Parameters<AnnouncedWorld['personOf']>[0];

async function published(world: AnnouncedWorld, given: Partial<TypedEvent> = {}): Promise<string> {
  const { id: eventId } = await world.done('claire', 'event.write', { ...typed, ...given });
  await world.done('claire', 'event.publish', { eventId });
  return eventId;
}
const register = (world: AnnouncedWorld, who: Name, eventId: string) =>
  world.done<{ state: string }>(who, 'eventRegistration.ask', { eventId });
const seen = async (world: AnnouncedWorld, who: Name, eventId: string) =>
  findEvent(world.db, { eventId, person: await world.personOf(who) });
const verbs = async (world: AnnouncedWorld) =>
  (await world.db.select({ verb: activities.verb }).from(activities)).map(({ verb }) => verb);

test('[EV1] the coordination alone prepares; drafts are its own, published ones the programme’s, public ones anybody’s', () =>
  withAnnounced(async (world) => {
    for (const who of ['visitor', 'guest', 'nadia', 'marc'] as const)
      expect(await world.run(who, 'event.write', typed)).toMatchObject(refused('access.notFound'));
    const { id: draft } = await world.done('claire', 'event.write', typed);
    expect(await seen(world, 'nadia', draft)).toBeNull();
    expect(await seen(world, 'admin', draft)).toMatchObject({ id: draft });
    expect(await world.run('nadia', 'eventRegistration.ask', { eventId: draft })).toMatchObject(
      refused('access.notFound'),
    );
    const told = await published(world);
    expect(await seen(world, 'marc', told)).toMatchObject({ id: told });
    expect(await seen(world, 'guest', told)).toBeNull();
    expect(await world.run('guest', 'eventRegistration.ask', { eventId: told })).toMatchObject(
      refused('access.notFound'),
    );
    expect(await findPublicEvent(world.db, told)).toBeNull();
    const open = await published(world, { toldTo: 'public' });
    expect(await seen(world, 'guest', open)).toMatchObject({ id: open });
    expect(await findPublicEvent(world.db, open)).toMatchObject({ address: `${open}-webinaire` });
    expect((await listPublicComing(world.db, { now: world.now(), limit: 9 })).map(({ id }) => id)).toEqual([
      open,
    ]);
  }));

describe('[EV3] an event', () => {
  test('never begins in the past: written, published or moved', () =>
    withAnnounced(async (world) => {
      expect(await world.run('claire', 'event.write', { ...typed, day: '2023-03-13' })).toMatchObject({
        ...refused('event.past'),
        fields: { day: 'event.past' },
      });
      const { id: eventId } = await world.done('claire', 'event.write', typed);
      expect(
        await world.run('claire', 'event.change', { ...typed, day: '2023-03-10', eventId }),
      ).toMatchObject(refused('event.past'));
      world.later(72);
      expect(await world.run('claire', 'event.publish', { eventId })).toMatchObject(refused('event.past'));
    }));

  test('is published once and told; moved, cancelled and given back it is told, other words are not', () =>
    withAnnounced(async (world) => {
      const eventId = await published(world);
      expect(await world.run('claire', 'event.publish', { eventId })).toMatchObject(
        refused('event.notDraft'),
      );
      await world.done('claire', 'event.change', { ...typed, description: 'Programme', eventId });
      expect(await verbs(world)).toEqual(['event.published']);
      await world.done('claire', 'event.change', { ...typed, start: '13:30', eventId });
      await world.done('claire', 'event.cancel', { eventId });
      await world.done('claire', 'event.cancel', { eventId });
      expect(await world.run('claire', 'event.change', { ...typed, eventId })).toMatchObject(
        refused('event.isCancelled'),
      );
      expect(await world.run('nadia', 'eventRegistration.ask', { eventId })).toMatchObject(
        refused('event.isCancelled'),
      );
      await world.done('claire', 'event.restore', { eventId });
      expect((await verbs(world)).toSorted()).toEqual([
        ...['event.cancelled', 'event.changed', 'event.published', 'event.restored'],
      ]);
      world.later(100);
      expect(await world.run('claire', 'event.cancel', { eventId })).toMatchObject(refused('event.started'));
    }));
});

describe('[EV5] registration', () => {
  test('is one gesture either way, twice is once, and closes when the event begins', () =>
    withAnnounced(async (world) => {
      const eventId = await published(world);
      expect(await register(world, 'nadia', eventId)).toEqual({ state: 'registered' });
      expect(await register(world, 'nadia', eventId)).toEqual({ state: 'registered' });
      expect(await seen(world, 'nadia', eventId)).toMatchObject({ registered: 1, own: 'registered' });
      await world.done('nadia', 'eventRegistration.leave', { eventId });
      await world.done('nadia', 'eventRegistration.leave', { eventId });
      expect(await seen(world, 'nadia', eventId)).toMatchObject({ registered: 0, own: null });
      world.later(54);
      for (const name of ['eventRegistration.ask', 'eventRegistration.leave'] as const)
        expect(await world.run('nadia', name, { eventId })).toMatchObject(refused('event.started'));
    }));

  test('beyond the places one waits, and a place that becomes free is whoever’s asked first', () =>
    withAnnounced(async (world) => {
      const eventId = await published(world, { capacity: '1' });
      expect(await register(world, 'nadia', eventId)).toEqual({ state: 'registered' });
      expect(await register(world, 'yann', eventId)).toEqual({ state: 'waiting' });
      expect(await register(world, 'ines', eventId)).toEqual({ state: 'waiting' });
      expect(await seen(world, 'yann', eventId)).toMatchObject({ registered: 1, waiting: 2, own: 'waiting' });
      await world.done('nadia', 'eventRegistration.leave', { eventId });
      expect(await seen(world, 'yann', eventId)).toMatchObject({ own: 'registered', waiting: 1 });
      expect(await seen(world, 'ines', eventId)).toMatchObject({ own: 'waiting' });
      expect(await register(world, 'nadia', eventId)).toEqual({ state: 'waiting' });
    }));

  test('more places are given to whoever waits; fewer than are taken are refused', () =>
    withAnnounced(async (world) => {
      const eventId = await published(world, { capacity: '1' });
      for (const who of ['nadia', 'yann', 'ines'] as const) await register(world, who, eventId);
      await world.done('claire', 'event.change', { ...typed, capacity: '2', eventId });
      expect(await seen(world, 'yann', eventId)).toMatchObject({ own: 'registered' });
      expect(await world.run('claire', 'event.change', { ...typed, capacity: '1', eventId })).toMatchObject({
        fields: { capacity: 'event.capacityTaken' },
      });
      await world.done('claire', 'event.change', { ...typed, eventId });
      expect(await seen(world, 'ines', eventId)).toMatchObject({ own: 'registered', waiting: 0 });
    }));
});

test('[EV4] the video address is read by whoever has a place and by the coordination', () =>
  withAnnounced(async (world) => {
    const eventId = await published(world, { capacity: '1' });
    await register(world, 'nadia', eventId);
    await register(world, 'yann', eventId);
    const links = [];
    for (const who of ['nadia', 'yann', 'marc', 'claire'] as const)
      links.push((await seen(world, who, eventId))?.link);
    expect(links).toEqual([typed.link, '', '', typed.link]);
  }));

test('[EV6] who comes is listed for the coordination, those with a place first, and for nobody else', () =>
  withAnnounced(async (world) => {
    const eventId = await published(world, { capacity: '1' });
    await register(world, 'yann', eventId);
    await register(world, 'nadia', eventId);
    const list = async (who: Name) =>
      (await listRegistered(world.db, { eventId, person: await world.personOf(who) })).map(
        ({ userId, state }) => [userId, state],
      );
    const { yann, nadia } = world.people;
    expect(await list('claire')).toEqual([
      [yann, 'registered'],
      [nadia, 'waiting'],
    ]);
    expect(await list('marc')).toEqual([]);
    expect(await list('nadia')).toEqual([]);
  }));

test('[EV7] the calendar of one’s own has the events in which one has a place, cancelled ones as such', () =>
  withAnnounced(async (world) => {
    const eventId = await published(world, { capacity: '1' });
    await register(world, 'nadia', eventId);
    await register(world, 'yann', eventId);
    await world.done('claire', 'event.cancel', { eventId });
    const own = (who: Name) =>
      listOwnEvents(world.db, { userId: world.people[who], now: world.now(), origin: 'https://c.exemple' });
    expect(await own('nadia')).toMatchObject([{ uid: `${eventId}@cordee`, isCancelled: true }]);
    expect(await own('yann')).toEqual([]);
    expect(await listOfCalendar(world.db, await world.personOf('nadia'))).toMatchObject([
      { link: typed.link },
    ]);
  }));

test('[EV8] [EV10] a cancelled event is told by no public list, and by the home to whoever is registered', () =>
  withAnnounced(async (world) => {
    const eventId = await published(world, { toldTo: 'public' });
    await register(world, 'nadia', eventId);
    const home = async (who: Name) =>
      (await listOnHome(world.db, { person: await world.personOf(who), now: world.now() })).map(
        ({ own }) => own,
      );
    expect([await home('nadia'), await home('yann')]).toEqual([['registered'], [null]]);
    await world.done('claire', 'event.cancel', { eventId });
    expect([await home('nadia'), await home('yann')]).toEqual([['registered'], []]);
    expect(await listPublicComing(world.db, { now: world.now(), limit: 9 })).toEqual([]);
    expect(await findPublicEvent(world.db, eventId)).toMatchObject({ cancelledAt: world.now() });
  }));

test('[EV9] once it has begun it has a replay and documents, and is listed with the past ones', () =>
  withAnnounced(async (world) => {
    const eventId = await published(world);
    const replay = { eventId, replay: 'https://video.exemple/1' };
    expect(await world.run('claire', 'event.keepReplay', replay)).toMatchObject(refused('event.notOver'));
    world.later(72);
    expect(
      await world.run('claire', 'event.keepReplay', { ...replay, replay: 'javascript:1' }),
    ).toMatchObject(refused('event.linkInvalid'));
    await world.done('claire', 'event.keepReplay', replay);
    await world.done('claire', 'event.keepReplay', { ...replay, replay: 'https://video.exemple/2' });
    expect((await verbs(world)).filter((verb) => verb === 'event.replayed')).toHaveLength(1);
    const document = { eventId, documentTitle: 'Diapositives', address: 'https://exemple.fr/a' };
    await world.done('claire', 'event.addDocument', document);
    const [added] = await listDocuments(world.db, eventId);
    expect(added).toMatchObject({ title: 'Diapositives', url: 'https://exemple.fr/a' });
    await world.done('claire', 'event.removeDocument', { eventId, document: added?.id });
    expect(await listDocuments(world.db, eventId)).toEqual([]);
    const of = { person: await world.personOf('nadia'), now: world.now() };
    expect(await listComing(world.db, { ...of, limit: 9 })).toEqual([]);
    expect(await listPast(world.db, { ...of, limit: 9 })).toMatchObject([
      { replay: 'https://video.exemple/2' },
    ]);
    expect(await countPast(world.db, of)).toBe(1);
  }));
