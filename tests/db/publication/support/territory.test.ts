import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { organisations } from '#db/people/organisation/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { createFacilitator } from '#db/programme/facilitator/facilitator-changes.ts';
import { territorialFacilitators } from '#db/programme/facilitator/schema.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { agreementMunicipalities, agreements } from '#db/programme/territory/schema.ts';
import { listOwnStructures, listTerritory } from '#db/publication/support/territory.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { parseFacilitator } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { cover } from '#tests/support/news/programme-events.ts';
import { sampleRegister } from '#tests/support/programme/city-files.ts';
import { withAdoptions } from '#tests/support/publication/adoptions.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

test('[AT5] a territory has the communes of the programme that the register places there, with an organisation here or not yet', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    await loadRegister(db, sampleRegister, now);
    const [commune] = sampleRegister.municipalities.filter(({ replacedBy }) => replacedBy === null);
    const region = sampleRegister.regions.find(({ code }) => code === commune?.regionCode);
    const code = commune?.code ?? '';
    await db.insert(agreements).values({ id: 'ACV999', name: 'Convention', isInProgramme: true });
    await db.insert(agreementMunicipalities).values({ agreementId: 'ACV999', municipalityCode: code });
    const agency = await anOrganisation(site, { name: 'Agence', kind: 'territorialFacilitator' });
    const etienne = await aPerson(site, { organisationId: agency.id });
    const parsed = parseFacilitator({
      ...{ name: 'Agence', kind: 'agency', offer: '', address: '', site: '', contactName: '' },
      ...{ contactEmail: '', contactPhone: '', source: '', certainty: '', areas: region?.name ?? '' },
    });
    if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
    const id = site.newId();
    expect(await createFacilitator(db, { ...parsed, id, by: etienne.id, now })).toMatchObject({ ok: true });
    const desk = async () => {
      const own = await listOwnStructures(db, { userId: etienne.id, now });
      return own ? listTerritory(db, { ...own, now }) : [];
    };
    // Nothing before the structure is tied to the organisation.
    expect(await desk()).toEqual([]);
    await db
      .update(territorialFacilitators)
      .set({ organisationId: agency.id })
      .where(eq(territorialFacilitators.id, id));
    expect(await desk()).toMatchObject([
      { id: null, code, standing: 'listed', department: { code: commune?.departmentCode } },
    ]);
    const city = await anOrganisation(site, { name: 'La ville' });
    await db.update(organisations).set({ municipalityCode: code }).where(eq(organisations.id, city.id));
    expect(await desk()).toMatchObject([{ id: city.id, name: 'La ville', standing: 'listed' }]);
    await aPerson(site, { organisationId: city.id });
    expect(await desk()).toMatchObject([{ id: city.id, standing: 'here' }]);
  }));

test('[AT5] of each city it says what that tries and repeats, by city, until it is given up', () =>
  withAdoptions(async (world) => {
    const { db, people, saved, move } = world;
    const facilitatorId = await cover(world, '75');
    const [agency] = await db
      .select({ name: organisations.name })
      .from(organisations)
      .innerJoin(users, eq(users.organisationId, organisations.id))
      .where(eq(users.id, people.paul.userId));
    const tied = await operationsOn(db, { now: () => people.claire.now }).run(
      'facilitator.tie',
      people.claire,
      {
        ...{ facilitatorId, organisation: agency?.name ?? '', cities: 'Clairvigne\nValmont' },
      },
    );
    expect(tied).toMatchObject({ ok: true });
    const desk = async () => {
      const own = await listOwnStructures(db, people.paul);
      const cities = own ? await listTerritory(db, { ...own, now: people.paul.now }) : [];
      return cities.map(({ name, experiments, adoptions }) => ({
        ...{ name, tries: experiments.length, repeats: adoptions.map(({ interest }) => interest) },
      }));
    };
    const tries = { name: 'Valmont', tries: 1, repeats: [] };
    expect(await desk()).toEqual([{ name: 'Clairvigne', tries: 0, repeats: [] }, tries]);
    const adoptionId = await saved(people.aurelie);
    expect(await desk()).toEqual([{ name: 'Clairvigne', tries: 0, repeats: [null] }, tries]);
    await move(people.aurelie, adoptionId, 'declared', 0);
    expect(await desk()).toEqual([{ name: 'Clairvigne', tries: 0, repeats: ['declared'] }, tries]);
    await move(people.aurelie, adoptionId, 'givenUp', 1, 'Pas cette année');
    expect(await desk()).toEqual([{ name: 'Clairvigne', tries: 0, repeats: [] }, tries]);
  }));
