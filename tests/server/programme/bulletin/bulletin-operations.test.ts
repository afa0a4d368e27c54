import { expect, test } from 'vitest';
import { activities } from '#db/people/activity/schema.ts';
import {
  countBulletins,
  findBulletin,
  findPublicBulletin,
  listAside,
  listBulletins,
  listLatelyTold,
  listPublicBulletins,
} from '#db/programme/bulletin/bulletins.ts';
import { type AnnouncedWorld, refused, withAnnounced } from '#tests/support/programme/announced.ts';

const typed = { title: 'Rencontre', text: 'En avril, à Lyon.', toldTo: 'programme' };

const write = async (world: AnnouncedWorld, given: Partial<typeof typed> = {}) =>
  (await world.done('claire', 'bulletin.write', { ...typed, ...given })).id;
const publish = async (world: AnnouncedWorld, given: Partial<typeof typed> = {}) => {
  const bulletinId = await write(world, given);
  await world.done('claire', 'bulletin.publish', { bulletinId });
  return bulletinId;
};
const readers = async (world: AnnouncedWorld, bulletinId: string) => {
  const able: string[] = [];
  for (const name of ['claire', 'admin', 'marc', 'nadia', 'guest'] as const)
    if (await findBulletin(world.db, { bulletinId, person: await world.personOf(name) })) able.push(name);
  return able;
};

test('[AE1] the coordination alone writes; drafts are its own, published ones the programme’s, public ones anybody’s', () =>
  withAnnounced(async (world) => {
    for (const who of ['visitor', 'guest', 'nadia', 'marc'] as const)
      expect(await world.run(who, 'bulletin.write', typed)).toMatchObject(refused('access.notFound'));
    const draft = await write(world);
    expect(await readers(world, draft)).toEqual(['claire', 'admin']);
    expect(await listBulletins(world.db, { person: await world.personOf('claire'), limit: 9 })).toEqual([]);
    const told = await publish(world);
    expect(await readers(world, told)).toEqual(['claire', 'admin', 'marc', 'nadia']);
    const open = await publish(world, { toldTo: 'public' });
    expect(await readers(world, open)).toEqual(['claire', 'admin', 'marc', 'nadia', 'guest']);
    expect(await countBulletins(world.db, await world.personOf('nadia'))).toBe(2);
    expect(await countBulletins(world.db, await world.personOf('guest'))).toBe(1);
    expect(await listAside(world.db, await world.personOf('nadia'))).toEqual([]);
    expect(await listAside(world.db, await world.personOf('admin'))).toMatchObject([{ id: draft }]);
    expect((await listPublicBulletins(world.db, { limit: 9 })).map(({ id }) => id)).toEqual([open]);
    expect(await findPublicBulletin(world.db, told)).toBeNull();
  }));

test('[AE3] it is published once and told once; what is said otherwise later bears the day, who sees it does not', () =>
  withAnnounced(async (world) => {
    const bulletinId = await publish(world, { toldTo: 'public' });
    expect(await world.run('claire', 'bulletin.publish', { bulletinId })).toMatchObject(
      refused('bulletin.notDraft'),
    );
    expect((await world.db.select().from(activities)).map(({ verb }) => verb)).toEqual([
      'bulletin.published',
    ]);
    const found = async () => findBulletin(world.db, { bulletinId, person: await world.personOf('claire') });
    world.later(1);
    await world.done('claire', 'bulletin.change', { ...typed, toldTo: 'public', bulletinId });
    await world.done('claire', 'bulletin.change', { ...typed, bulletinId });
    expect(await found()).toMatchObject({ toldTo: 'programme', changedAt: null });
    await world.done('admin', 'bulletin.change', { ...typed, text: 'En mai.', bulletinId });
    expect(await found()).toMatchObject({ text: 'En mai.', changedAt: world.now() });
    expect((await world.db.select().from(activities)).length).toBe(1);
  }));

test('[AE3] [AE4] withdrawn it is nowhere but with the coordination, 410 for anybody who could read it, and is given back', () =>
  withAnnounced(async (world) => {
    const bulletinId = await publish(world, { toldTo: 'public' });
    await world.done('claire', 'bulletin.withdraw', { bulletinId });
    expect(await readers(world, bulletinId)).toEqual(['claire', 'admin']);
    expect(await findPublicBulletin(world.db, bulletinId)).toBe('withdrawn');
    expect(await listPublicBulletins(world.db, { limit: 9 })).toEqual([]);
    expect(await world.run('claire', 'bulletin.publish', { bulletinId })).toMatchObject(
      refused('access.notFound'),
    );
    await world.done('claire', 'bulletin.restore', { bulletinId });
    expect(await findPublicBulletin(world.db, bulletinId)).toMatchObject({
      address: `${bulletinId}-rencontre`,
    });
    const draft = await write(world, { toldTo: 'public' });
    await world.done('claire', 'bulletin.withdraw', { bulletinId: draft });
    expect(await findPublicBulletin(world.db, draft)).toBeNull();
  }));

test('[AE5] the home tells those of the last thirty days, three at most, and a guest nothing', () =>
  withAnnounced(async (world) => {
    await publish(world, { title: 'Ancienne' });
    world.later(31 * 24);
    for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) {
      await publish(world, { title });
      world.later(1);
    }
    const told = async (name: 'nadia' | 'guest') =>
      (await listLatelyTold(world.db, { person: await world.personOf(name), now: world.now() })).map(
        ({ title }) => title,
      );
    expect(await told('nadia')).toEqual(['Quatre', 'Trois', 'Deux']);
    expect(await told('guest')).toEqual([]);
  }));
