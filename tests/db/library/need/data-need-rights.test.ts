import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { datasets } from '#db/library/dataset/schema.ts';
import { countNeedsAt } from '#db/library/need/data-need-counts.ts';
import {
  findDataNeed,
  listDataNeedsOf,
  listNeedHistory,
  listRemovedNeeds,
} from '#db/library/need/data-need-lists.ts';
import { removeDataNeed } from '#db/library/need/data-needs.ts';
import { answerNeed, findAnsweringDatasets, listAnswers } from '#db/library/need/need-datasets.ts';
import { importDataNeeds } from '#db/library/need/need-imports.ts';
import {
  listAnsweringIds,
  listNeedPlaces,
  listProgrammeNeeds,
  rankWanted,
} from '#db/library/need/programme-needs.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { needRefId } from '#shared/documents/text/object-address.ts';
import { EXPERIMENT_ROLES } from '#shared/programme/experiment/experiment-access.ts';
import { type NeedWorld, needOf, now, typed, withNeeds } from '#tests/support/library/data-needs.ts';

/** Somebody of the city, of another one, of none, of the coordination, of the reviewers. */
async function peopleOf({ site, valmont, aubin }: NeedWorld) {
  const of = async (options: Parameters<typeof aPerson>[1]) => ({
    userId: (await aPerson(site, options)).id,
    now,
  });
  return {
    team: await of({ organisationId: valmont.city.id }),
    elsewhere: await of({ organisationId: aubin.city.id }),
    guest: await of({}),
    coordinator: await of({ platformRole: 'coordinator' }),
    reviewer: await of({ platformRole: 'reviewer' }),
  };
}
describe('[DN8] what is read of the needs of an experiment', () => {
  test('whom to write to is for those inside', () =>
    withNeeds(async ({ db, valmont, add }) => {
      await add(valmont.id);
      const contacts = new Map<string, string | undefined>();
      for (const role of EXPERIMENT_ROLES)
        contacts.set(role, (await listDataNeedsOf(db, { ...valmont, role }))[0]?.contact);
      const { contact } = typed;
      expect(Object.fromEntries(contacts)).toEqual({
        ...{ coordinator: contact, team: contact, consultant: contact, reviewer: contact },
        programme: '',
      });
    }));

  test('a need is found within its own experiment only, and a removed one says so', () =>
    withNeeds(async ({ db, valmont, aubin, add, who }) => {
      const needId = await add(valmont.id);
      expect(await findDataNeed(db, aubin, needId)).toBeNull();
      const removed = await removeDataNeed(db, { experimentId: valmont.id, needId, ...who });
      expect(removed).toMatchObject({ ok: true });
      expect(await findDataNeed(db, valmont, needId)).toMatchObject({ isRemoved: true });
      expect(await listRemovedNeeds(db, valmont.id)).toMatchObject([{ id: needId }]);
      expect(await listRemovedNeeds(db, aubin.id)).toEqual([]);
    }));
});

describe('[DN7] [DN8] the whole programme, for a guest', () => {
  test('is what they see elsewhere: nothing', () =>
    withNeeds(async (world) => {
      const { db, valmont, add } = world;
      const people = await peopleOf(world);
      const needId = await add(valmont.id, { accessStatus: 'closed_unjustified' });
      const ask = async (who: { userId: string; now: Date }) => {
        const seenBy = await findExperimentPerson(db, who);
        if (!seenBy) throw new Error('a person');
        const filters = { seenBy };
        return {
          now: (await countNeedsAt(db, { day: null, filters })).length,
          past: (await countNeedsAt(db, { day: '2023-03-14', filters })).length,
          listed: (await listProgrammeNeeds(db, { filters, page: 1, size: 10 })).needs.length,
          ranked: (await rankWanted(db, { filters, size: 10 })).length,
          history: (await listNeedHistory(db, { filters, size: 10 })).length,
          cities: (await listNeedPlaces(db, { seenBy })).cities.length,
          names: Object.keys(
            await findObjectNames(db, {
              refs: [{ kind: 'data-need', id: needRefId(valmont.id, needId) }],
              ...who,
            }),
          ).length,
        };
      };
      const nothing = { now: 0, past: 0, listed: 0, ranked: 0, history: 0, cities: 0, names: 0 };
      expect(await ask(people.guest)).toEqual(nothing);
      expect(await ask(people.elsewhere)).toEqual({
        now: 1,
        past: 1,
        listed: 1,
        ranked: 1,
        history: 1,
        cities: 2,
        names: 1,
      });
    }));

  test('[DN9] what would unblock the most cities comes first', () =>
    withNeeds(async ({ db, valmont, aubin, add }) => {
      await add(valmont.id, { wanted: 'Crues', accessStatus: 'closed_unjustified' });
      await add(aubin.id, {
        wanted: 'crues',
        accessStatus: 'other',
        accessReason: 'payante',
        importance: 'useful',
      });
      await add(aubin.id, { wanted: 'Sinistres', accessStatus: 'closed_unjustified' });
      await add(aubin.id, { wanted: 'Arbres', accessStatus: 'open' });
      expect(await rankWanted(db, { filters: {}, size: 10 })).toMatchObject([
        { name: 'Crues', cities: 2, needs: 2, essential: 1 },
        { name: 'Sinistres', cities: 1, needs: 1, essential: 1 },
      ]);
      const { needs, hasMore } = await listProgrammeNeeds(db, { filters: {}, page: 1, size: 3 });
      expect([needs.length, hasMore]).toEqual([3, true]);
      expect(needs[0]?.cities.map(({ name }) => name)).toHaveLength(1);
    }));
});

