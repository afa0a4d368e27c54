import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findHomeOfCity } from '#db/home-of-city.ts';
import { experiments } from '#db/programme/experiment/schema.ts';
import { ADDRESS, withAdoptions } from '#tests/support/publication/adoptions.ts';

test('[RP11] [RP12] a city of which no experiment goes on finds published cases on its home, never its own, and what it reproduces', () =>
  withAdoptions(async ({ db, people, experimentId, saved }) => {
    const home = (person: { userId: string; now: Date }) => findHomeOfCity(db, { ...person, groupIds: [] });
    expect(await home(people.aurelie)).toMatchObject({
      total: 1,
      cases: [{ address: ADDRESS, reason: null }],
      repeated: [],
      call: null,
    });
    await saved(people.aurelie);
    expect(await home(people.aurelie)).toMatchObject({ repeated: [{ asked: 1, ready: 0, board: null }] });
    expect((await home(people.ines))?.repeated).toEqual([]);
    for (const person of [people.nadia, people.claire, people.camille, people.paul, people.guest])
      expect(await home(person)).toBeNull();

    await db.update(experiments).set({ state: 'ended' }).where(eq(experiments.id, experimentId));
    expect(await home(people.nadia)).toMatchObject({ total: 1, cases: [] });
  }));
