import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { groups } from '#db/people/group/schema.ts';
import { beginSynthesis, findSeasonSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { addChapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import { type ExperimentWorld, withExperimentWorld } from '../programme/experiments.ts';

export type Person = ExperimentWorld['people']['nadia'];

/** Gestures on the synthesis of the one season, begun by Claire. */
async function fillSynthesis(world: ExperimentWorld) {
  const { db, site, people, themeId } = world;
  // Other tests of this process may have left groups of their own.
  const [group] = await db.select({ id: groups.id }).from(groups).where(eq(groups.themeId, themeId));
  const found = await findSeasonSynthesis(db, { number: null, ...people.claire });
  const [groupId, seasonId] = [group?.id ?? '', found?.season.id ?? ''];
  const synthesisId = site.newId();
  const beginning = (person: Person) =>
    beginSynthesis(db, {
      ...{ synthesisId, seasonId, groupId, title: 'Synthèse', dueOn: '2023-06-30' },
      ...person,
    });
  const add = async (person: Person, title: string, more: { ownerId?: string; dueOn?: string } = {}) => {
    const ids = { chapterId: site.newId(), documentId: site.newId(), newId: site.newId };
    const given = { synthesisId, ...ids, title, ownerId: '', dueOn: '', ...more, ...person };
    return { ...ids, done: await addChapter(db, given) };
  };
  return { ...world, groupId, seasonId, synthesisId, beginning, add };
}
export type SynthesisWorld = Awaited<ReturnType<typeof fillSynthesis>>;

export const withSeason = (run: (world: SynthesisWorld) => Promise<void>) =>
  withExperimentWorld(async (world) => run(await fillSynthesis(world)));

export const withSynthesis = (run: (world: SynthesisWorld) => Promise<void>) =>
  withSeason(async (world) => {
    expect(await world.beginning(world.people.claire)).toEqual({ ok: true, value: undefined });
    await run(world);
  });

/** What each person is answered. */
export async function answersOf(
  { people }: Pick<SynthesisWorld, 'people'>,
  gesture: (person: Person) => Promise<{ ok: boolean; error?: string }>,
): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [name, person] of Object.entries(people)) {
    const { ok, error } = await gesture(person);
    said[name] = ok ? 'ok' : (error ?? '');
  }
  return said;
}