describe('[DN10] the record that answers', () => {
  test('is one that whoever says so may read; others learn that there is one, not its title', () =>
    withNeeds(async (world) => {
      const { db, site, valmont, add } = world;
      const people = await peopleOf(world);
      const group = await aGroup(site);
      const city = await anOrganisation(site);
      await aMember(site, { groupId: group.id, userId: people.team.userId, role: 'contributor' });
      const datasetId = site.newId();
      await db.insert(datasets).values({
        id: datasetId,
        groupId: group.id,
        organisationId: city.id,
        title: 'Arbres du groupe fermé',
        description: '',
        producerName: 'Valmont',
        producerKind: 'public_local',
        accessStatus: 'open',
        accessNote: '',
        licence: 'etalab-2.0',
        frequency: 'annual',
        schemaName: '',
        schemaUrl: '',
        schemaVersion: '',
        territory: '',
        contact: '',
        visibility: 'group',
        createdBy: people.team.userId,
        createdAt: now,
        updatedAt: now,
      });
      const on = { experimentId: valmont.id, needId: await add(valmont.id), datasetId };
      expect(await answerNeed(db, { ...on, ...people.team })).toEqual({ ok: true });
      const stranger = await aPerson(site, { organisationId: valmont.city.id });
      const other = { userId: stranger.id, now };
      expect(await answerNeed(db, { ...on, ...other })).toEqual({
        ok: false,
        error: 'dataNeed.datasetNotFound',
      });
      expect((await findAnsweringDatasets(db, { ids: [datasetId], ...people.team })).get(datasetId)).toEqual({
        id: datasetId,
        title: 'Arbres du groupe fermé',
        errors: null,
      });
      expect(await findAnsweringDatasets(db, { ids: [datasetId], ...other })).toEqual(new Map());
      expect(await listAnswers(db, other)).toEqual([]);
      expect(await listAnsweringIds(db, { filters: {} })).toEqual([datasetId]);
      await db.update(datasets).set({ trashedAt: now }).where(eq(datasets.id, datasetId));
      expect(await findAnsweringDatasets(db, { ids: [datasetId], ...people.team })).toEqual(new Map());
      expect(await listAnsweringIds(db, { filters: {} })).toEqual([]);
    }));
});

describe('[DN11] a file of needs', () => {
  test('is taken whole or not at all: a line that is there already is told', () =>
    withNeeds(async (world) => {
      const { db, site, valmont, add } = world;
      const { team } = await peopleOf(world);
      await add(valmont.id);
      const lines = [
        { line: 2, fields: needOf({ wanted: 'Crues' }) },
        { line: 3, fields: needOf() },
      ];
      const file = { experimentId: valmont.id, newId: site.newId, ...team };
      // On PostgreSQL as on PGlite the savepoint of the import goes back, and the test goes on.
      expect(await importDataNeeds(db, { ...file, lines })).toEqual({ twiceAt: 3 });
      expect(await listDataNeedsOf(db, valmont)).toHaveLength(1);
      expect(await importDataNeeds(db, { ...file, lines: lines.slice(0, 1) })).toEqual({ added: 1 });
      expect(await listDataNeedsOf(db, valmont)).toHaveLength(2);
    }));
});
