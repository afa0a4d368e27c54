import { experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import {
  consultingMissions,
  missionCities,
  missionConsultants,
  missionGrants,
} from '#db/programme/mission/schema.ts';
import type { Site } from '#db/seed/builders/builders.ts';
import type { MissionState } from '#shared/programme/mission/mission.ts';

interface MissionOptions {
  readonly firmId: string;
  readonly cityIds: readonly string[];
  readonly consultantIds: readonly string[];
  readonly themeId: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly state?: MissionState;
  readonly quarters?: number;
}

/** An experiment of these cities with a mission for it, from March to June 2023. */
export async function aMission({ db, now, newId }: Site, options: MissionOptions) {
  const { firmId, cityIds, consultantIds, themeId, quarters = 40, state = 'running' } = options;
  const { startsOn = '2023-03-01', endsOn = '2023-06-30' } = options;
  const [experimentId, missionId] = [newId(), newId()];
  const at = now();
  await db
    .insert(experiments)
    .values({ id: experimentId, themeId, title: 'Arbres et fraîcheur', state: 'running', createdAt: at });
  await db
    .insert(experimentOrganisations)
    .values(cityIds.map((organisationId, place) => ({ experimentId, organisationId, isLead: place === 0 })));
  const title = 'Appui à la donnée';
  await db.insert(consultingMissions).values({
    id: missionId,
    experimentId,
    firmId,
    title,
    state,
    startsOn,
    endsOn,
    grantedQuarters: quarters,
    createdAt: at,
  });
  await db
    .insert(missionGrants)
    .values({ id: newId(), missionId, quarters, endsOn, reason: '', grantedAt: at });
  await db.insert(missionCities).values(cityIds.map((organisationId) => ({ missionId, organisationId })));
  if (consultantIds.length > 0)
    await db
      .insert(missionConsultants)
      .values(consultantIds.map((userId) => ({ id: newId(), missionId, userId, addedAt: at })));
  return { missionId, experimentId, title };
}
