import { z } from 'zod';
import { changeSeason, createSeason } from '#db/programme/season/season-changes.ts';
import { Id, readForm, Said } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseSeason } from '#shared/programme/season/season.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

const Fields = z
  .object({
    number: Said,
    name: Said,
    startsOn: Said,
    endsOn: Said,
    transition: Said,
    biodiversite: Said,
    risques: Said,
  })
  .transform(readForm(parseSeason));

/** [CA13] The seasons of the programme, with their themes. */
export const seasonOperations = {
  'season.create': operation({
    input: Fields,
    right: onPlatform('call.manage'),
    refusals: { 'season.numberTaken': 'number' },
    async run({ tx, newId }, { fields }) {
      const id = newId();
      const made = await createSeason(tx, { seasonId: id, fields, newId });
      return made.ok ? ok({ id }) : made;
    },
  }),

  'season.change': operation({
    input: z.object({ season: Id }).and(Fields),
    right: onPlatform('call.manage'),
    refusals: { 'season.numberTaken': 'number', 'season.themeUsed': '' },
    run: ({ tx, newId }, { season: seasonId, fields }) => changeSeason(tx, { seasonId, fields, newId }),
  }),
};
