import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { groups } from '#db/people/group/schema.ts';
import { findSeasonSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { findChapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import type { InputOf } from '#server/kernel/operations.ts';
import type { Registered } from '#server/registry.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { operationsOn } from '../kernel/operations.ts';
import { type ExperimentWorld, withExperimentWorld } from '../programme/experiments.ts';

export type Person = ExperimentWorld['people']['nadia'];

/** Gestures on the synthesis of the one season, begun by Claire. */
async function fillSynthesis(world: ExperimentWorld) {
  const { db, people, themeId } = world;
  // Other tests of this process may have left groups of their own.
  const [group] = await db.select({ id: groups.id }).from(groups).where(eq(groups.themeId, themeId));
  const found = await findSeasonSynthesis(db, { number: null, ...people.claire });
  const [groupId, seasonId] = [group?.id ?? '', found?.season.id ?? ''];
  const run = <N extends keyof Registered>(name: N, { userId, now }: Person, input: InputOf<Registered[N]>) =>
    operationsOn(db, { now: () => now }).run(name, { userId }, input);
  const beginning = (person: Person) =>
    run('synthesis.begin', person, { seasonId, group: groupId, title: 'Synthèse', due: '2023-06-30' });
  /** Once it is begun. */
  const synthesisId = async () => {
    const begun = await findSeasonSynthesis(db, { number: null, ...people.claire });
    return asReadable<'synthesis'>(begun?.synthesis?.id ?? '');
  };
  const add = async (
    person: Person,
    chapterTitle: string,
    more: { owner?: string; chapterDue?: string } = {},
  ) => {
    const given = { chapterTitle, owner: '', chapterDue: '', ...more };
    const done = await run('synthesis.addChapter', person, { synthesisId: await synthesisId(), ...given });
    const chapterId = asReadable<'chapter'>(done.ok ? done.value.id : '');
    const chapter = done.ok ? await findChapter(db, { chapterId, ...person }) : null;
    return { chapterId, documentId: chapter?.documentId ?? '', done };
  };
  return { ...world, groupId, seasonId, run, beginning, add, ofSynthesis: synthesisId };
}
type SeasonWorld = Awaited<ReturnType<typeof fillSynthesis>>;
export type SynthesisWorld = SeasonWorld & { readonly synthesisId: Readable<'synthesis'> };

export const withSeason = (run: (world: SeasonWorld) => Promise<void>) =>
  withExperimentWorld(async (world) => run(await fillSynthesis(world)));

export const withSynthesis = (run: (world: SynthesisWorld) => Promise<void>) =>
  withSeason(async (world) => {
    expect(await world.beginning(world.people.claire)).toMatchObject({ ok: true });
    await run({ ...world, synthesisId: await world.ofSynthesis() });
  });

/** What each person is answered. */
export async function answersOf(
  { people }: Pick<SeasonWorld, 'people'>,
  gesture: (person: Person) => Promise<{ ok: true } | { ok: false; error: string }>,
): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [name, person] of Object.entries(people)) {
    const done = await gesture(person);
    said[name] = done.ok ? 'ok' : done.error;
  }
  return said;
}
