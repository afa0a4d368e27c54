import { expect, test } from 'vitest';
import { findBoardForMember, listBoards, trashBoard } from '#db/boards/boards.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { findAdopter, findAdoption } from '#db/publication/adoption/adoptions.ts';
import { listOwnAdoptions } from '#db/publication/adoption/own-adoptions.ts';
import { listSimilarCities } from '#db/publication/adoption/similar-cities.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { fillExperiments } from '#tests/support/programme/experiments.ts';
import { type AdoptionWorld, fillAdoptions, withAdoptions } from '#tests/support/publication/adoptions.ts';
import { fillSheet } from '#tests/support/publication/use-case-sheets.ts';

type Person = AdoptionWorld['people']['aurelie'];

/** Clairvigne’s check, whose people write in the group. */
type CheckWorld = AdoptionWorld & { adoptionId: string; make: Making };
const withCheck = (run: (world: CheckWorld) => Promise<void>) =>
  withAdoptions(async (world) => run(await fillCheck(world)));

async function fillCheck(world: AdoptionWorld): Promise<CheckWorld> {
  const { db, people, groupId, saved } = world;
  const adoptionId = await saved(people.aurelie);
  const make: Making = (person, group = groupId) => world.makeBoard(person, adoptionId, group);
  for (const [name, role] of [
    ['aurelie', 'contributor'],
    ['thomas', 'observer'],
    ['ines', 'facilitator'],
  ] as const)
    await db
      .insert(groupMembers)
      .values({ groupId, userId: people[name].userId, role, addedAt: people.claire.now });
  return { ...world, adoptionId, make };
}
type Making = (person: Person, group?: string) => ReturnType<AdoptionWorld['makeBoard']>;

test('[RP8] the board is made by the city, in a group where its person may, and by nobody else', () =>
  withCheck(async ({ db, people, groupId, adoptionId, make }) => {
    const said: Record<string, string> = {};
    for (const [name, person] of Object.entries(people).filter(([key]) => key !== 'aurelie')) {
      const made = await make(person);
      said[name] = made.ok ? 'ok' : made.error;
    }
    const absent = 'access.notFound';
    const others = { nadia: absent, yann: absent, ines: absent, marc: absent, camille: absent, paul: absent };
    expect(said).toEqual({ ...others, guest: absent, claire: absent, thomas: 'adoption.groupMissing' });
    expect(await make(people.aurelie, 'nowhere')).toMatchObject({ error: 'adoption.groupMissing' });
    expect(await listBoards(db, { groupId: asReadable(groupId) })).toEqual([]);
    const made = await make(people.aurelie);
    const title = expect.stringContaining('Clairvigne');
    expect(made).toMatchObject({ ok: true, value: { title } });
    const boardId = made.ok ? made.value.id : '';
    expect(await findBoardForMember(db, { boardId, ...people.ines })).toMatchObject({ title });
    expect((await findAdoption(db, { adoptionId, ...people.thomas }))?.boardId).toBe(boardId);
  }));

test('[RP8] a double click makes one board; thrown away, another may be made', async () => {
  // Two transactions at once: a database of its own, not one transaction of the shared one.
  const { db: fresh, close } = await openFreshDatabase();
  try {
    const experiments = await fillExperiments(fresh);
    expect(await experiments.create()).toMatchObject({ ok: true });
    const sheet = await fillSheet(experiments);
    expect(await sheet.making(experiments.people.nadia)).toMatchObject({ ok: true });
    const { db, site, people, groupId, make } = await fillCheck(await fillAdoptions(sheet));
    const both = await Promise.all([make(people.aurelie), make(people.aurelie)]);
    expect(new Set(both.map((made) => made.ok && made.value.id)).size).toBe(1);
    const boards = await listBoards(db, { groupId: asReadable(groupId) });
    expect(boards).toHaveLength(1);
    const { userId: by, now } = people.aurelie;
    const boardId = boards[0]?.id ?? '';
    await inTransaction(db, (tx) => trashBoard(tx, { boardId, groupId, by, now, activityId: site.newId() }));
    const again = await make(people.aurelie);
    expect(again.ok && again.value.id).not.toBe(boardId);
  } finally {
    await close();
  }
});

test('[RP9] cities that did it: those of the sheet, and those that repeated it, never one’s own', () =>
  withCheck(async ({ db, people, adoptionId, saved, move }) => {
    const read = async () => {
      const found = await findAdoption(db, { adoptionId, ...people.aurelie });
      if (!found) throw new Error('it is there');
      return (await listSimilarCities(db, found)).map(({ name, isOfSheet }) => [name, isOfSheet]);
    };
    expect(await read()).toEqual([
      ['Aubin', true],
      ['Valmont', true],
    ]);
    const pontOrmeau = await saved(people.ines);
    await move(people.ines, pontOrmeau, 'declared', 0);
    await move(people.aurelie, adoptionId, 'declared', 0);
    await move(people.aurelie, adoptionId, 'done', 1);
    expect(await read()).toHaveLength(2);
    await move(people.ines, pontOrmeau, 'done', 1);
    expect(await read()).toContainEqual(['Pont-Ormeau', false]);
  }));

test('[RP8] [RP12] [MV1] no group chosen, the board stands in the city’s space, read by its people and by nobody else', () =>
  withAdoptions(async ({ db, people, saved, makeBoard }) => {
    const adoptionId = await saved(people.aurelie);
    const made = await makeBoard(people.thomas, adoptionId, '');
    expect(made).toMatchObject({ ok: true });
    const boardId = made.ok ? made.value.id : '';
    for (const person of [people.aurelie, people.thomas])
      expect(await findBoardForMember(db, { boardId, ...person })).toMatchObject({ group: { theme: null } });
    const { aurelie: _a, thomas: _t, ...others } = people;
    for (const person of Object.values(others))
      expect(await findBoardForMember(db, { boardId, ...person })).toBeNull();
    const city = await findAdopter(db, people.aurelie);
    if (!city) throw new Error('Aurélie is of a city');
    const groups = await listGroupsForMember(db, people.aurelie);
    const own = { city, groupIds: groups.map(({ id }) => id), limit: 5 };
    expect(await listOwnAdoptions(db, own)).toMatchObject([
      { id: adoptionId, asked: 1, ready: 0, board: { id: boardId } },
    ]);
    expect(await listOwnAdoptions(db, { ...own, groupIds: [] })).toMatchObject([{ board: null }]);
  }));
