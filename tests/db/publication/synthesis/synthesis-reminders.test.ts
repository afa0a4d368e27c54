import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '#db/people/person/schema.ts';
import { findSteeredSynthesis } from '#db/programme/steering/steering-synthesis.ts';
import { listPossibleCities } from '#db/publication/synthesis/synthesis-cities.ts';
import { listCityReminders } from '#db/publication/synthesis/synthesis-reminders.ts';
import { aMember } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { answersOf, type Person, withSynthesis } from '#tests/support/publication/syntheses.ts';

test('[SY6] [SY7] an expected city is reminded once a day by the owner or the coordination, and every reminder stays', () =>
  withSynthesis(async (world) => {
    const { db, site, people, seasonId, groupId, run, add, valmont, aubin, clairvigne } = world;
    const { claire, nadia } = people;
    for (const { id } of [valmont, aubin])
      await aMember(site, { groupId, organisationId: id, role: 'contributor' });
    expect((await listPossibleCities(db, seasonId)).map(({ name }) => name)).toEqual(['Aubin', 'Valmont']);
    const { chapterId } = await add(claire, 'Les arbres', { owner: nadia.userId });
    const name = (person: Person, cities = [valmont.id, aubin.id]) =>
      run('synthesisChapter.setCities', person, { chapterId, cities });
    const answers = {
      ...Object.fromEntries(['yann', 'aurelie', 'marc', 'paul'].map((one) => [one, 'access.forbidden'])),
      ...{ nadia: 'ok', claire: 'ok', camille: 'access.notFound', guest: 'access.notFound' },
    };
    expect(await answersOf(world, (person) => name(person))).toEqual(answers);
    expect(await name(nadia, [clairvigne.id])).toMatchObject({ error: 'synthesis.cityNotFound' });

    const remind = (person: Person, city = aubin.id, now = person.now) =>
      run('synthesisChapter.remindCity', { ...person, now }, { chapterId, city });
    expect(await answersOf(world, (person) => remind(person))).toEqual({
      ...answers,
      claire: 'synthesis.remindedToday',
    });
    expect(await remind(claire, clairvigne.id)).toMatchObject({ error: 'synthesis.cityNotExpected' });
    const tomorrow = new Date(claire.now.getTime() + 86_400_000);
    expect(await remind(claire, aubin.id, tomorrow)).toMatchObject({ ok: true });
    expect((await listCityReminders(db, chapterId)).get(aubin.id)).toEqual(tomorrow);
    await db.update(users).set({ suspendedAt: tomorrow }).where(eq(users.id, nadia.userId));
    expect(await remind(claire, valmont.id)).toMatchObject({ error: 'synthesis.nobodyToRemind' });
  }));

test('[SY5] steering tells how far the synthesis had come on a day, and nothing before it was begun', () =>
  withSynthesis(async ({ db, people, seasonId, run, add }) => {
    const { claire } = people;
    const { chapterId } = await add(claire, 'Les arbres');
    const later = new Date(claire.now.getTime() + 10 * 86_400_000);
    const step = { chapterId, to: 'writing', reason: '', seen: '1' } as const;
    await run('synthesisChapter.step', { ...claire, now: later }, step);
    const at = (end: Date) => findSteeredSynthesis(db, { seasonId: asReadable(seasonId), end });
    expect(await at(claire.now)).toBeNull();
    expect(await at(new Date(claire.now.getTime() + 1))).toMatchObject({
      dueOn: '2023-06-30',
      progress: { total: 1, states: { to_write: 1, writing: 0 } },
    });
    expect(await at(new Date(later.getTime() + 1))).toMatchObject({
      progress: { states: { to_write: 0, writing: 1 } },
    });
  }));
