import { z } from 'zod';
import { setTarget } from '#db/programme/steering/openness-targets.ts';
import { listSeasons } from '#db/programme/steering/steering-scope.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { readTogether, Said } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { INDICATORS, parseTarget } from '#shared/programme/steering/openness.ts';
import { currentSeason } from '#shared/programme/steering/steering.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

/** [PI8] What the season of today wants of openness. */
export const targetOperations = {
  'opennessTarget.set': operation({
    input: z.object({ indicator: z.enum(INDICATORS) }).and(
      z.object({ percent: Said, dueOn: Said }).transform(
        readTogether(parseTarget, {
          'steering.valueInvalid': 'percent',
          'steering.dueInvalid': 'dueOn',
        }),
      ),
    ),
    right: onPlatform('steering.setTargets'),
    refusals: {},
    async run({ tx, by, now, newId }, target) {
      const season = currentSeason(await listSeasons(tx), parisDay(now));
      if (!season) return fail('access.notFound');
      await setTarget(tx, { ...target, id: newId(), seasonId: season.id, setBy: by, now });
      return ok();
    },
  }),
};
