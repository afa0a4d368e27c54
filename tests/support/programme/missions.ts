import type { Db } from '#db/kernel/client.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { holdMission, type MissionChange } from '#db/programme/mission/mission-change.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { aMission } from '#tests/support/programme/builders/mission-builders.ts';
import { withDb } from '../database.ts';
import { siteOf } from '../publication/site.ts';

export const now = new Date('2023-03-14T09:00:00Z');

/** A mission of ten days of a consultancy for Valmont and Saint-Aubin, from March to June 2023, and people around it. */
export async function missionWorld(db: Db, mission: Partial<Parameters<typeof aMission>[1]> = {}) {
  const site = siteOf(db, now);
  const { themeId } = await aGroup(site);
  const valmont = await anOrganisation(site, { name: 'Valmont' });
  const aubin = await anOrganisation(site, { name: 'Saint-Aubin' });
  const castelbrume = await anOrganisation(site, { name: 'Castelbrume' });
  const firm = await anOrganisation(site, { name: 'Cartes et Milieux', kind: 'consultancy' });
  const rival = await anOrganisation(site, { name: 'Plans et Rivières', kind: 'consultancy' });
  const of = async (organisationId: string | null, platformRole?: 'coordinator' | 'reviewer') => {
    const person = await aPerson(site, {
      ...(organisationId && { organisationId }),
      ...(platformRole && { platformRole }),
    });
    return { userId: person.id, now };
  };
  const people = {
    claire: await of(null, 'coordinator'),
    marc: await of(null, 'reviewer'),
    nadia: await of(valmont.id),
    yann: await of(aubin.id),
    lea: await of(castelbrume.id),
    camille: await of(firm.id),
    basile: await of(firm.id),
    rivale: await of(rival.id),
    guest: await of(null),
  };
  const made = await aMission(site, {
    firmId: firm.id,
    cityIds: [valmont.id, aubin.id],
    consultantIds: [people.camille.userId],
    themeId,
    ...mission,
  });
  /** Whatever this person does to it, without asking whether they may. */
  const changing = <R>(person: typeof people.nadia, run: (tx: Tx, change: MissionChange) => Promise<R>) =>
    inTransaction(db, async (tx) => {
      const held = await holdMission(tx, { ...person, missionId: made.missionId });
      if (!held) throw new Error('this person does not see the mission');
      return run(tx, { mission: held.mission, by: person.userId, now: person.now });
    });
  const places = { themeId, valmont, aubin, castelbrume, firm, rival };
  return { db, site, ...places, people, changing, ...made, missionId: asReadable<'mission'>(made.missionId) };
}
export type MissionWorld = Awaited<ReturnType<typeof missionWorld>>;
export const withMission = (
  run: (world: MissionWorld) => Promise<void>,
  mission?: Parameters<typeof missionWorld>[1],
) => withDb(async (db) => run(await missionWorld(db, mission)));

/** [MS2] Is this person a consultant of this experiment at this very moment? */
export async function isConsultantOf(
  db: Db,
  { experimentId, ...who }: { userId: string; now: Date; experimentId: string },
): Promise<boolean> {
  return (await findExperimentPerson(db, who))?.consulted.includes(experimentId) ?? false;
}
