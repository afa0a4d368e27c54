import { listCovering } from '#db/publication/support/support-rights.ts';
import type { ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import { tellProgramme } from '../../programme/tell-programme.ts';

type Telling = Parameters<typeof tellProgramme>[0];

/** [AT6] Tells the structures that cover a city what it does that they may help with. */
export async function tellCovering(
  act: Telling,
  told: {
    cityId: string;
    city: string;
    verb: Extract<ProgrammeVerb, 'facilitator.asked' | 'facilitator.checked'>;
  },
): Promise<void> {
  const { cityId, city: place, verb } = told;
  for (const { id: objectId } of await listCovering(act.tx, cityId))
    await tellProgramme(act, { verb, objectId, place });
}
