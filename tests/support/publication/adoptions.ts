import { expect } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { createDataNeed } from '#db/library/need/data-needs.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { FeasibilityAnswers } from '#shared/publication/adoption/feasibility.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';
import { operationsOn } from '../kernel/operations.ts';
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
  interface Given {
    readonly address: string;
    readonly answers: FeasibilityAnswers;
    readonly note: string;
    readonly departement: string;
    readonly seen: number;
  }
  const by = ({ now: at }: Person) => operationsOn(db, { now: () => at });
  const save = (person: Person, given: Partial<Given> = {}) =>
    by(person).run('adoption.save', person, {
      ...{ address: ADDRESS, answers: answering('obtainable'), note: '', departement: '', seen: 0 },
      ...given,
    });
  /** The id of the check that this person’s city keeps. */
  const saved = async (person: Person, given: Partial<Given> = {}) => {
    const done = await save(person, given);
    if (!done.ok) throw new Error(done.error);
    return done.value.id;
  };
  const move = (person: Person, adoptionId: string, to: InterestState, seen: number, reason = '') =>
    by(person).run('adoption.moveInterest', person, { adoptionId, to, seen: String(seen), reason });
  const makeBoard = (person: Person, adoptionId: string, group: string) =>
    by(person).run('adoption.makeBoard', person, { adoptionId, group });
  const moveSheet = world.move;
  return {
    ...world,
    moveSheet,
    people: { ...people, thomas, ines },
    pontOrmeau,
    addNeed,
    save,
    saved,
    move,
    makeBoard,
  };
}
export type AdoptionWorld = Awaited<ReturnType<typeof fillAdoptions>>;

export const withAdoptions = (run: (world: AdoptionWorld) => Promise<void>) =>
  withSheet(async (world) => run(await fillAdoptions(world)));
