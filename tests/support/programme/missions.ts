import type { Db } from '#db/kernel/client.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { aMission } from '#db/seed/builders/mission-builders.ts';
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
  return { db, site, themeId, valmont, aubin, castelbrume, firm, rival, people, ...made };
}
export type MissionWorld = Awaited<ReturnType<typeof missionWorld>>;
export const withMission = (
  run: (world: MissionWorld) => Promise<void>,
  mission?: Parameters<typeof missionWorld>[1],
) => withDb(async (db) => run(await missionWorld(db, mission)));
