import { expect } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { createDataNeed } from '#db/library/need/data-needs.ts';
import { moveInterest } from '#db/publication/adoption/adoption-interests.ts';
import { type AdoptionDraft, saveAdoption } from '#db/publication/adoption/adoptions.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { FeasibilityAnswers } from '#shared/publication/adoption/feasibility.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';
import { needOf } from '../library/data-needs.ts';
import { aText, type SheetWorld, withSheet } from './use-case-sheets.ts';

export const ADDRESS = 'choisir-ou-planter-0123abcd';
export const ALL_MET = { perimeter: 'met', means: 'met', constraints: 'met' } as const;
export const answering = (answer: 'open' | 'closed' | 'obtainable' | 'unavailable'): FeasibilityAnswers => ({
  data: [{ name: 'Arbres publics', answer }],
  conditions: ALL_MET,
});

/** Gestures on a published sheet that asks for « Arbres publics ». */
export async function fillAdoptions(world: SheetWorld) {
  const { db, site, clairvigne, people, experimentId, publishAll } = world;
  const addNeed = (wanted: string, isEssential = true) =>
    inTransaction(db, (tx) =>
      createDataNeed(tx, {
        ...people.nadia,
        experimentId,
        needId: site.newId(),
        newWantedId: site.newId(),
        fields: needOf({ wanted, importance: isEssential ? 'essential' : 'useful' }),
      }),
    );
  expect(await addNeed('Arbres publics')).toMatchObject({ ok: true });
  await publishAll(aText(ADDRESS));
  const { now } = people.aurelie;
  const thomas = { userId: (await aPerson(site, { organisationId: clairvigne.id })).id, now };
  const pontOrmeau = await anOrganisation(site, { name: 'Pont-Ormeau' });
  const ines = { userId: (await aPerson(site, { organisationId: pontOrmeau.id })).id, now };
  type Person = typeof thomas;
  const save = (person: Person, given: Partial<AdoptionDraft> = {}) =>
    saveAdoption(db, {
      adoptionId: site.newId(),
      address: ADDRESS,
      answers: answering('obtainable'),
      note: '',
      departmentCode: null,
      seen: 0,
      ...person,
      ...given,
    });
  /** The id of the check that this person’s city keeps. */
  const saved = async (person: Person, given: Partial<AdoptionDraft> = {}) => {
    const done = await save(person, given);
    if (!done.ok) throw new Error(done.error);
    return done.value.id;
  };
  const move = (person: Person, adoptionId: string, to: InterestState, seen: number, reason = '') =>
    moveInterest(db, { adoptionId, to, seen, reason, ...person });
  const moveSheet = world.move;
  return { ...world, moveSheet, people: { ...people, thomas, ines }, pontOrmeau, addNeed, save, saved, move };
}
export type AdoptionWorld = Awaited<ReturnType<typeof fillAdoptions>>;

export const withAdoptions = (run: (world: AdoptionWorld) => Promise<void>) =>
  withSheet(async (world) => run(await fillAdoptions(world)));
