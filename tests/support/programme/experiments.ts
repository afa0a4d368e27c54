import { expect } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import {
  createExperiment,
  findExperiment,
  type NewExperiment,
} from '#db/programme/experiment/experiments.ts';
import { experimentTeam } from '#db/programme/experiment/schema.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '../database.ts';
import { siteOf } from '../publication/site.ts';

export const now = new Date('2023-03-14T09:00:00Z');

/** An experiment of Valmont (lead) and Aubin, and one person of each sort. */
export async function fillExperiments<D extends Db>(db: D) {
  const site = siteOf(db, now);
  const { themeId } = await aGroup(site);
  const [valmont, aubin, clairvigne] = [
    await anOrganisation(site, { name: 'Valmont' }),
    await anOrganisation(site, { name: 'Aubin' }),
    await anOrganisation(site, { name: 'Clairvigne' }),
  ];
  const [odf, bdt, cabinet, agence] = [
    await anOrganisation(site, { name: 'OpenDataFrance', kind: 'coordinator' }),
    await anOrganisation(site, { name: 'Banque des Territoires', kind: 'funder' }),
    await anOrganisation(site, { name: 'Cartes et Milieux', kind: 'consultancy' }),
    await anOrganisation(site, { name: 'Agence d’urbanisme', kind: 'agency' }),
  ];
  const who = async (given: Parameters<typeof aPerson>[1]) => ({
    userId: (await aPerson(site, given)).id,
    now,
  });
  const people = {
    nadia: await who({ name: 'Nadia', organisationId: valmont.id }),
    yann: await who({ name: 'Yann', organisationId: aubin.id }),
    aurelie: await who({ name: 'Aurélie', organisationId: clairvigne.id }),
    claire: await who({ name: 'Claire', organisationId: odf.id, platformRole: 'coordinator' }),
    marc: await who({ name: 'Marc', organisationId: bdt.id, platformRole: 'reviewer' }),
    camille: await who({ name: 'Camille', organisationId: cabinet.id }),
    paul: await who({ name: 'Paul', organisationId: agence.id }),
    guest: await who({ name: 'Invité' }),
  };
  const experimentId = asReadable<'experiment'>(site.newId());
  const given = (id: string = experimentId) => ({
    experimentId: id,
    title: 'Arbres et ombrage',
    summary: 'Où planter pour gagner l’ombre qui manque.',
    themeId,
    applicationId: null,
    organisations: [
      { organisationId: valmont.id, isLead: true },
      { organisationId: aubin.id, isLead: false },
    ],
    startsOn: '2022-10-01',
    endsOn: '2023-05-31',
    newId: site.newId,
    ...people.claire,
  });
  const create = (experiment: NewExperiment = given()) =>
    inTransaction(db, (tx) => createExperiment(tx, experiment));
  const roleOf = async (person: { userId: string; now: Date }) =>
    (await findExperiment(db, { experimentId, ...person }))?.role ?? null;
  /** Names Paul, of the agency, in the team. */
  const namePaul = () =>
    db
      .insert(experimentTeam)
      .values({ experimentId, userId: people.paul.userId, role: 'other', organisationId: agence.id });
  const places = { themeId, valmont, aubin, clairvigne };
  return { db, site, ...places, people, experimentId, given, create, roleOf, namePaul };
}
export type ExperimentWorld = Awaited<ReturnType<typeof fillExperiments<Db>>>;
type WorldInside = ExperimentWorld & { readonly db: Tx };

export const withExperimentWorld = (run: (world: WorldInside) => Promise<void>) =>
  withDb(async (db) => run(await fillExperiments(db)));

export const withExperiment = (run: (world: WorldInside) => Promise<void>) =>
  withExperimentWorld(async (world) => {
    expect(await world.create()).toMatchObject({ ok: true });
    await run(world);
  });
